package io.switchboard.core.metric;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fold of {@link Board} over a period of one tenant instead of over its day. A call counts if it entered its queue within the period,
 * also when it is answered after it; handling time if wrap-up ended within it; an agent's time as far as it lies within it. For one thread.
 */
public final class PeriodBoard {
  private final TenantNow tenant;
  private final long untilMs;

  /**
   * @param fromMs first moment of the period, milliseconds since the epoch
   * @param untilMs first moment after it
   * @param queues shown also without a call
   */
  public PeriodBoard(TenantId tenant, Definitions definitions, long fromMs, long untilMs, Collection<QueueId> queues) {
    this.tenant = new TenantNow(tenant, new Reporting(ZoneOffset.UTC, definitions), fromMs, untilMs);
    this.untilMs = untilMs;
    queues.forEach(this.tenant::expect);
  }

  /**
   * Takes the next fact: first those of calls that were open and agents who were signed in when the period began, then every fact until the
   * last call of the period is over.
   */
  public void apply(Fact fact) {
    tenant.apply(fact);
  }

  public Numbers numbers() {
    Snapshot.Tenant all = TenantView.of(tenant, untilMs);
    long busyMs = tenant.agents.values().stream().mapToLong(agent -> agent.busyMs(untilMs)).sum();
    long staffedMs = tenant.agents.values().stream().mapToLong(agent -> agent.staffedMs(untilMs)).sum();
    return new Numbers(all.queues(), all.agents(), Definitions.ratio(busyMs, staffedMs));
  }

  /**
   * What a period came to. Of queues and agents only what is counted has a meaning, not who is where.
   *
   * @param occupancy of all agents together: (talk + wrap-up) / time signed in and not on break
   */
  public record Numbers(List<Snapshot.Queue> queues, List<Snapshot.Agent> agents, @Nullable Double occupancy) {}
}
