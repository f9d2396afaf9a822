package io.switchboard.acd.floor;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.queue.QueueSettings;
import java.util.List;

/**
 * Everything that an administrator sets up for the ACD.
 *
 * @param priorityWorthMs how much earlier a call counts as entered for each point of priority, 0 to 3,600,000 ms
 * @param phoneRetryMs how long a phone that could not be rung is left alone unless it is heard of again, 1,000 to 3,600,000 ms
 * @param ringGraceMs how long after the ring time the line may take to tell that nobody answered, 500 to 60,000 ms
 */
public record FloorSettings(
    List<QueueSettings> queues, List<AgentSettings> agents, long priorityWorthMs, long phoneRetryMs, long ringGraceMs) {
  public FloorSettings {
    within("priorityWorthMs", priorityWorthMs, 0, 3_600_000);
    within("phoneRetryMs", phoneRetryMs, 1_000, 3_600_000);
    within("ringGraceMs", ringGraceMs, 500, 60_000);
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
  }

  /** A point of priority is worth a minute, a dead phone is tried again after half a minute, the line has 3 s of grace. */
  public static FloorSettings of(List<QueueSettings> queues, List<AgentSettings> agents) {
    return new FloorSettings(queues, agents, 60_000, 30_000, 3_000);
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + " ms, not " + value);
    }
  }
}
