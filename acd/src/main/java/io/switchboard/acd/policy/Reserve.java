package io.switchboard.acd.policy;

/**
 * Agents whom a queue keeps free for its more important calls. While no more than so many of those who could take a call are ready, only
 * calls with enough points are offered to them. Waiting earns points too: one for as long as a point is worth, so that a call with
 * {@code p} points too few has waited {@code p} times that when it may have the last agent, and nobody starves.
 *
 * @param agents 0 (nobody is kept) to 1,000
 * @param points of a call that may have the last of them, 1 to {@link CallOrder#MOST_POINTS}
 */
public record Reserve(int agents, int points) {
  /** Nobody is kept. */
  public static final Reserve NONE = new Reserve(0, 1);

  public Reserve {
    if (agents < 0 || agents > 1_000) {
      throw new IllegalArgumentException("a reserve is of 0 to 1,000 agents, not " + agents);
    }
    if (points < 1 || points > CallOrder.MOST_POINTS) {
      throw new IllegalArgumentException("a reserve is for calls of 1 to " + CallOrder.MOST_POINTS + " points, not " + points);
    }
  }

  /** Whether a call of these points that has waited so long is to leave the kept agents alone. */
  public boolean isNotFor(int ofPoints, long waitedMs, long pointWorthMs) {
    return agents > 0 && waitedMs < releasedAfterMs(ofPoints, pointWorthMs);
  }

  /** After how long a wait a call of these points may have the last of them; 0: at once. */
  public long releasedAfterMs(int ofPoints, long pointWorthMs) {
    return agents == 0 ? 0 : Math.max(0, points - ofPoints) * pointWorthMs;
  }
}
