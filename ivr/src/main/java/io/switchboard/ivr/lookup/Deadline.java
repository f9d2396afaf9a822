package io.switchboard.ivr.lookup;

import java.util.concurrent.TimeUnit;

/** When nobody waits for an answer any longer. {@code atNanos} is of {@link System#nanoTime}. */
public record Deadline(long atNanos) {

  public static Deadline inMs(long ms) {
    return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms));
  }

  /** Milliseconds from now on, rounded up; 0 once it is over. */
  public long leftMs() {
    long nanos = atNanos - System.nanoTime();
    return nanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
  }

  public boolean over() {
    return leftMs() == 0;
  }
}
