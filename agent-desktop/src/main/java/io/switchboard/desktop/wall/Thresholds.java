package io.switchboard.desktop.wall;

/**
 * When a queue raises an alarm; 0: never for this.
 *
 * @param waiting so many calls wait, or more
 * @param longestWaitMs somebody waits for longer
 * @param serviceLevel today's is below, 0 to 1; once {@value #LEAST_OFFERED} calls were offered
 */
public record Thresholds(long waiting, long longestWaitMs, double serviceLevel) {
  static final long LEAST_OFFERED = 10;
  public static final Thresholds NONE = new Thresholds(0, 0, 0);
}
