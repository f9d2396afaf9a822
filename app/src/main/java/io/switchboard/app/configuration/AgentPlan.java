package io.switchboard.app.configuration;

import io.switchboard.core.access.Role;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.Phone;
import java.util.Map;
import java.util.Set;

/**
 * An agent as he is configured.
 *
 * @param skills skill → level, 1 to 10
 * @param strikes after so many offers in a row that he let pass he is made not ready
 */
public record AgentPlan(
    AgentId id, String displayName, PhonePlan phone, Map<String, Integer> skills, Set<QueueId> queues, int strikes, Role role) {

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

    /** In the public network. */
    record Outside(Phone.Number phone) implements PhonePlan {}
  }
}
