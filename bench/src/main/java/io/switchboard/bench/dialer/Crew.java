package io.switchboard.bench.dialer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs many things on some threads, keeps their order, and tells how far it is. */
final class Crew implements AutoCloseable {
  private static final long TELL_EVERY_NS = 5_000_000_000L;

  private final ExecutorService pool;

  Crew(int threads) {
    pool = Executors.newFixedThreadPool(threads);
  }

  <T> List<T> all(String what, int count, IntFunction<T> work) throws Exception {
    List<Future<T>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      Callable<T> one = () -> work.apply(number);
      running.add(pool.submit(one));
    }
    List<T> results = new ArrayList<>();
    long told = System.nanoTime();
    for (Future<T> each : running) {
      results.add(each.get());
      if (System.nanoTime() - told > TELL_EVERY_NS) {
        told = System.nanoTime();
        System.out.println(String.format(Locale.ROOT, "%,7d of %,d %s", results.size(), count, what));
      }
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
