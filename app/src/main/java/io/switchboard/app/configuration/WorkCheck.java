package io.switchboard.app.configuration;

import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.core.id.Closest;
import java.util.List;
import java.util.TreeSet;

/** What a schema cannot say of how agents work: settings that exclude each other, names that are taken, reasons that exist. */
final class WorkCheck {
  private final Documents all;
  private final Findings findings;

  WorkCheck(Documents all, Findings findings) {
    this.all = all;
    this.findings = findings;
  }

  void check() {
    all.tenants().names(KeyPath.ROOT).forEach(tenant -> reasons(KeyPath.of(tenant, "not_ready")));
    all.queues().entries().forEach(this::wrapUp);
    all.agents().entries().forEach(this::breaks);
  }

  private void reasons(KeyPath section) {
    for (String name : all.tenants().names(section)) {
      if (NotReadyReason.RESERVED.contains(name)) {
        findings.add(all.tenants(), section.then(name), "is a reason that the platform gives itself",
            "choose another name than " + String.join(", ", new TreeSet<>(NotReadyReason.RESERVED)));
      } else if (all.tenants().at(section.then(name)).has("then") && !all.tenants().at(section.then(name)).has("limit_s")) {
        findings.add(all.tenants(), section.then(name).then("then"), "follows nothing", "give limit_s too, after which he is ready");
      }
    }
  }

  private void wrapUp(KeyPath queue) {
    boolean required = all.queues().at(queue.then("wrap_up_code_required")).asBoolean(false);
    KeyPath ofTenant = KeyPath.of(queue.steps().getFirst().toString(), "wrap_up_codes");
    if (required && !all.queues().at(queue).has("wrap_up_codes") && all.tenants().names(ofTenant).isEmpty()) {
      findings.add(all.queues(), queue.then("wrap_up_code_required"), "asks for a code and there is none", "give wrap_up_codes, here or in tenants.yaml");
    }
    if (all.queues().at(queue).has("wrap_up") && all.queues().at(queue).has("wrap_up_s")) {
      findings.add(all.queues(), queue.then("wrap_up_s"), "says the same as wrap_up", "give one of the two");
    }
  }

  private void breaks(KeyPath agent) {
    KeyPath reasons = KeyPath.of(agent.steps().getFirst().toString(), "not_ready");
    List<String> known = all.tenants().names(reasons);
    for (KeyPath each : all.agents().elements(agent.then("breaks"))) {
      KeyPath reason = each.then("reason");
      String name = all.agents().at(reason).asText();
      if (all.agents().at(reason).isTextual() && !known.isEmpty() && !known.contains(name)) {
        findings.add(all.agents(), reason, "'" + name + "' is unknown", Closest.remedy(name, known, "reasons of not_ready in tenants.yaml"));
      } else if (NotReadyReason.RESERVED.contains(name)) {
        findings.add(all.agents(), reason, "'" + name + "' is a reason that the platform gives itself", "choose another");
      }
    }
  }
}
