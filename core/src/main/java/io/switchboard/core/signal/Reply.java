package io.switchboard.core.signal;

/** The answer to a request. A refusal is a value: a code for programs, a message that names the remedy, or only what it is about where the code says all. */
public sealed interface Reply {
  record Accepted(String state) implements Reply {}

  /**
   * What was asked for is not done.
   *
   * @param code unknown_agent, unknown_queue, unknown_skill, unknown_reason, unknown_callback, not_signed_in, not_in_wrap_up, not_extendable,
   *     callback_refused or callback_booked
   */
  record Refused(String code, Words message) implements Reply {}
}
