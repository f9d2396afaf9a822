package io.switchboard.core.signal;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.id.AgentId;

/** The ACD tells the API at once what an agent did not do himself. He himself reads it from his state, whenever he asks. */
public sealed interface AgentSignal extends Signal {
  AgentId agent();

  /**
   * acd → desk.
   *
   * @param about his reason for being not ready, or the state that was set; may be empty
   * @param by the user who did it, of {@link Notice#CHANGED}; else empty
   */
  record Told(AgentId agent, Notice notice, String about, String by) implements AgentSignal {}
}
