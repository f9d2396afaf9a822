package io.switchboard.acd.queue;

import io.switchboard.core.time.Hours;

/**
 * Who may come in.
 *
 * @param maxWaiting refuses calls while so many wait or ring; 0: no limit
 * @param withoutAgents whether calls may wait while no agent of this queue is signed in
 */
public record Doors(int maxWaiting, Hours hours, boolean withoutAgents) {
  public Doors {
    QueueSettings.within("maxWaiting", maxWaiting, 0, 1_000_000);
  }
}
