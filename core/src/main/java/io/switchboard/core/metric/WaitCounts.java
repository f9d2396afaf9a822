package io.switchboard.core.metric;

import java.util.Arrays;

/** Counts waits by the ranges of {@link Waits}. */
final class WaitCounts {
  private final long[] counts = new long[Waits.BOUNDS_MS.length + 1];
  private long totalMs;

  void add(long waitMs) {
    int range = Arrays.binarySearch(Waits.BOUNDS_MS, waitMs);
    counts[range >= 0 ? range : -range - 1]++;
    totalMs += waitMs;
  }

  long totalMs() {
    return totalMs;
  }

  Waits waits() {
    return new Waits(Arrays.stream(Waits.BOUNDS_MS).boxed().toList(), Arrays.stream(counts).boxed().toList(), totalMs);
  }
}
