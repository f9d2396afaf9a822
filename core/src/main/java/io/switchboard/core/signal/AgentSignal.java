package io.switchboard.core.signal;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.id.AgentId;

/** The ACD tells an agent's desk what he did not do himself. What stands in his state can be asked for at any time; this comes at once. */
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
