package io.switchboard.acd.queue;

/** Where a call is during its visit to a queue. */
public enum VisitState {
  /** Waits for an agent. */
  WAITING,
  /** An agent's phone, or several at once, is dialled or rings for it; its place is kept. */
  OFFERED,
  /** Talks with an agent. */
  TALKING,
  /** Its visit is over; what follows is the flow's. */
  LEFT
}
