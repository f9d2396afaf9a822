package io.switchboard.core.signal;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;

/** What a supervisor asks for in an agent's talk; his role has been checked. He sees calls of his own tenant only. */
public sealed interface SupervisionRequest extends Request<Reply> {
  /** The supervisor, who has a phone where he is an agent of the configuration too. */
  AgentId by();

  CallId call();

  /** Rings his phone, and lets him take part so; where he does already, changes how. */
  record Listen(AgentId by, CallId call, ListenMode mode) implements SupervisionRequest {}

  /** Ends it. */
  record Leave(AgentId by, CallId call) implements SupervisionRequest {}

  /** He has the caller instead of the agent, as soon as his phone is answered; at once where he listens already. */
  record TakeOver(AgentId by, CallId call) implements SupervisionRequest {}
}
