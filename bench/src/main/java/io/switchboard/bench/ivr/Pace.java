package io.switchboard.bench.ivr;

/**
 * How callers press.
 *
 * @param name of the round
 * @param keys in a row
 * @param heldMs for which each key is down
 * @param apartMs from the release of one key to the next of the row
 * @param leastMs from the release of a row's last key to the next row; evenly drawn up to {@code mostMs}
 */
record Pace(String name, int keys, int heldMs, int apartMs, int leastMs, int mostMs) {
  /** They listen for a while, or to the end, and press one key. */
  static final Pace LISTENING = new Pace("one by one", 1, 100, 100, 500, 6_000);

  /** They know the way. The next key comes 100 ms after the one before. */
  static final Pace AHEAD = new Pace("ahead", 4, 60, 40, 2_000, 7_000);
}
