package io.switchboard.core.agent;

/** What an agent does now. */
public enum AgentState {
  /** Not at work. */
  SIGNED_OUT,
  /** At work but takes no calls, for a reason that he gave. */
  NOT_READY,
  /** Waits for a call. */
  READY,
  /** A call is offered to him and his phone is dialled; it does not ring yet. */
  RESERVED,
  /** His phone rings for the call that is offered. */
  RINGING,
  /** Talks with the caller. */
  TALKING,
  /** Has put the caller on hold; the talk goes on. */
  HELD,
  /** Finishes the work of the last call. */
  WRAP_UP;

  /** A call is offered to him and he has not answered it. */
  public boolean offered() {
    return this == RESERVED || this == RINGING;
  }

  /** He has a caller, on hold or not. */
  public boolean inTalk() {
    return this == TALKING || this == HELD;
  }

  /** Talk, hold and wrap-up: what handling time and occupancy count as work. */
  public boolean busy() {
    return inTalk() || this == WRAP_UP;
  }

  /** Signed in and not on a break. */
  public boolean staffed() {
    return this != SIGNED_OUT && this != NOT_READY;
  }
}
