package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;

/** What a supervisor wants of a call that waits. His flow listens to it no more: keys, rules and announcements of the queue are not for it. */
public sealed interface WaitingRequest extends Request<Reply> {
  TenantId tenant();

  CallId call();

  /** The user who asks. */
  String by();

  /** To another queue, with the wait that it has. */
  record Move(TenantId tenant, CallId call, QueueId to, String by) implements WaitingRequest {}

  /** {@code points}: 0 (none) to 10 (highest), instead of those that it has. */
  record Prioritise(TenantId tenant, CallId call, int points, String by) implements WaitingRequest {}

  /** To this agent, who is ready; where he does not answer it is the first in its queue. */
  record Give(TenantId tenant, CallId call, AgentId to, String by) implements WaitingRequest {}
}
