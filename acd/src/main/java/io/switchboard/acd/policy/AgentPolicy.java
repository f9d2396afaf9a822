package io.switchboard.acd.policy;

/**
 * Which of the agents who may take a call gets it: the one with the least measure; among equals the longest idle. A policy matters while
 * agents wait for calls; while calls wait for agents there is one agent at a time.
 */
public enum AgentPolicy {
  /** Who has been idle for longest. Measure: since when, milliseconds since the epoch. */
  LONGEST_IDLE("longest_idle"),
  /** Whose last offer is the longest ago, whatever he has done since: each in turn. Measure: when that was, 0 for never. */
  ROUND_ROBIN("round_robin"),
  /** Who has been busy for the least share of his time since he signed in, breaks left out. Measure: that share in millionths. */
  LEAST_OCCUPIED("least_occupied"),
  /** Who has answered the fewest calls since he signed in. Measure: how many. */
  FEWEST_CALLS("fewest_calls"),
  /** Who has the highest levels of the skills that the call asked for when it came. Measure: their sum, negative. */
  MOST_SKILLED("most_skilled"),
  /** Calls in proportion to the agents' weights. Measure: one more call than he has answered, by his weight, in millionths. */
  WEIGHTED("weighted");

  private final String text;

  AgentPolicy(String text) {
    this.text = text;
  }

  /** As configuration and facts name it. */
  public String text() {
    return text;
  }
}
