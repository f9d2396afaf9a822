package io.switchboard.bench.capacity;

import io.switchboard.bench.rig.AppQueue;
import io.switchboard.bench.rig.BenchAsterisk;
import io.switchboard.bench.rig.QueueUnderTest;
import io.switchboard.bench.rig.SwitchboardQueue;
import io.switchboard.servers.Places;
import io.switchboard.servers.Progress;
import io.switchboard.servers.asterisk.AsteriskLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench capacity}. */
@Command(
    name = "capacity", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "The highest rate of arrivals at which no call fails, through menu, queue, agent and wrap-up: app_queue and Switchboard on one Asterisk.",
      "Some 25 minutes, bounded by --minutes; three more to start and end. With nothing else running: what else takes processors counts against both.",
      "For a first look: --agents 30 --waiting 100 --seconds 10 --talk 2000 --wrap-up 1 --first 5 --minutes 5"
    })
public final class CapacityBench implements Callable<Integer> {
  private static final int MOST_AGENTS = 999;
  private static final double GOAL = 2;
  /** Beside the callers' seconds: to serve the last ones and to be silent. */
  private static final int AROUND_A_TRIAL_S = 100;

  @Option(names = "--seconds", description = "for which callers come in a trial that counts (${DEFAULT-VALUE})", defaultValue = "60")
  private int seconds;

  @Option(names = "--agents", description = "(${DEFAULT-VALUE})", defaultValue = "500")
  private int agents;

  @Option(names = "--waiting", description = "callers at most (${DEFAULT-VALUE})", defaultValue = "2000")
  private int waiting;

  @Option(names = "--talk", description = "milliseconds until the agent hangs up (${DEFAULT-VALUE})", defaultValue = "4000")
  private int talkMs;

  @Option(names = "--wrap-up", description = "seconds (${DEFAULT-VALUE})", defaultValue = "2")
  private int wrapUpS;

  @Option(names = "--first", description = "calls per second to begin with (${DEFAULT-VALUE})", defaultValue = "40")
  private double first;

  @Option(names = "--step", description = "from one rate to the next (${DEFAULT-VALUE})", defaultValue = "1.12")
  private double step;

  @Option(names = "--minutes", description = "of trials, for both queues together; none begins that would end later (${DEFAULT-VALUE})", defaultValue = "30")
  private int minutes;

  @Option(names = "--only", description = "app_queue or switchboard, instead of both", defaultValue = "")
  private String only;

  @Option(names = "--keep", description = "keep all files and say where")
  private boolean keep;

  private record Result(RateSearch.Found found, long waitingMax) {}

  @Override
  public Integer call() throws IOException {
    if (seconds < 1 || agents < 1 || agents > MOST_AGENTS || waiting < 1 || talkMs < 1 || wrapUpS < 0 || first < 0.5 || step < 1.01 || minutes < 1) {
      System.err.println("--seconds, --agents (to 999), --waiting, --talk and --minutes are 1 or more, --wrap-up 0, --first 0.5, --step 1.01");
      return 2;
    }
    Load load = new Load(agents, waiting, talkMs, wrapUpS, seconds);
    Path directory = Files.createTempDirectory("switchboard-capacity-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      measure(load, directory);
      return 0;
    } finally {
      if (keep) {
        System.err.println("files: " + directory);
      } else {
        Places.remove(directory);
      }
    }
  }

  private void measure(Load load, Path directory) {
    print("Asterisk %s, %d processors, Java %s",
        AsteriskLocation.find().version(), Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
    Definitions.of(load, step).forEach(System.out::println);
    Map<String, Result> results = new LinkedHashMap<>();
    List<String> queues = Stream.of(AppQueue.NAME, SwitchboardQueue.NAME).filter(name -> only.isEmpty() || only.equals(name)).toList();
    for (String name : queues) {
      results.put(name, search(name, load, directory, Duration.ofMinutes(minutes).dividedBy(queues.size())));
    }
    print("%n%s", json(results));
  }

  private Result search(String name, Load load, Path directory, Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    print("%n%-11s  calls/s  for s   calls  served  waiting  cores", name);
    Map<Double, Long> waited = new LinkedHashMap<>();
    RateSearch.Found found = new RateSearch(first, step, load.mostPerSecond(), (perSecond, shortly) -> {
      Outcome outcome = onServersOfItsOwn(name, load, directory.resolve("%s-%d".formatted(name, System.nanoTime())), perSecond,
          shortly ? load.shortSeconds() : load.seconds());
      waited.put(perSecond, outcome.waitingMax());
      print("%-11s  %7.2f  %5d  %6d  %6d  %7d  %5.2f  %s", "", outcome.perSecond(), outcome.seconds(), outcome.calls(), outcome.served(),
          outcome.waitingMax(), outcome.cores(), outcome.good() ? "good" : outcome.failure());
      return outcome.good();
    }, () -> System.nanoTime() + Duration.ofSeconds(load.seconds() + AROUND_A_TRIAL_S).toNanos() < until).find();
    print("%-11s  highest good rate: %.2f calls/s%s", "", found.perSecond(), found.complete() ? "" : " (the time was over before a higher one failed)");
    return new Result(found, waited.getOrDefault(found.perSecond(), 0L));
  }

  /** A trial that failed leaves calls behind that would spoil the next one. */
  private static Outcome onServersOfItsOwn(String name, Load load, Path directory, double perSecond, int seconds) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
    try (BenchAsterisk asterisk = BenchAsterisk.start(directory, load.setup(), Progress.SILENT)) {
      QueueUnderTest queue = name.equals(AppQueue.NAME) ? new AppQueue(asterisk) : new SwitchboardQueue(asterisk, load.setup(), directory);
      queue.start();
      try {
        return new Trial(asterisk, load, directory).afterWarmUp(queue, perSecond, seconds);
      } finally {
        queue.stop();
      }
    }
  }

  private static String json(Map<String, Result> results) {
    Result ours = results.get(SwitchboardQueue.NAME);
    Result theirs = results.get(AppQueue.NAME);
    boolean complete = ours != null && theirs != null && ours.found().complete() && theirs.found().complete();
    Double ratio = ours == null || theirs == null || theirs.found().perSecond() == 0 ? null : ours.found().perSecond() / theirs.found().perSecond();
    return "{\"calls_per_s\":" + number(ours == null ? null : ours.found().perSecond())
        + ",\"app_queue_calls_per_s\":" + number(theirs == null ? null : theirs.found().perSecond())
        + ",\"ratio_vs_app_queue\":" + number(ratio)
        + ",\"waiting_max\":" + (ours == null ? "null" : ours.waitingMax())
        + ",\"goal_ratio\":" + number(GOAL) + ",\"complete\":" + complete + "}";
  }

  private static String number(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? "null" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
