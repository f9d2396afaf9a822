package io.switchboard.desktop.adapter.http;

import io.switchboard.desktop.api.Aside;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few threads of their own for what blocks, and a bounded number of those who wait for one. */
public final class BoundedAside implements Aside, AutoCloseable {
  private final ThreadPoolExecutor threads;

  /**
   * @param name of its threads, for people who read thread dumps
   * @param atOnce how many run
   * @param waiting how many may wait; more are refused
   */
  public BoundedAside(String name, int atOnce, int waiting) {
    threads = new ThreadPoolExecutor(
        atOnce, atOnce, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(waiting), Thread.ofVirtual().name(name + "-", 0).factory());
  }

  @Override
  public <T> CompletionStage<T> run(Supplier<T> blocking) {
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      threads.execute(() -> {
        try {
          result.complete(blocking.get());
        } catch (Throwable failed) {
          result.completeExceptionally(failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed);
        }
      });
    } catch (java.util.concurrent.RejectedExecutionException full) {
      result.completeExceptionally(full);
    }
    return result;
  }

  /** Lets nothing new begin; what runs ends by itself. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
