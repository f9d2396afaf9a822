package io.switchboard.outbound.pacing;

/**
 * Of one campaign.
 *
 * @param limitMillionths of live answers without an agent in time, 0 to 500,000; 30,000 is 3 %
 * @param graceMs within which of the greeting an agent is to be there, 0 to 10,000; 2,000 by the rules
 * @param leastRingMs a dial may be taken back only after so long, 15,000 by the rules, at most {@code mostRingMs}
 * @param mostRingMs after which a dial that nobody answers ends, up to 60,000
 * @param agents at most, 1 to 5,000
 * @param dials outstanding at most, 1 to 20,000
 * @param talkMs what a talk takes, as long as none was seen; 1,000 to 3,600,000
 * @param wrapUpMs what wrap-up takes, as long as none was seen; 1,000 to 3,600,000
 * @param answerRate of dials, as long as none was seen; above 0 and below 1. Rather too high than too low
 */
public record Settings(
    int limitMillionths, int graceMs, int leastRingMs, int mostRingMs, int agents, int dials, int talkMs, int wrapUpMs, double answerRate) {
  private static final int HOUR_MS = 3_600_000;

  /** @throws IllegalArgumentException when one is outside its range */
  public Settings {
    within("limitMillionths", limitMillionths, 0, 500_000);
    within("graceMs", graceMs, 0, 10_000);
    within("mostRingMs", mostRingMs, 1_000, 60_000);
    within("leastRingMs", leastRingMs, 0, mostRingMs);
    within("agents", agents, 1, 5_000);
    within("dials", dials, 1, 20_000);
    within("talkMs", talkMs, 1_000, HOUR_MS);
    within("wrapUpMs", wrapUpMs, 1_000, HOUR_MS);
    if (!(answerRate > 0 && answerRate < 1)) {
      throw new IllegalArgumentException("answerRate is above 0 and below 1, not " + answerRate);
    }
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is " + least + " to " + most + ", not " + value);
    }
  }

  /** 3 %, 2 s, 15 s; room for so many agents. */
  public static Settings standard(int agents, int mostRingMs) {
    return new Settings(30_000, 2_000, 15_000, mostRingMs, agents, Math.min(20_000, 30 * agents + 100), 120_000, 20_000, 0.3);
  }
}
