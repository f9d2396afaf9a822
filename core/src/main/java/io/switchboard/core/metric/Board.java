package io.switchboard.core.metric;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fold of facts from which every number comes. Give it facts in the journal's order and ask it at any time. For one thread.
 *
 * <p>After a restart it is the same again when it is given first the facts of the journal's live replay that are older than
 * {@link #needsSince}, then every fact since, then what comes.
 */
public final class Board {
  /** A talk may end before midnight and its wrap-up after it: both are needed for the handling time. Wrap-up is shorter than this. */
  private static final long BEFORE_MIDNIGHT_MS = 2 * 3_600_000L;

  private static final Reporting UNKNOWN_TENANT = new Reporting(ZoneOffset.UTC, Definitions.standard());

  private final Map<TenantId, Reporting> reporting;
  private final Map<String, TenantNow> tenants = new TreeMap<>();

  /**
   * @param reporting of each tenant; the facts of another are counted in UTC by the standard definitions
   * @param queues shown also before their first call, each with the agents who serve it
   * @param agents shown also before their first sign-in
   */
  public Board(Map<TenantId, Reporting> reporting, Map<QueueId, Set<AgentId>> queues, Collection<AgentId> agents) {
    this.reporting = Map.copyOf(reporting);
    reporting.keySet().forEach(this::tenant);
    serve(queues);
    agents.forEach(agent -> tenant(agent.tenant()).agent(agent));
  }

  /** Other agents serve other queues from now on. A queue that is missing stays for its numbers of the day, and nobody serves it. */
  public void serve(Map<QueueId, Set<AgentId>> queues) {
    tenants.values().forEach(TenantNow::expectNobody);
    queues.forEach((queue, servedBy) -> tenant(queue.tenant()).expect(queue, servedBy));
  }

  private TenantNow tenant(TenantId id) {
    return tenants.computeIfAbsent(id.value(), name -> new TenantNow(id, reporting.getOrDefault(id, UNKNOWN_TENANT)));
  }

  public void apply(Fact fact) {
    tenant(fact.tenant()).apply(fact);
  }

  /** Since when it needs every fact to know today, milliseconds since the epoch. */
  public long needsSince(long nowMs) {
    return tenants.values().stream().mapToLong(tenant -> tenant.reporting.midnight(nowMs)).min().orElse(nowMs) - BEFORE_MIDNIGHT_MS;
  }

  public Snapshot snapshot(long nowMs) {
    return new Snapshot(nowMs, true, tenants.values().stream().map(tenant -> TenantView.of(tenant, nowMs)).toList());
  }
}
