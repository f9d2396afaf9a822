package io.switchboard.bench.erlang;

import io.switchboard.acd.estimate.Performance;
import java.util.Arrays;

/**
 * What became of the callers, in batches of as many as come one after another. A batch is many times as long as the queue remembers, so the
 * means of the batches are as good as independent, and what they scatter tells how precise their mean is. The first batch is the warm-up of
 * an empty queue and does not count.
 */
final class Batches {
  private final int size;
  private final double targetS;
  private final long[] calls;
  private final long[] waited;
  private final long[] answered;
  private final long[] within;
  private final double[] waitS;
  private final double[] answeredWaitS;

  Batches(int batches, int size, double targetS) {
    this.size = size;
    this.targetS = targetS;
    this.calls = new long[batches + 1];
    this.waited = new long[batches + 1];
    this.answered = new long[batches + 1];
    this.within = new long[batches + 1];
    this.waitS = new double[batches + 1];
    this.answeredWaitS = new double[batches + 1];
  }

  /** How many callers fill all of them. */
  int callers() {
    return size * calls.length;
  }

  void answered(int number, double afterS) {
    over(number, afterS);
    int batch = number / size;
    answered[batch]++;
    answeredWaitS[batch] += afterS;
    within[batch] += afterS <= targetS ? 1 : 0;
  }

  void hungUp(int number, double afterS) {
    over(number, afterS);
  }

  private void over(int number, double afterS) {
    int batch = number / size;
    calls[batch]++;
    waited[batch] += afterS > 0 ? 1 : 0;
    waitS[batch] += afterS;
  }

  /** One mean for each batch that counts. */
  double[] means(Measure measure) {
    double[] means = new double[calls.length];
    Arrays.setAll(means, batch -> measure.in(performance(batch)));
    return Arrays.copyOfRange(means, 1, means.length);
  }

  private Performance performance(int batch) {
    if (calls[batch] != size) {
      throw new IllegalStateException(calls[batch] + " of the " + size + " callers of batch " + batch + " are accounted for");
    }
    double all = size;
    return new Performance(
        waited[batch] / all, waitS[batch] / all, answeredWaitS[batch] / answered[batch], within[batch] / all,
        (all - answered[batch]) / all, Double.NaN);
  }
}
