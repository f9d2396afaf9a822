package io.switchboard.core.metric;

import java.util.List;

/**
 * How long calls waited, by ranges.
 *
 * @param upToMs the upper bounds of the ranges, inclusive; the last range has none
 * @param counts one more than bounds
 * @param totalMs the sum of all waits
 */
public record Waits(List<Long> upToMs, List<Long> counts, long totalMs) {
  /** 5, 10, 15, 20, 30, 45 s, 1, 1.5, 2, 3, 5, 10, 20, 30 min. */
  static final long[] BOUNDS_MS = {
    5_000, 10_000, 15_000, 20_000, 30_000, 45_000, 60_000, 90_000, 120_000, 180_000, 300_000, 600_000, 1_200_000, 1_800_000
  };

  public long count() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
