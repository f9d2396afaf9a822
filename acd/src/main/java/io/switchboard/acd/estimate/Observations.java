package io.switchboard.acd.estimate;

/**
 * What is seen of one queue, minute by minute of the last hour, for its {@link Pace}. The pace is that of the latest whole minutes that hold
 * {@value #ENOUGH} completions between them, or of the hour: a large queue looks back some minutes and follows its day, a small one looks
 * back as far as it may.
 *
 * <p>Rates are counts over exposure: completions over the time that agents were engaged, those who left over the time that callers waited.
 * The mean of completed handling times would be too short while the window is young, since long calls end later; and callers who are
 * answered before their patience is over would be left out. Times are milliseconds since the epoch and do not go back.
 */
final class Observations {
  static final long ENOUGH = 700;
  private static final int MINUTES = 60;
  private static final long MINUTE_MS = 60_000;
  static final long WINDOW_MS = MINUTES * MINUTE_MS;
  private static final double LEAST_VARIABILITY = 0.25;
  private static final double MOST_VARIABILITY = 4;

  private static final class Minute {
    long number = Long.MIN_VALUE;
    long engagedMs;
    long completions;
    double completedMs;
    double squaredMs;
    long ringMs;
    long answers;
    long waitedMs;
    long abandoned;

    void begin(long of) {
      number = of;
      engagedMs = 0;
      completions = 0;
      completedMs = 0;
      squaredMs = 0;
      ringMs = 0;
      answers = 0;
      waitedMs = 0;
      abandoned = 0;
    }
  }

  private final Minute[] minutes = new Minute[MINUTES];
  private int engaged;
  private int waiting;
  private long untilMs;

  Observations(long sinceMs) {
    for (int i = 0; i < MINUTES; i++) {
      minutes[i] = new Minute();
    }
    untilMs = sinceMs;
  }

  void engages(long atMs) {
    to(atMs);
    engaged++;
  }

  /** @param completed false: nobody answered, so the time counts and the call does not */
  void free(long atMs, long engagedMs, boolean completed) {
    Minute now = to(atMs);
    engaged--;
    if (completed) {
      now.completions++;
      now.completedMs += engagedMs;
      now.squaredMs += (double) engagedMs * engagedMs;
    }
  }

  void answered(long atMs, long ringMs) {
    Minute now = to(atMs);
    now.answers++;
    now.ringMs += ringMs;
  }

  void waits(long atMs) {
    to(atMs);
    waiting++;
  }

  void waitsNoMore(long atMs, boolean abandoned) {
    Minute now = to(atMs);
    waiting--;
    now.abandoned += abandoned ? 1 : 0;
  }

  Pace pace(long nowMs) {
    Minute sum = new Minute();
    long last = Math.floorDiv(Math.max(nowMs, untilMs), MINUTE_MS);
    to(nowMs);
    for (long number = last; number > last - MINUTES && sum.completions < ENOUGH; number--) {
      Minute minute = minutes[slot(number)];
      if (minute.number == number) {
        add(sum, minute);
      }
    }
    return of(sum);
  }

  private static void add(Minute sum, Minute minute) {
    sum.engagedMs += minute.engagedMs;
    sum.completions += minute.completions;
    sum.completedMs += minute.completedMs;
    sum.squaredMs += minute.squaredMs;
    sum.ringMs += minute.ringMs;
    sum.answers += minute.answers;
    sum.waitedMs += minute.waitedMs;
    sum.abandoned += minute.abandoned;
  }

  private static Pace of(Minute sum) {
    if (sum.completions == 0) {
      return Pace.NONE;
    }
    double mean = sum.completedMs / sum.completions;
    double variability = mean == 0 ? 1 : sum.squaredMs / sum.completions / (mean * mean) - 1;
    return new Pace(
        sum.completions, Math.max(1, (double) sum.engagedMs / sum.completions),
        Math.clamp(variability, LEAST_VARIABILITY, MOST_VARIABILITY),
        sum.answers == 0 ? 0 : (double) sum.ringMs / sum.answers, sum.abandoned,
        sum.abandoned == 0 ? 0 : sum.abandoned / (double) Math.max(1, sum.waitedMs));
  }

  /** Books the time up to now, and gives the minute that it is. */
  private Minute to(long atMs) {
    while (untilMs < atMs) {
      long number = Math.floorDiv(untilMs, MINUTE_MS);
      if (number < Math.floorDiv(atMs, MINUTE_MS) - MINUTES) {
        untilMs = (Math.floorDiv(atMs, MINUTE_MS) - MINUTES) * MINUTE_MS; // before the hour that is looked at
        continue;
      }
      long nextMs = Math.min(atMs, (number + 1) * MINUTE_MS);
      Minute minute = minute(number);
      minute.engagedMs += engaged * (nextMs - untilMs);
      minute.waitedMs += waiting * (nextMs - untilMs);
      untilMs = nextMs;
    }
    return minute(Math.floorDiv(untilMs, MINUTE_MS));
  }

  private Minute minute(long number) {
    Minute minute = minutes[slot(number)];
    if (minute.number != number) {
      minute.begin(number);
    }
    return minute;
  }

  private static int slot(long number) {
    return (int) Math.floorMod(number, (long) MINUTES);
  }
}
