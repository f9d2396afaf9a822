package io.switchboard.bench.routing;

import io.switchboard.acd.routing.Acd;
import io.switchboard.bench.routing.Run.Times;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench routing}. */
@Command(
    name = "bin/bench routing", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "The kernel that decides who answers, in memory: priorities, skills that relax, timers, offers that fail, hang-ups.",
      "The events are played and written down first, then given to a second kernel alone: each timed, and again without a clock between.",
      "The last line is JSON, medians of the runs: p99 of all events; events_per_s is of the small center, events_per_s_large of",
      "the large one."
    })
public final class RoutingBench implements Callable<Integer> {
  private static final Center SMALL = new Center(500, 50, 2_000);
  private static final Center LARGE = new Center(10_000, 500, 100_000);
  private static final Center IDLE = new Center(500, 50, 0);
  private static final Center FEW = new Center(500, 50, 10);
  private static final Center MANY = new Center(500, 50, 10_000);

  @Option(names = "--events", description = "of each run (${DEFAULT-VALUE})", defaultValue = "500000")
  private int events;

  @Option(names = "--runs", description = "the median counts (${DEFAULT-VALUE})", defaultValue = "5")
  private int runs;

  /** Medians over the runs of one center. */
  private record Medians(double p50Us, double p99Us, double p99WithoutTicksUs, double p999Us, double maxUs, double perSecond) {}

  /** @return the exit code: 0 measured, 1 failed, 2 wrong options */
  public static int run(String[] args) {
    return new CommandLine(new RoutingBench()).execute(args);
  }

  @Override
  public Integer call() {
    if (events < 1_000 || runs < 1) {
      System.err.println("--events is 1,000 or more, --runs 1 or more");
      return 2;
    }
    print("collector: %s; heap at most %,d MiB; Java %s; %d processors",
        ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName).collect(Collectors.joining(", ")),
        Runtime.getRuntime().maxMemory() >> 20, Runtime.version(), Runtime.getRuntime().availableProcessors());
    print("two looks at the clock: %d ns median, in every time below and not taken off; medians of %d runs of %,d events", clockNs(),
        runs, events);
    warmUp();
    print("%nagents/queues/waiting   p50 us  p99 us  without ticks  p99.9 us    max us    events/s  event mix in %%");
    Medians small = measure(SMALL);
    Medians large = measure(LARGE);
    measure(IDLE);
    Medians few = measure(FEW);
    Medians many = measure(MANY);
    double bytes = bytesPerWaiting();
    print("%n{\"p99_us_small\":%.2f,\"p99_us_large\":%.2f,\"events_per_s\":%.0f,\"events_per_s_large\":%.0f,"
            + "\"flatness\":%.2f,\"bytes_per_waiting\":%.0f}",
        small.p99Us(), large.p99Us(), small.perSecond(), large.perSecond(), many.p99Us() / few.p99Us(), bytes);
    return 0;
  }

  private void warmUp() {
    for (Center center : List.of(SMALL, IDLE)) {
      Run run = new Run(center);
      run.timed(run.next(events));
      run.rush(run.next(events));
    }
  }

  private Medians measure(Center center) {
    Run run = new Run(center);
    run.rush(run.next(events / 2));
    List<Times> times = new ArrayList<>();
    List<Double> perSecond = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      times.add(run.timed(run.next(events)));
      perSecond.add(events / (run.rush(run.next(events)) / 1e9));
    }
    run.check();
    Medians medians = new Medians(
        median(times.stream().map(t -> t.all().getValueAtPercentile(50) / 1e3).toList()),
        median(times.stream().map(t -> t.all().getValueAtPercentile(99) / 1e3).toList()),
        median(times.stream().map(t -> t.withoutTicks().getValueAtPercentile(99) / 1e3).toList()),
        median(times.stream().map(t -> t.all().getValueAtPercentile(99.9) / 1e3).toList()),
        median(times.stream().map(t -> t.all().getMaxValue() / 1e3).toList()),
        median(perSecond));
    print("%-22s %7.2f %7.2f %14.2f %9.2f %9.0f %,11.0f  %s", center, medians.p50Us(), medians.p99Us(), medians.p99WithoutTicksUs(),
        medians.p999Us(), medians.maxUs(), medians.perSecond(), run.mix());
    return medians;
  }

  /** Heap of a center with 100,000 waiting less that of the same center without; ids and names of the callers included. */
  private static double bytesPerWaiting() {
    Center center = new Center(LARGE.agents(), LARGE.queues(), LARGE.waiting());
    Acd acd = new Acd(center.settings());
    Traffic callers = new Traffic(center, 42);
    long before = usedBytes();
    for (int i = 0; i < center.waiting(); i++) {
      acd.decide(callers.arrival(), callers.nowMs() + i);
    }
    long used = usedBytes() - before;
    if (acd.floor().visits().size() != center.waiting() || callers.waiting() != 0) {
      throw new IllegalStateException("only " + acd.floor().visits().size() + " wait");
    }
    print("%nheap with %,d waiting: %,d KiB more than without", center.waiting(), used >> 10);
    return (double) used / center.waiting();
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long clockNs() {
    List<Double> looks = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      long from = System.nanoTime();
      looks.add((double) (System.nanoTime() - from));
    }
    return (long) median(looks);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
