package io.switchboard.app.configuration;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.Phone;

/** An agent as he is configured: what the ACD needs of him, how his phone is reached, what he may do beyond taking calls. */
public record AgentPlan(AgentSettings settings, PhonePlan phone, Role role) {

  public AgentId id() {
    return settings.id();
  }

  /** How his phone is reached. */
  public sealed interface PhonePlan {
    /** As the line speaks of it. */
    Phone phone();

    /** Registers in our Asterisk with this password. */
    record Registering(Phone.Endpoint phone, String secret) implements PhonePlan {
      /** The secret is not shown. */
      @Override
      public String toString() {
        return phone.name();
      }
    }

    /** Always at this address, e.g. {@code sip:anna@192.0.2.7:5060}. */
    record Fixed(Phone.Endpoint phone, String contact) implements PhonePlan {}

    /** In the agent's page; it signs in with a secret made for each session. */
    record Browser(Phone.Endpoint phone) implements PhonePlan {}

    /** In the public network. */
    record Outside(Phone.Number phone) implements PhonePlan {}
  }
}
