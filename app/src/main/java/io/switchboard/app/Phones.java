package io.switchboard.app;

import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.AgentPlan.PhonePlan;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.Listen;
import io.switchboard.core.adapter.asterisk.files.AsteriskSetup.PhoneAccount;
import io.switchboard.core.id.AgentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Agents' phones as Asterisk must know them. */
final class Phones {
  private static final Pattern CONTACT = Pattern.compile("sip:(?:([^@]+)@)?([^:@]+)(?::(\\d+))?");
  private static final int SIP_PORT = 5060;

  private Phones() {}

  static List<PhoneAccount> accounts(List<AgentPlan> agents) {
    return agents.stream().flatMap(agent -> account(agent.phone()).stream()).toList();
  }

  static Set<String> endpoints(List<AgentPlan> agents) {
    return accounts(agents).stream().map(PhoneAccount::endpoint).collect(Collectors.toSet());
  }

  /** Where Asterisk lets browser phones in; empty where nobody has one. */
  static Optional<Listen> browsers(List<AgentPlan> agents, String host, int port) {
    return agents.stream().anyMatch(agent -> agent.phone() instanceof PhonePlan.Browser) ? Optional.of(new Listen(host, port)) : Optional.empty();
  }

  /** Whose phone is in his page, by its name. */
  static Map<AgentId, String> inPages(List<AgentPlan> agents) {
    Map<AgentId, String> endpoints = new HashMap<>();
    for (AgentPlan agent : agents) {
      if (agent.phone() instanceof PhonePlan.Browser page) {
        endpoints.put(agent.id(), page.phone().name());
      }
    }
    return endpoints;
  }

  private static Optional<PhoneAccount> account(PhonePlan phone) {
    return switch (phone) {
      case PhonePlan.Registering own -> Optional.of(new PhoneAccount.Registering(own.phone().name(), own.secret()));
      case PhonePlan.Fixed fixed -> Optional.of(fixed(fixed));
      case PhonePlan.Browser page -> Optional.of(new PhoneAccount.Browser(page.phone().name()));
      case PhonePlan.Outside outside -> Optional.empty();
    };
  }

  private static PhoneAccount fixed(PhonePlan.Fixed phone) {
    Matcher contact = CONTACT.matcher(phone.contact());
    if (!contact.matches()) {
      throw new IllegalArgumentException("the configuration let pass the contact " + phone.contact());
    }
    String user = contact.group(1) == null ? "" : contact.group(1);
    int port = contact.group(3) == null ? SIP_PORT : Integer.parseInt(contact.group(3));
    return new PhoneAccount.Fixed(phone.phone().name(), user, contact.group(2), port);
  }
}
