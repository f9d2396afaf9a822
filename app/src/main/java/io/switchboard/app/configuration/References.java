package io.switchboard.app.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.id.Closest;
import io.switchboard.core.id.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one file says of another: every tenant, queue, skill, plan, flow and trunk that is named somewhere exists, and once only. */
final class References {
  private static final int LONGEST_PHONE = 64;

  private final Documents all;
  private final Findings findings;

  References(Documents all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void check() {
    names();
    all.byTenant().forEach(document -> document.names(KeyPath.ROOT)
        .forEach(tenant -> known(document, KeyPath.of(tenant), tenant, all.tenants(), tenants(), "tenants")));
    all.queues().entries().filter(this::hasTenant).forEach(this::queue);
    all.agents().entries().filter(this::hasTenant).forEach(this::agent);
    all.hours().entries().forEach(this::plan);
    all.users().entries().forEach(this::user);
    entryPoints();
    endpoints();
    dialledOver();
  }

  private void names() {
    namesOf(all.tenants(), KeyPath.ROOT, "a tenant");
    namesOf(all.trunks(), KeyPath.ROOT, "a trunk");
    namesOf(all.entryPoints(), KeyPath.of("entry_points"), "an entry point");
    all.byTenant().forEach(document ->
        document.names(KeyPath.ROOT).forEach(tenant -> namesOf(document, KeyPath.of(tenant), "such an entry")));
  }

  private void namesOf(Document document, KeyPath section, String what) {
    for (String name : document.names(section)) {
      if (!Names.valid(name)) {
        String better = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]", "-").replaceAll("^[^a-z0-9]+", "");
        findings.add(document, section.then(name), "is no name for " + what,
            "use 1 to 64 of a-z 0-9 _ . - from a letter or digit on" + (Names.valid(better) ? ", e.g. '" + better + "'" : ""));
      }
    }
  }

  private void queue(KeyPath queue) {
    skills(all.queues(), queue.then("skills"));
    all.queues().elements(queue.then("relax")).forEach(step -> skills(all.queues(), step.then("skills")));
    reference(all.queues(), queue.then("hours"), all.hours(), all.hours().names(KeyPath.of(tenantOf(queue))), "plans of hours.yaml");
    reference(all.queues(), queue.then("script"), all.queues(), all.scripts(), "files in scripts");
    all.queues().elements(queue.then("callback").then("trunks")).forEach(trunk ->
        reference(all.queues(), trunk, all.trunks(), all.trunks().names(KeyPath.ROOT), "trunks"));
  }

  private void agent(KeyPath agent) {
    skills(all.agents(), agent.then("skills"));
    for (KeyPath queue : all.agents().elements(agent.then("queues"))) {
      reference(all.agents(), queue, all.queues(), all.queues().names(KeyPath.of(tenantOf(agent))), "queues");
    }
    for (KeyPath trunk : all.agents().elements(agent.then("phone").then("trunks"))) {
      reference(all.agents(), trunk, all.trunks(), all.trunks().names(KeyPath.ROOT), "trunks");
    }
  }

  private void plan(KeyPath plan) {
    all.hours().elements(plan.then("calendars")).forEach(calendar ->
        reference(all.hours(), calendar, all.hours(), all.calendars().names(), "files in " + Calendars.FOLDER));
  }

  private void user(KeyPath user) {
    if (all.agents().at(user).isObject()) {
      findings.add(all.users(), user, "is an agent in agents.yaml already", "give the role there, or another name here");
    }
  }

  private void skills(Document document, KeyPath section) {
    for (String skill : document.names(section)) {
      known(document, section.then(skill), skill, all.tenants(), all.ofTenant(tenantOf(section), "skills"), "skills in tenants.yaml");
    }
  }

  private void entryPoints() {
    entryPoint(KeyPath.of("unknown_number"));
    reference(all.entryPoints(), KeyPath.of("busy", "flow"), all.entryPoints(), all.flows(), "flows");
    Map<String, KeyPath> numbers = new HashMap<>();
    for (String name : all.entryPoints().names(KeyPath.of("entry_points"))) {
      KeyPath at = KeyPath.of("entry_points", name);
      entryPoint(at);
      once(all.entryPoints(), at.then("number"), numbers, "an entry point has its number to itself");
    }
  }

