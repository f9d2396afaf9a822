package io.switchboard.core.ending;

/** Why a call left a queue without being connected to an agent. */
public enum QueueExit {
  /** The caller hung up. */
  ABANDONED,
  /** An emergency closure was switched on. */
  EMERGENCY,
  /** The last agent signed out and the queue does not wait without agents. */
  NO_AGENTS,
  /** The queue no longer exists in the configuration. */
  QUEUE_REMOVED,
  /** He waited for as long as the queue lets anybody wait. */
  MAX_WAIT,
  /** A rule of the queue sent him on: too many before him, too few agents, too long a wait. */
  OVERFLOW,
  /** He pressed a key that leads out of it. */
  KEY,
  /** The callback that was promised did not reach the customer within its window. */
  UNREACHED,
  /** He called himself before he was called back, and took up his place. */
  RETURNED,
  /** The callback was called off: by a person, or since the queue offers none any more. */
  CANCELLED,
  /** He was for one agent alone, who did not answer. */
  NO_ANSWER,
  /** A supervisor moved it: to another queue, to another place in this one, or to an agent whom he chose. */
  MOVED,
  /** Its end was not seen: the platform or its link was down. */
  UNSEEN
}
