package io.switchboard.app.configuration;

import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Trunk;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.lookup.Lookup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that an administrator set, checked.
 *
 * @param unknownNumber where a call to a number goes that no entry point has; its number is empty
 * @param busyFlow what calls beyond the limit hear, in the tenant and language of their entry point
 * @param hours the plans by tenant and name
 * @param trunks in the order in which calls out try them
 * @param users all who may log in, agents included
 * @param scripts queue → the guided script that its agents are proposed
 * @param desks queue → what desks and wallboards show of it
 * @param sources the data sources, and {@code lookups} what flows can ask them
 */
public record Configuration(
    Installation installation, List<Tenant> tenants, List<EntryPoint> entryPoints, EntryPoint unknownNumber, String busyFlow,
    List<QueueSettings> queues, List<AgentPlan> agents, List<UserPlan> users, Map<TenantId, Map<String, Hours>> hours, List<Trunk> trunks,
    List<SourcePlan> sources, List<LookupPlan> lookups, Map<QueueId, String> scripts, Map<QueueId, QueueDesk> desks) {

  /** What desks and wallboards show of a queue. */
  public QueueDesk desk(QueueId queue) {
    return desks.getOrDefault(queue, QueueDesk.PLAIN);
  }

  /** What flows can look up: name → types. */
  public Map<String, Lookup> lookupsByName() {
    return lookups.stream().map(plan -> plan.asking().lookup()).collect(Collectors.toUnmodifiableMap(Lookup::name, Function.identity()));
  }

  /** What the ACD needs of all this. */
  public FloorSettings floor() {
    Map<TenantId, FloorSettings.Names> names = tenants.stream().collect(Collectors.toMap(
        Tenant::id, tenant -> new FloorSettings.Names(Set.copyOf(tenant.skills()), tenant.valueClasses(), tenant.notReady(), tenant.dialling())));
    Installation.Routing routing = installation.routing();
    return new FloorSettings(
        queues, agents.stream().map(AgentPlan::settings).toList(), names, routing.pointWorthMs(), routing.phoneRetryMs(),
        FloorSettings.RING_GRACE_MS);
  }
}
