package io.switchboard.servers.sipp;

/**
 * A time that is drawn for each call, evenly from {@code minMs} to {@code maxMs}; equal bounds make it exact. A range is kept in steps of
 * a twentieth of its width.
 */
public record Span(int minMs, int maxMs) {
  private static final int STEPS = 20;
  private static final int FINEST_MS = 50;

  public Span {
    if (minMs < 0 || maxMs < minMs) {
      throw new IllegalArgumentException("a span of " + minMs + " to " + maxMs + " ms");
    }
  }

  public static Span ofMs(int ms) {
    return new Span(ms, ms);
  }

  boolean exact() {
    return maxMs == minMs;
  }

  int steps() {
    return (maxMs - minMs) / stepMs();
  }

  int stepMs() {
    return Math.max(FINEST_MS, (maxMs - minMs) / STEPS);
  }
}
