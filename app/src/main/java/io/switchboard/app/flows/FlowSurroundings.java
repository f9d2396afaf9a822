package io.switchboard.app.flows;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.line.SipDestinations;
import io.switchboard.core.line.Trunk;
import io.switchboard.ivr.adapter.cel.CelExpressions;
import io.switchboard.ivr.flow.Surroundings;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.prompt.PromptBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a configuration has for flows to name. */
public final class FlowSurroundings {
  private FlowSurroundings() {}

  /** Without prompts and flows, which are read with them. */
  public static Surroundings of(Configuration configuration) {
    Set<String> queues = configuration.queues().stream().map(queue -> queue.id().name()).collect(Collectors.toSet());
    Set<String> hours = configuration.hours().values().stream().flatMap(plans -> plans.keySet().stream()).collect(Collectors.toSet());
    Set<String> agents = configuration.agents().stream().map(agent -> agent.id().name()).collect(Collectors.toSet());
    Set<String> skills = configuration.tenants().stream().flatMap(tenant -> tenant.skills().stream()).collect(Collectors.toSet());
    Set<String> classes = configuration.tenants().stream()
        .flatMap(tenant -> tenant.valueClasses().keySet().stream()).collect(Collectors.toSet());
    Map<String, Set<String>> overflows = new HashMap<>();
    configuration.queues().forEach(queue -> queue.doors().overflows().forEach(rule ->
        overflows.computeIfAbsent(queue.id().name(), name -> new HashSet<>()).add(rule.name())));
    return new Surroundings(
        queues, overflows, agents, skills, classes, configuration.tenants().stream().map(Tenant::destinations).toList(),
        sip(configuration), hours, new PromptBook(Map.of()), lookups(configuration), Map.of(), new CelExpressions());
  }

  /** By name. */
  public static Map<String, Lookup> lookups(Configuration configuration) {
    return configuration.lookups().stream().map(plan -> plan.asking().lookup()).collect(Collectors.toMap(Lookup::name, each -> each));
  }

  /** Trunk → the SIP addresses that may be dialled as it. */
  public static Map<String, SipDestinations> sip(Configuration configuration) {
    return configuration.trunks().stream()
        .collect(Collectors.toMap(Trunk::name, trunk -> new SipDestinations(trunk.transferTo(), trunk.numbers())));
  }
}
