package io.switchboard.app;

import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Installation;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.time.Closures;
import io.switchboard.core.time.Hours;
import io.switchboard.core.line.Destinations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what two configurations differ, and what of it can be taken while calls are on the line. */
record Changes(Configuration before, Configuration after) {

  /** What is read at start only, a line each; empty when all can be taken now. */
  List<String> forRestart() {
    List<String> changed = new ArrayList<>();
    check(changed, "switchboard.yaml", configuration -> withoutRouting(configuration.installation()));
    check(changed, "tenants.yaml", configuration -> configuration.tenants().stream().map(Changes::fixed).toList());
    check(changed, "entry-points.yaml", configuration ->
        List.of(configuration.entryPoints(), configuration.unknownNumber(), configuration.busyFlow()));
    check(changed, "agents.yaml", Changes::phones);
    check(changed, "users.yaml", Configuration::users);
    check(changed, "trunks.yaml", Configuration::trunks);
    check(changed, "lookups.yaml", Configuration::sources);
    return changed;
  }

  private void check(List<String> changed, String file, Function<Configuration, Object> fixed) {
    if (!fixed.apply(before).equals(fixed.apply(after))) {
      changed.add(file + ": " + WHAT_IS_FIXED.get(file) + " changed, which is read at start only; restart, or undo that change");
    }
  }

  private static final Map<String, String> WHAT_IS_FIXED = Map.of(
      "switchboard.yaml", "something other than routing", "tenants.yaml", "a tenant's name, time zone or languages",
      "entry-points.yaml", "an entry point", "agents.yaml", "who there is, a phone or a role", "users.yaml", "a user",
      "trunks.yaml", "a trunk", "lookups.yaml", "a source");

  private static Installation withoutRouting(Installation all) {
    return all.with(new Installation.Routing(0, 0));
  }

  private static Tenant fixed(Tenant tenant) {
    return new Tenant(
        tenant.id(), tenant.name(), tenant.zone(), tenant.languages(), List.of(), Map.of(), Destinations.UNLISTED, false, Map.of());
  }

  private static Map<AgentId, Object> phones(Configuration configuration) {
    return configuration.agents().stream().collect(Collectors.toMap(AgentPlan::id, agent -> List.of(agent.phone(), agent.role())));
  }

  /** The files whose settings differ. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    differs(files, "switchboard.yaml", Configuration::installation);
    differs(files, "tenants.yaml", Configuration::tenants);
    differs(files, "queues.yaml", Changes::queuesWithoutHours);
    differs(files, "agents.yaml", Configuration::agents);
    differs(files, "hours.yaml", Changes::hoursWithoutCalendars);
    differs(files, "calendars", Changes::calendars);
    differs(files, "lookups.yaml", Changes::lookups);
    return files;
  }

  /** Not where they stand in the file. */
  private static Object lookups(Configuration configuration) {
    return configuration.lookups().stream().map(plan -> List.of(plan.source(), plan.asking())).collect(Collectors.toSet());
  }

  /** Hours have a file of their own. */
  private static Object queuesWithoutHours(Configuration configuration) {
    return configuration.queues().stream().map(queue -> queue.withDoors(queue.doors().alwaysOpen())).toList();
  }

  private static Object hoursWithoutCalendars(Configuration configuration) {
    return plans(configuration, hours -> new Hours(hours.zone(), hours.week(), hours.special(), hours.closed(), Closures.NONE));
  }

  private static Object calendars(Configuration configuration) {
    return plans(configuration, Hours::closures);
  }

  private static Object plans(Configuration configuration, Function<Hours, Object> part) {
    return configuration.hours().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, tenant ->
        tenant.getValue().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, plan -> part.apply(plan.getValue())))));
  }

  private void differs(List<String> files, String file, Function<Configuration, Object> part) {
    if (!part.apply(before).equals(part.apply(after))) {
      files.add(file);
    }
  }
}
