package io.switchboard.core.time;

/** Wakes its owner at a time, on the owner's thread. */
public interface Timers {
  /** Runs {@code due} at {@code atMs} (milliseconds since the epoch) or at once when that is past. */
  Timer at(long atMs, Runnable due);

  /** A wake-up that can be called off; calling off one that has run does nothing. */
  interface Timer {
    void cancel();
  }
}
