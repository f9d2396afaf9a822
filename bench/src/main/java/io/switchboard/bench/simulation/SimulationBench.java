package io.switchboard.bench.simulation;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench simulation}. */
@Command(
    name = "bin/bench simulation", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "The stage that gives calls to agents, the whole of it and not a model, under seeded schedules of callers, agents, supervisors and",
      "faults in simulated time: events lost, doubled and late, crashes, a broken link, a journal that does not come back, dead phones.",
      "After each step everything that is always true is checked by looking at everybody: a call is in one place; an agent has one live",
      "offer; each arrival ends once; nobody waits while somebody is ready who may take him; the order follows the policy; the journal",
      "replayed is what lives; and when the faults stop, the queues drain.",
      "A violation names its seed, which repeats it exactly. The last line is one JSON object. The exit code is 1 when there was one."
    })
public final class SimulationBench implements Callable<Integer> {
  private static final long PROGRESS_MS = 5_000;

  @Option(names = "--schedules", paramLabel = "N", description = "how many (${DEFAULT-VALUE})", defaultValue = "10000")
  private int schedules;

  @Option(names = "--events", paramLabel = "N", description = "told to the stage in each, at least (${DEFAULT-VALUE})", defaultValue = "500")
  private int events;

  @Option(names = "--first-seed", paramLabel = "N", description = "the next have the numbers after it (${DEFAULT-VALUE})", defaultValue = "0")
  private long firstSeed;

  @Option(names = "--seed", paramLabel = "N", description = "runs this schedule only")
  private @Nullable Long seed;

  @Option(names = "--threads", paramLabel = "N", description = "as many as there are processors, else")
  private @Nullable Integer threads;

  /** @return the exit code: 0 nothing was violated, 1 something was, 2 wrong options */
  public static int run(String... args) {
    return new CommandLine(new SimulationBench()).execute(args);
  }

  @Override
  public Integer call() throws InterruptedException {
    if (schedules < 1 || events < 1 || (threads != null && threads < 1)) {
      System.err.println("--schedules, --events and --threads are 1 or more");
      return 2;
    }
    long first = seed == null ? firstSeed : seed;
    Tally tally = new Tally(seed == null ? schedules : 1, events);
    run(tally, first);
    System.out.println();
    tally.faults().forEach((fault, count) -> print("%-14s %,d", fault.name().toLowerCase(Locale.ROOT), count));
    System.out.println(tally.json());
    return tally.violations() == 0 ? 0 : 1;
  }

  private void run(Tally tally, long first) throws InterruptedException {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    AtomicLong next = new AtomicLong(first);
    print("%,d schedules of %,d events and more, seeds from %d, on %d threads", tally.planned(), events, first, workers);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (int worker = 0; worker < workers; worker++) {
        pool.execute(() -> {
          for (long mine = next.getAndIncrement(); mine < first + tally.planned(); mine = next.getAndIncrement()) {
            tally.run(mine).ifPresent(violation -> tell(violation));
          }
        });
      }
      pool.shutdown();
      while (!pool.awaitTermination(PROGRESS_MS, TimeUnit.MILLISECONDS)) {
        print("%,8d of %,d schedules, %d violations", tally.done(), tally.planned(), tally.violations());
      }
    }
  }

  private void tell(Tally.Violation violation) {
    print("VIOLATION: %s%n  repeat it with bin/bench simulation --seed %d --events %d", violation.what(), violation.seed(), events);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
