package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;

/**
 * desk → acd, line: the page that is an agent's phone came or went. Told within milliseconds when the page says so or its process ends, and
 * within five seconds when it falls silent; what Asterisk notices of it comes later, as {@code PhoneReachable}.
 */
public sealed interface PhoneSignal extends Signal {
  AgentId agent();

  /** The phone's name in Asterisk. */
  String endpoint();

  /**
   * The page is connected. Sent again when it comes back over another connection before the old one was missed.
   *
   * @param anew it is another page than before, or the same one loaded anew: what the one before had in Asterisk is nobody's
   */
  record Here(AgentId agent, String endpoint, boolean anew) implements PhoneSignal {}

  /** The page's connection is gone: closed, broken, silent, or its session is over. Its call may still be in Asterisk. */
  record Gone(AgentId agent, String endpoint) implements PhoneSignal {}

  /**
   * Whether its agent could hear a caller and be heard, as his page measured. Nobody is offered a call on a phone that is not fit; a talk goes
   * on. Told when it changes; a phone of which nothing was told is fit.
   */
  record Fit(AgentId agent, String endpoint, boolean fit) implements PhoneSignal {}
}
