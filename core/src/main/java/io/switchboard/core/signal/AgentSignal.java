package io.switchboard.core.signal;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;

/** The ACD tells the desk at once what comes to an agent that he did not do himself. His state tells the same to whoever asks. */
public sealed interface AgentSignal extends Signal {
  AgentId agent();

  /**
   * acd → desk.
   *
   * @param about his reason for being not ready, or the state that was set; may be empty
   * @param by the user who did it, of {@link Notice#CHANGED}; else empty
   */
  record Told(AgentId agent, Notice notice, String about, String by) implements AgentSignal {}

  /** desk → acd: what was offered is on its way to each screen of his, or he has none. */
  record Shown(AgentId agent, OfferId offer) implements AgentSignal {}

  /** desk → desk: a supervisor wrote to him; or what he wrote reads so now. */
  record Written(StaffMessages.Message message) implements AgentSignal {
    @Override
    public AgentId agent() {
      return message.to();
    }
  }

  /** desk → desk: he has seen a message. */
  record Seen(AgentId agent, String message) implements AgentSignal {}
}
