package io.switchboard.core.why;

/** Why a caller waits, as he is told. */
public enum WaitCause {
  /** All agents of the queue are engaged. */
  ALL_BUSY,
  /** Less than half of the agents at work have the skills that his call asks for, and they are engaged. */
  FEW_SPECIALISTS,
  /** He waits for one agent, whom his call prefers. */
  PREFERRED_AGENT,
  /** Nobody who may take his call is at work: signed out or not ready. */
  NOBODY_AT_WORK
}
