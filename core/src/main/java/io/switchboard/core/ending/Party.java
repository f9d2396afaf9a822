package io.switchboard.core.ending;

/** Who ended a talk. */
public enum Party {
  CALLER,
  AGENT,
  /** Nobody hung up: the agent's phone is lost. */
  LOST,
  /** Not seen: the platform or its link to Asterisk was down. */
  UNSEEN
}
