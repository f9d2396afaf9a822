package io.switchboard.bench.journal;

import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Appends at a mean rate from several threads, at random times (a Poisson process, the same in every run), whatever the journal does. */
final class OpenLoop {
  private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /**
   * What came of it.
   *
   * @param latencyNanos from the scheduled time to the call of {@code durable}
   */
  record Result(long count, double seconds, Histogram latencyNanos) {
    double perSecond() {
      return count / seconds;
    }

    double ms(double percentile) {
      return latencyNanos.getValueAtPercentile(percentile) / 1e6;
    }

    double maxMs() {
      return latencyNanos.getMaxValue() / 1e6;
    }
  }

  private final Journal journal;
  private final int writers;

  OpenLoop(Journal journal, int writers) {
    this.journal = journal;
    this.writers = writers;
  }

  /** @param decision the facts of the nth decision */
  Result run(int ratePerSecond, int seconds, LongFunction<List<Fact>> decision) throws InterruptedException {
    int count = ratePerSecond * seconds;
    Histogram latency = new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
    CountDownLatch durable = new CountDownLatch(count);
    long start = System.nanoTime() + START_NANOS;
    List<Thread> threads = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int first = writer;
      threads.add(Thread.ofPlatform().name("owner-" + writer).start(() -> {
        Random random = new Random(first);
        double at = 0;
        for (int n = first; n < count; n += writers) {
          at -= Math.log(1 - random.nextDouble()) * 1e9 * writers / ratePerSecond;
          long due = start + (long) at;
          List<Fact> facts = decision.apply(n);
          for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          journal.append(facts, true, () -> {
            latency.recordValue(System.nanoTime() - due);
            durable.countDown();
          });
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    durable.await();
    return new Result(count, (System.nanoTime() - start) / 1e9, latency);
  }
}
