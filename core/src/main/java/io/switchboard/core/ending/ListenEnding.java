package io.switchboard.core.ending;

/** Why a supervisor hears a talk no more. */
public enum ListenEnding {
  /** He ended it. */
  LEFT,
  /** The agent's part of the talk is over, however it ended: the caller may go on with somebody else. */
  TALK_OVER,
  /** He has the caller himself now. */
  TOOK_OVER,
  /** His phone did not answer. */
  NOT_ANSWERED,
  /** His phone is lost, or it ended while nobody saw it. */
  LOST
}
