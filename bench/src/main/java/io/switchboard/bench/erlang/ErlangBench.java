package io.switchboard.bench.erlang;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/bench erlang}. */
@Command(
    name = "bin/bench erlang", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
      "The formulas of Erlang C and A against values known beforehand, and the kernel that decides who answers, in simulated time, against",
      "the formulas: Poisson arrivals, exponential handling and patience, phones that answer at once, no wrap-up, fixed seeds.",
      "Each caller must be answered at the instant that a recursion without events says. Standard errors by",
      "batch means. Each z is corrected for the number of all that is compared (Sidak).",
      "The last line is JSON: the largest relative error of a formula, and the largest z of the simulation, corrected and as it is."
    })
public final class ErlangBench implements Callable<Integer> {
  @Option(names = "--batches", description = "that count, after one that does not (${DEFAULT-VALUE})", defaultValue = "40")
  private int batches;

  @Option(names = "--calls", description = "of each batch (${DEFAULT-VALUE})", defaultValue = "100000")
  private int calls;

  @Option(names = "--seed", description = "of the first queue; the next have the numbers after it (${DEFAULT-VALUE})", defaultValue = "1")
  private long seed;

  /** @return the exit code: 0 measured, 1 failed, 2 wrong options */
  public static int run(String... args) {
    return new CommandLine(new ErlangBench()).execute(args);
  }

  @Override
  public Integer call() throws Exception {
    if (batches < 10 || calls < 1_000 || (long) (batches + 1) * calls > Integer.MAX_VALUE) {
      System.err.println("--batches is 10 or more, --calls 1,000 or more, and both together below two thousand million calls");
      return 2;
    }
    double worstError = formulas();
    List<Deviation> deviations = simulation();
    double corrected = deviations.stream().mapToDouble(Deviation::correctedZ).max().orElseThrow();
    double uncorrected = deviations.stream().mapToDouble(off -> Math.abs(off.z())).max().orElseThrow();
    print("%n{\"max_rel_error_formula\":%.2e,\"max_z_simulation\":%.3f,\"max_z_uncorrected\":%.3f}", worstError, corrected, uncorrected);
    return 0;
  }

  private static double formulas() {
    print("%-52s %22s %22s  relative error", "formula", "exact", "ours");
    double worst = 0;
    for (ExactValues.Compared each : ExactValues.all()) {
      print("%-52s %22s %22s  %.1e", each.name(), each.exact(), each.ours(), each.relativeError());
      worst = Math.max(worst, each.relativeError());
    }
    return worst;
  }

  private List<Deviation> simulation() throws Exception {
    List<KnownQueue> queues = KnownQueue.all();
    int looks = queues.stream().mapToInt(queue -> Measure.of(queue).size()).sum();
    print("%nthe kernel: %d queues, each %,d callers to warm up and %d batches of %,d, seeds from %d; each caller is%n"
            + "answered at the instant that a recursion without events says, or this fails",
        queues.size(), calls, batches, calls, seed);
    print("z: the difference in standard errors, which is Student's t with %d degrees of freedom. lag 1: correlation of neighbouring%n"
            + "batches, by chance within %.2f. corrected z: the normal z that is as unlikely as one of %d by chance alone being so large%n"
            + "(Sidak, as if they were independent); 2.58 is 1 %% for all together",
        batches - 1, 2 / Math.sqrt(batches), looks);
    print("%n%-28s %-14s %12s %12s %10s %7s %7s  corrected z", "queue", "", "exact", "simulated", "+-", "z", "lag 1");
    List<Deviation> deviations = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(queues.size(), Runtime.getRuntime().availableProcessors()))) {
      List<Future<Batches>> results = new ArrayList<>();
      for (int i = 0; i < queues.size(); i++) {
        KnownQueue queue = queues.get(i);
        long own = seed + i;
        results.add(threads.submit(() -> simulated(queue, own)));
      }
      for (int i = 0; i < queues.size(); i++) {
        deviations.addAll(compare(queues.get(i), results.get(i).get(), looks));
      }
    }
    return deviations;
  }

  private Batches simulated(KnownQueue queue, long own) {
    Batches result = new Batches(batches, calls, queue.targetS());
    SimulatedQueue.run(queue, result, own);
    return result;
  }

  private static List<Deviation> compare(KnownQueue queue, Batches simulated, int looks) {
    List<Deviation> deviations = new ArrayList<>();
    for (Measure measure : Measure.of(queue)) {
      Deviation off = Deviation.of(measure.in(queue.theory()), simulated.means(measure), looks);
      print("%-28s %-14s %12.6f %12.6f %10.6f %7.2f %7.2f  %11.3f", queue, measure.text, off.exact(), off.mean(), off.standardError(),
          off.z(), off.lag1(), off.correctedZ());
      deviations.add(off);
    }
    return deviations;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
