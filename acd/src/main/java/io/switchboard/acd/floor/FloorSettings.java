package io.switchboard.acd.floor;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Map;

/**
 * Everything that an administrator sets up for the ACD.
 *
 * @param pointWorthMs how much earlier a call is due for each of its points, 0 to 3,600,000 ms
 * @param valueClasses of customers: tenant → class → points in the order of calls, 0 to 10
 * @param phoneRetryMs how long a phone that could not be rung is left alone unless it is heard of again, 1,000 to 3,600,000 ms
 * @param ringGraceMs how long after the ring time the line may take to tell that nobody answered, 500 to 60,000 ms
 */
public record FloorSettings(
    List<QueueSettings> queues, List<AgentSettings> agents, Map<TenantId, Map<String, Integer>> valueClasses, long pointWorthMs,
    long phoneRetryMs, long ringGraceMs) {
  /** What the line usually needs after the ring time to tell that nobody answered, in milliseconds, with room for a busy machine. */
  public static final long RING_GRACE_MS = 3_000;

  public FloorSettings {
    within("pointWorthMs", pointWorthMs, 0, 3_600_000);
    valueClasses.values().forEach(classes -> Skills.check(classes, 0));
    within("phoneRetryMs", phoneRetryMs, 1_000, 3_600_000);
    within("ringGraceMs", ringGraceMs, 500, 60_000);
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    valueClasses = Map.copyOf(valueClasses);
  }

  /** Customers are all alike, a point is worth a minute, a dead phone is tried again after half a minute, the line has 3 s of grace. */
  public static FloorSettings of(List<QueueSettings> queues, List<AgentSettings> agents) {
    return new FloorSettings(queues, agents, Map.of(), 60_000, 30_000, RING_GRACE_MS);
  }

  /** What a customer's class is worth in points; 0 for a class that the tenant does not know. */
  public int points(TenantId tenant, String valueClass) {
    return valueClasses.getOrDefault(tenant, Map.of()).getOrDefault(valueClass, 0);
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + " ms, not " + value);
    }
  }
}
