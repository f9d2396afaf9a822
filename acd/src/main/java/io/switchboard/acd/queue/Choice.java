package io.switchboard.acd.queue;

import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.Reserve;

/**
 * Who of a queue's agents gets a call.
 *
 * @param preferredWaitMs how long a call waits for the agent whom it prefers before anybody may have it, up to 3,600,000 ms; 0: not at all
 */
public record Choice(AgentPolicy policy, Reserve reserve, long preferredWaitMs) {
  public Choice {
    QueueSettings.within("preferredWaitMs", preferredWaitMs, 0, 3_600_000);
  }
}
