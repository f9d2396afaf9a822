package io.switchboard.acd.queue;

import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;

/**
 * Who of a queue's agents gets a call.
 *
 * @param preferredWaitMs how long a call waits for the agent whom it prefers before anybody may have it, up to 3,600,000 ms; 0: not at all
 * @param lastAgentMs a call that prefers nobody prefers the agent who talked with its number last, if that was not longer ago than this;
 *     up to 366 days, 0: it does not
 * @param atOnce how many agents' phones ring for one call at once, as far as so many are ready: 1 to 20. Who answers first has it
 */
public record Choice(AgentPolicy policy, Reserve reserve, long preferredWaitMs, long lastAgentMs, int atOnce) {
  public Choice {
    QueueSettings.within("preferredWaitMs", preferredWaitMs, 0, 3_600_000);
    QueueSettings.within("lastAgentMs", lastAgentMs, 0, 366 * 24 * 3_600_000L);
    QueueSettings.within("atOnce", atOnce, 1, 20);
  }

  /** One phone at a time, and no memory of who talked with whom. */
  public Choice(AgentPolicy policy, Reserve reserve, long preferredWaitMs) {
    this(policy, reserve, preferredWaitMs, 0, 1);
  }
}
