package io.switchboard.acd.simulation;

/** What goes wrong in a schedule. */
public enum Fault {
  /** What the line told never came, until the gap was noticed. */
  EVENT_LOST,
  EVENT_TWICE,
  /** What the line told came after what happened later. */
  EVENT_LATE,
  /** The process died; the next one has what the journal kept. */
  CRASH,
  /** The link to the telephone server broke. */
  LINK_LOST,
  /** Commits did not come back for a while. */
  JOURNAL_AWAY,
  /** A phone could not be reached any more. */
  PHONE_DEAD
}
