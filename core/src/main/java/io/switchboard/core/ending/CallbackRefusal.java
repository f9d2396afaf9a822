package io.switchboard.core.ending;

/** Why a callback was not booked. The flow goes on at one branch for all. */
public enum CallbackRefusal {
  /** The queue is unknown or offers none. */
  NOT_OFFERED,
  /** There is no number to call, or none that the queue may call. */
  NUMBER_NOT_ALLOWED,
  /** An emergency closure is in force. */
  EMERGENCY,
  /** As many wait to be called back as may. */
  FULL
}
