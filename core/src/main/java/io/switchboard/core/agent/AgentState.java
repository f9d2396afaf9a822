package io.switchboard.core.agent;

/** What an agent does now. */
public enum AgentState {
  /** Not at work. */
  SIGNED_OUT,
  /** At work but takes no calls, for a reason that he gave. */
  NOT_READY,
  /** Waits for a call. */
  READY,
  /** A call is offered: his phone is dialled or rings. */
  RINGING,
  /** Talks with the caller. */
  TALKING,
  /** Finishes the work of the last call. */
  WRAP_UP
}
