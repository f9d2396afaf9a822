package io.switchboard.core.metric;

/** Counts what callers were told of their waits against what they had. */
final class ToldCounts {
  /** One announcement: what it said of the time from then on. */
  record Told(long atMs, long lowMs, long highMs) {}

  private long told;
  private long judged;
  private long within;
  private long answered;
  private long errorMs;

  void told() {
    told++;
  }

  void answered(Told range, long atMs) {
    long waitMs = atMs - range.atMs();
    judged++;
    within += waitMs >= range.lowMs() && waitMs <= range.highMs() ? 1 : 0;
    answered++;
    errorMs += Math.abs(waitMs - (range.lowMs() + range.highMs()) / 2);
  }

  /** He left unanswered: if he waited for longer than he was told, that was wrong. */
  void left(Told range, long atMs) {
    judged += atMs - range.atMs() > range.highMs() ? 1 : 0;
  }

  WaitsTold counts() {
    return new WaitsTold(told, judged, within, Definitions.ratio(within, judged), Definitions.ratio(errorMs, answered));
  }
}
