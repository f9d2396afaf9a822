package io.switchboard.core.ending;

/** Why a call finished. Every call that arrived gets exactly one. */
public enum Ending {
  /** Talked to an agent; the caller hung up. */
  CALLER_HUNG_UP_AFTER_TALK,
  /** Talked to an agent, who hung up; perhaps his flow went on after it, e.g. with a survey, until he hung up there or it came to its end. */
  AGENT_HUNG_UP,
  /** Hung up in the menu or during an announcement. */
  CALLER_HUNG_UP_IN_FLOW,
  /** Hung up while waiting in a queue. */
  ABANDONED,
  /** Will be called back; an interaction of its own tells what came of it. */
  CALLBACK_BOOKED,
  /** Talked to a number outside to which the flow transferred him; he hung up there, or the flow ended with this reason afterwards. */
  TRANSFERRED,
  /** The flow came to its own end (after an announcement, or no key pressed). */
  FLOW_ENDED,
  /** The number called belongs to no entry point. */
  UNKNOWN_NUMBER,
  /** More calls than the configured limit. */
  BUSY,
  /** Called outside of the opening hours and heard so. */
  CLOSED,
  /** An emergency closure was in force. */
  EMERGENCY,
  /** Nobody signed in who could have answered. */
  NO_AGENTS,
  /** Ended while the platform or its link to Asterisk was down: that it ended is known, by whom is not. */
  UNSEEN,
  /** A bug or a broken flow ended this call, and this call only. */
  FAILED
}
