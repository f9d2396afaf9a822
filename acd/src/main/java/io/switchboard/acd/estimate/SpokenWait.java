package io.switchboard.acd.estimate;

/**
 * A range as it is told to a caller, in whole minutes. Up to 10 minutes each bound is rounded to the nearest minute, up to 30 to the nearest
 * 5, beyond to the nearest 10; nearest and not outwards, so that what is told stays as likely as what was computed.
 *
 * @param fromMin 0 or more; 0: less than {@code toMin}
 * @param toMin 1 or more; equal to {@code fromMin}: about so many
 */
public record SpokenWait(int fromMin, int toMin) {
  /** Beyond this nobody is told a time. */
  public static final long LONGEST_MS = 7_200_000;

  private static final double MINUTE_MS = 60_000;

  static SpokenWait of(double lowMs, double highMs) {
    int to = Math.max(1, rounded(highMs / MINUTE_MS));
    return new SpokenWait(Math.min(rounded(lowMs / MINUTE_MS), to), to);
  }

  /** Not above this range in either bound. */
  SpokenWait notAbove(int from, int to) {
    int high = Math.min(toMin, Math.max(1, to));
    return new SpokenWait(Math.min(Math.min(fromMin, from), high), high);
  }

  private static int rounded(double minutes) {
    int step = step(minutes);
    return step * (int) Math.round(minutes / step);
  }

  private static int step(double minutes) {
    return minutes < 10 ? 1 : minutes < 30 ? 5 : 10;
  }

  /** The shortest wait that was told. */
  public long lowMs() {
    return fromMin == toMin ? (long) ((fromMin - step(fromMin) / 2.0) * MINUTE_MS) : (long) (fromMin * MINUTE_MS);
  }

  /** The longest. */
  public long highMs() {
    return fromMin == toMin ? (long) ((toMin + step(toMin) / 2.0) * MINUTE_MS) : (long) (toMin * MINUTE_MS);
  }

  /** What rounding alone may change. */
  long stepMs() {
    return (long) (step(toMin) * MINUTE_MS);
  }
}
