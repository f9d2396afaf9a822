package io.switchboard.servers.process;

/** What becomes of a child when the process that started it dies without ending it. */
public enum Life {
  /** The kernel ends it at once. */
  WITH_US,
  /** It goes on, for tests in which the starter dies; the next claim of its directory finds it. */
  OF_ITS_OWN
}
