package io.switchboard.core.metric;

import org.jspecify.annotations.Nullable;

/** Calls whose wrap-up ended, and how long talk, hold and wrap-up took. */
final class Handled {
  private long count;
  private long totalMs;

  void add(long ms) {
    count++;
    totalMs += ms;
  }

  long count() {
    return count;
  }

  @Nullable Double meanMs() {
    return Definitions.ratio(totalMs, count);
  }
}
