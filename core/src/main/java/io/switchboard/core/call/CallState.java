package io.switchboard.core.call;

/** How far a call has come: where the caller is, and whether an agent still has work with it. */
public enum CallState {
  /** Hears a menu or an announcement; also after a talk, which the agent may still wrap up. */
  IN_FLOW,
  /** A number outside is dialled for him. */
  TRANSFERRING,
  /** Talks with a number outside. */
  TRANSFERRED,
  /** The flow is over; we hang up. */
  ENDING,
  /** In a queue, also while an agent's phone rings. */
  WAITING,
  /** Hung up while waiting; the queue has still to note it. */
  LEAVING,
  /** Talks with an agent. */
  TALKING,
  /** The caller is gone; the agent's leg is being released. */
  RELEASING,
  /** The agent's leg is gone and he wraps up; the caller's leg is being released. */
  PARTED,
  /** The agent is done; the caller's leg is being released. */
  PARTED_DONE,
  /** The caller is gone; the agent wraps up. */
  WRAP_UP,
  /** A callback, or a call that an agent places: waits to be dialled, is dialled, waits for its agent or talks; the ACD tells when it is over. */
  CALLBACK,
  /** Nothing more will happen. */
  CLOSED
}
