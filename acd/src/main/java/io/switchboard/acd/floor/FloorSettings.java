package io.switchboard.acd.floor;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that an administrator sets up for the ACD.
 *
 * @param pointWorthMs how much earlier a call is due for each of its points, 0 to 3,600,000 ms
 * @param tenants what each company has names for; one that is missing has no value classes, and any skill
 * @param phoneRetryMs how long a phone that could not be rung is left alone unless it is heard of again, 1,000 to 3,600,000 ms
 * @param ringGraceMs how long after the ring time the line may take to tell that nobody answered, 500 to 60,000 ms
 */
public record FloorSettings(
    List<QueueSettings> queues, List<AgentSettings> agents, Map<TenantId, Names> tenants, long pointWorthMs,
    long phoneRetryMs, long ringGraceMs) {
  /**
   * What a company has names for.
   *
   * @param skills that its queues may require and its agents may have
   * @param valueClasses of its customers: class → points in the order of calls, 0 to 10
   * @param reasons for being not ready; empty: any
   * @param dialling how its agents dial
   */
  public record Names(Set<String> skills, Map<String, Integer> valueClasses, Map<String, NotReadyReason> reasons, DialLimits dialling) {
    /** Whose agents dial as is usual. */
    public Names(Set<String> skills, Map<String, Integer> valueClasses, Map<String, NotReadyReason> reasons) {
      this(skills, valueClasses, reasons, DialLimits.STANDARD);
    }

    /** Who may be not ready for any reason. */
    public Names(Set<String> skills, Map<String, Integer> valueClasses) {
      this(skills, valueClasses, Map.of());
    }

    public Names {
      Skills.check(valueClasses, 0);
      reasons = Map.copyOf(reasons);
      skills = Set.copyOf(skills);
      valueClasses = Map.copyOf(valueClasses);
    }
  }

  /** What the line usually needs after the ring time to tell that nobody answered, in milliseconds, with room for a busy machine. */
  public static final long RING_GRACE_MS = 3_000;

  public FloorSettings {
    within("pointWorthMs", pointWorthMs, 0, 3_600_000);
    within("phoneRetryMs", phoneRetryMs, 1_000, 3_600_000);
    within("ringGraceMs", ringGraceMs, 500, 60_000);
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    tenants = Map.copyOf(tenants);
  }

  /** Customers are all alike, a point is worth a minute, a dead phone is tried again after half a minute, the line has 3 s of grace. */
  public static FloorSettings of(List<QueueSettings> queues, List<AgentSettings> agents) {
    return new FloorSettings(queues, agents, Map.of(), 60_000, 30_000, RING_GRACE_MS);
  }

  /** What a customer's class is worth in points; 0 for a class that the tenant does not know. */
  public int points(TenantId tenant, String valueClass) {
    Names names = tenants.get(tenant);
    return names == null ? 0 : names.valueClasses().getOrDefault(valueClass, 0);
  }

  /** Whether the tenant knows such a skill. */
  public boolean knowsSkill(TenantId tenant, String skill) {
    Names names = tenants.get(tenant);
    return names == null || names.skills().contains(skill);
  }

  /** The tenant's reasons for being not ready; empty: any will do. */
  public Map<String, NotReadyReason> reasons(TenantId tenant) {
    Names names = tenants.get(tenant);
    return names == null ? Map.of() : names.reasons();
  }

  /** How the tenant's agents dial. */
  public DialLimits dialling(TenantId tenant) {
    Names names = tenants.get(tenant);
    return names == null ? DialLimits.STANDARD : names.dialling();
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + " ms, not " + value);
    }
  }
}
