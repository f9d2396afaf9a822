package io.switchboard.core.signal;

/** The answer to a request. A refusal is a value: a code for programs, a message that names the remedy. */
public sealed interface Reply {
  record Accepted(String state) implements Reply {}

  /** {@code code}: unknown_agent, unknown_queue, unknown_skill, unknown_reason, not_signed_in, not_in_wrap_up, not_extendable, not_allowed. */
  record Refused(String code, String message) implements Reply {}
}
