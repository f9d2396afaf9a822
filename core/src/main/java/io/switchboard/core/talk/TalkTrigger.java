package io.switchboard.core.talk;

/** What happens in a talk. */
public enum TalkTrigger {
  /** The caller is set aside. */
  HOLD,
  /** The caller is taken back. */
  RESUME,
  /** A third party is rung. */
  CONSULT,
  /** The third party answered. */
  THIRD_JOINED,
  /** The third party is gone, or did not answer. */
  THIRD_GONE,
  /** All are brought together. */
  CONFERENCE,
  /** The agent's part is over. */
  END
}
