package io.switchboard.app;

import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.configuration.Installation;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.app.configuration.UserPlan;
import io.switchboard.app.configuration.Wrong;
import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.time.Closures;
import io.switchboard.core.time.Hours;
import io.switchboard.core.line.Destinations;
import io.switchboard.core.line.Trunk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what two configurations differ, and what of it can be taken while calls are on the line. */
record Changes(Configuration before, Configuration after) {

  /**
   * What is read at start only, a line each; empty when all can be taken now.
   *
   * @param directory whence {@code after} was read, for the lines
   */
  List<String> forRestart(Path directory) {
    List<String> changed = new ArrayList<>();
    if (!withoutRouting(before.installation()).equals(withoutRouting(after.installation()))) {
      changed.add(wrong("switchboard.yaml", 0, "", "something other than routing changed"));
    }
    fixed(changed, directory, "tenants.yaml", "name, time zone or languages changed", Changes::tenants);
    fixed(changed, directory, "entry-points.yaml", "changed", Changes::entryPoints);
    fixed(changed, directory, "agents.yaml", "phone or role changed", Changes::phones);
    fixed(changed, directory, "users.yaml", "changed", Changes::users);
    fixed(changed, directory, "lookups.yaml", "changed",
        configuration -> sections(configuration.sources(), source -> "sources." + source.name(), source -> source));
    fixed(changed, directory, "trunks.yaml", "changed", configuration -> sections(configuration.trunks(), Trunk::name, Trunk::asLine));
    List<String> were = before.trunks().stream().map(Trunk::name).toList();
    List<String> are = after.trunks().stream().map(Trunk::name).toList();
    if (!were.equals(are) && Set.copyOf(were).equals(Set.copyOf(are))) {
      changed.add(wrong("trunks.yaml", 0, "", "the order in which calls out try them changed"));
    }
    return changed;
  }

  /** Settings by the path of their section: those that came, went, or are others now. */
  private void fixed(List<String> changed, Path directory, String file, String how, Function<Configuration, Map<String, Object>> part) {
    Map<String, Object> old = part.apply(before);
    Map<String, Object> now = part.apply(after);
    if (old.equals(now)) {
      return;
    }
    Map<String, Integer> lines = ConfigurationFiles.lines(directory, file);
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      if (!Objects.equals(old.get(key), now.get(key))) {
        String what = !old.containsKey(key) ? "is new" : !now.containsKey(key) ? "is gone" : how;
        changed.add(wrong(file, lines.getOrDefault(key, 0), key, what));
      }
    }
  }

  private static String wrong(String file, int line, String key, String what) {
    return new Wrong(file, line, key, what + ", which is read at start only", "restart, or undo that change").toString();
  }

  private static Map<String, Object> tenants(Configuration configuration) {
    return sections(configuration.tenants(), tenant -> tenant.id().value(), Changes::fixed);
  }

  private static Map<String, Object> entryPoints(Configuration configuration) {
    Map<String, Object> all = sections(configuration.entryPoints(), entry -> "entry_points." + entry.name(), entry -> entry);
    all.put("unknown_number", configuration.unknownNumber());
    all.put("busy", configuration.busyFlow());
    return all;
  }

  private static Map<String, Object> users(Configuration configuration) {
    Set<AgentId> agents = configuration.agents().stream().map(AgentPlan::id).collect(Collectors.toSet());
    return sections(
        configuration.users().stream().filter(user -> !agents.contains(new AgentId(user.tenant(), user.name()))).toList(),
        user -> user.tenant() + "." + user.name(), UserPlan::role);
  }

  private static Map<String, Object> phones(Configuration configuration) {
    return sections(
        configuration.agents(), agent -> agent.id().tenant() + "." + agent.id().name(), agent -> List.of(agent.phone(), agent.role()));
  }

  private static <T> Map<String, Object> sections(List<T> all, Function<T, String> key, Function<T, Object> fixed) {
    Map<String, Object> sections = new LinkedHashMap<>();
    all.forEach(each -> sections.put(key.apply(each), fixed.apply(each)));
    return sections;
  }

  private static Installation withoutRouting(Installation all) {
    return all.with(new Installation.Routing(0, 0));
  }

  private static Tenant fixed(Tenant tenant) {
    return new Tenant(
        tenant.id(), tenant.name(), tenant.zone(), tenant.languages(), List.of(), Map.of(), Destinations.UNLISTED, false, Map.of(),
        tenant.crm(), DialLimits.STANDARD);
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
    differs(files, "trunks.yaml", Configuration::trunks);
    return files;
  }

  /** Not where they stand in the file. */
  private static Object lookups(Configuration configuration) {
    return configuration.lookups().stream().map(plan -> List.of(plan.source(), plan.asking())).collect(Collectors.toSet());
  }

  /** Hours have a file of their own. */
  private static Object queuesWithoutHours(Configuration configuration) {
    return List.of(
        configuration.queues().stream().map(queue -> queue.withDoors(queue.doors().alwaysOpen())).toList(), configuration.scripts());
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
