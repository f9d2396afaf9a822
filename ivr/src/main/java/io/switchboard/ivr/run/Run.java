package io.switchboard.ivr.run;

import io.switchboard.ivr.flow.Flow;

/**
 * One caller in one flow, now. He stays on the version of the flow that he began with.
 *
 * @param step where he is, or where he goes on after a restart; empty before the first, or where a changed flow no longer has it
 * @param language that he hears
 * @param noKeys how often the menu got no key
 * @param wrongKeys how often the menu got a wrong key
 * @param ahead keys that no menu asked for yet, in the order in which they were pressed; at most {@link #MOST_AHEAD}
 * @param play number of the last play
 * @param timer number of the last timer
 * @param errand number of the last transfer or message
 */
public record Run(
    Caller caller, Flow flow, RunState state, String step, String language, int noKeys, int wrongKeys, String ahead, int play, int timer,
    int errand) {
  /** More keys than any person presses ahead; further ones are dropped. */
  public static final int MOST_AHEAD = 32;

  /** A run before its first step. */
  public static Run fresh(Caller caller, Flow flow, String language) {
    return new Run(caller, flow, RunState.NEW, "", language, 0, 0, "", 0, 0, 0);
  }

  /** A run at a step, as facts left it. */
  static Run at(Caller caller, Flow flow, RunState state, String step, String language, int errand) {
    return new Run(caller, flow, state, step, language, 0, 0, "", 0, 0, errand);
  }

  /** The same run, over. */
  public Run ended() {
    return new Run(caller, flow, RunState.ENDED, step, language, noKeys, wrongKeys, "", play, timer, errand);
  }
}
