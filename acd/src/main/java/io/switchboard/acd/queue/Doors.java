package io.switchboard.acd.queue;

import io.switchboard.core.time.Hours;
import java.util.List;

/**
 * Who may come in, for how long, and who is sent on.
 *
 * @param maxWaiting refuses calls while so many wait or ring; 0: no limit
 * @param maxWaitMs after which a call leaves, unless a phone rings for it; 0: no limit, at most 24 h
 * @param overflows the rules by which calls are sent on, in the order in which they are looked at; at most 10
 * @param withoutAgents whether calls may wait while no agent of this queue is signed in
 */
public record Doors(int maxWaiting, long maxWaitMs, Hours hours, boolean withoutAgents, List<Overflow> overflows) {
  public Doors {
    QueueSettings.within("maxWaiting", maxWaiting, 0, 1_000_000);
    QueueSettings.within("maxWaitMs", maxWaitMs, 0, 24 * 3_600_000L);
    QueueSettings.within("number of rules of overflow", overflows.size(), 0, 10);
    overflows = List.copyOf(overflows);
  }

  /** Nobody is sent on. */
  public Doors(int maxWaiting, long maxWaitMs, Hours hours, boolean withoutAgents) {
    this(maxWaiting, maxWaitMs, hours, withoutAgents, List.of());
  }

  /** The same doors, never closed by the hour. */
  public Doors alwaysOpen() {
    return new Doors(maxWaiting, maxWaitMs, Hours.always(), withoutAgents, overflows);
  }
}
