package io.switchboard.acd.estimate;

/**
 * How fast a queue went of late: what {@link Observations} saw in its window.
 *
 * @param completions calls whose work ended in the window, 0 or more
 * @param handlingMs an agent's time for each of them: ringing (in vain included), talk and wrap-up of everybody, also of calls that go on, over
 *     the completions; above 0 where there are completions
 * @param variability of the handling time: variance / mean², 0.25 to 4; 1 while it is exponential
 * @param ringMs from the offer to the answer, mean
 * @param abandoned callers who left the queue of their own will in the window
 * @param abandonedPerMs their rate, for each caller who waits
 */
public record Pace(long completions, double handlingMs, double variability, double ringMs, long abandoned, double abandonedPerMs) {
  /** Fewer completions than this in the window say too little: nobody is told a time. */
  public static final long FEWEST = 10;

  /** Nothing was seen. */
  public static final Pace NONE = new Pace(0, 0, 1, 0, 0, 0);

  /** Too little was seen to tell anybody a time. */
  public boolean thin() {
    return completions < FEWEST;
  }
}