  private void entryPoint(KeyPath at) {
    reference(all.entryPoints(), at.then("flow"), all.entryPoints(), all.flows(), "flows");
    reference(all.entryPoints(), at.then("tenant"), all.tenants(), tenants(), "tenants");
    String tenant = all.entryPoints().at(at.then("tenant")).asText();
    if (tenants().contains(tenant)) {
      reference(all.entryPoints(), at.then("language"), all.tenants(), all.ofTenant(tenant, "languages"), "languages of " + tenant);
    }
  }

  /** Trunks and phones share Asterisk's names of endpoints. */
  private void endpoints() {
    Map<String, KeyPath> taken = new HashMap<>();
    all.agents().entries().forEach(agent -> {
      if (all.agents().at(agent.then("phone")).isMissingNode()) {
        ownPage(agent, taken);
        return;
      }
      KeyPath endpoint = agent.then("phone").then(all.agents().at(agent.then("phone").then("browser")).isMissingNode() ? "endpoint" : "browser");
      once(all.agents(), endpoint, taken, "a phone rings for one agent");
      if (all.trunks().names(KeyPath.ROOT).contains(all.agents().at(endpoint).asText())) {
        findings.add(all.agents(), endpoint, all.agents().shown(endpoint) + " is a trunk in trunks.yaml", "choose another name");
      }
    });
  }

  /** A phone that is left out is named by its agent. */
  private void ownPage(KeyPath agent, Map<String, KeyPath> taken) {
    String name = tenantOf(agent) + "-" + agent.key();
    KeyPath first = taken.putIfAbsent(name, agent.then("phone"));
    if (first != null) {
      findings.add(all.agents(), agent, "the phone in his page would be '" + name + "', which is taken by " + first.parent(), "name another by phone: { browser: NAME }");
    } else if (all.trunks().names(KeyPath.ROOT).contains(name)) {
      findings.add(all.agents(), agent, "the phone in his page would be '" + name + "', which is a trunk in trunks.yaml", "name another by phone: { browser: NAME }");
    } else if (name.length() > LONGEST_PHONE) {
      findings.add(all.agents(), agent, "the name of the phone in his page would have " + name.length() + " characters", "name it by phone: { browser: NAME } with up to 64");
    }
  }

  private void dialledOver() {
    tenants().forEach(tenant -> {
      KeyPath limits = KeyPath.of(tenant, "dialling", "trunks");
      all.tenants().names(limits).forEach(trunk ->
          known(all.tenants(), limits.then(trunk), trunk, all.trunks(), all.trunks().names(KeyPath.ROOT), "trunks"));
    });
  }

  private void once(Document document, KeyPath at, Map<String, KeyPath> taken, String rule) {
    JsonNode value = document.at(at);
    if (!value.isValueNode() || value.isNull()) {
      return;
    }
    KeyPath first = taken.putIfAbsent(value.asText(), at);
    if (first != null) {
      findings.add(document, at, document.shown(at) + " is taken by " + first.parent() + " in line " + document.line(first), rule);
    }
  }

  private void reference(Document document, KeyPath at, Document source, Collection<String> known, String kind) {
    if (document.at(at).isTextual()) {
      known(document, at, document.at(at).asText(), source, known, kind);
    }
  }

  /** Says nothing while the file that would know cannot be read: that has been said. */
  private void known(Document document, KeyPath at, String name, Document source, Collection<String> known, String kind) {
    if (!known.contains(name) && !source.unreadable()) {
      findings.add(document, at, "'" + name + "' is unknown", Closest.remedy(name, known, kind));
    }
  }

  private boolean hasTenant(KeyPath entry) {
    return tenants().contains(tenantOf(entry));
  }

  private List<String> tenants() {
    return all.tenants().names(KeyPath.ROOT);
  }

  private static String tenantOf(KeyPath at) {
    return at.steps().getFirst().toString();
  }
}
