package io.switchboard.core.ending;

/** Who ended a talk. */
public enum Party {
  CALLER,
  AGENT,
  /** Not seen: the platform or its link to Asterisk was down. */
  UNSEEN
}
