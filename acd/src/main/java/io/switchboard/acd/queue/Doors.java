package io.switchboard.acd.queue;

import io.switchboard.core.time.Hours;

/**
 * Who may come in, and for how long.
 *
 * @param maxWaiting refuses calls while so many wait or ring; 0: no limit
 * @param maxWaitMs after which a call leaves, unless a phone rings for it; 0: no limit, at most 24 h
 * @param withoutAgents whether calls may wait while no agent of this queue is signed in
 */
public record Doors(int maxWaiting, long maxWaitMs, Hours hours, boolean withoutAgents) {
  public Doors {
    QueueSettings.within("maxWaiting", maxWaiting, 0, 1_000_000);
    QueueSettings.within("maxWaitMs", maxWaitMs, 0, 24 * 3_600_000L);
  }

  /** The same doors, never closed by the hour. */
  public Doors alwaysOpen() {
    return new Doors(maxWaiting, maxWaitMs, Hours.always(), withoutAgents);
  }
}
