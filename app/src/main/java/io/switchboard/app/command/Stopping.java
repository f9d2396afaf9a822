package io.switchboard.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an orderly end: the signal's thread waits until the command has closed what it opened. */
final class Stopping implements AutoCloseable {
  private static final long TO_CLOSE_S = 60;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private Stopping() {}

  static Stopping onSignal() {
    Stopping stopping = new Stopping();
    Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "stopping"));
    return stopping;
  }

  private void stop() {
    asked.countDown();
    try {
      closed.await(TO_CLOSE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean asked() {
    return asked.getCount() == 0;
  }

  void await() throws InterruptedException {
    asked.await();
  }

  /**
   * Waits for the signal, but no longer.
   *
   * @return whether it came
   */
  boolean await(long ms) throws InterruptedException {
    return asked.await(ms, TimeUnit.MILLISECONDS);
  }

  /** Everything is closed: the process may end. */
  @Override
  public void close() {
    closed.countDown();
  }
}
