package io.switchboard.desktop.link;

/** Where a desktop session is. */
public enum SessionState {
  /** A socket, and nobody has said who he is. */
  NEW,
  CONNECTED,
  /** Its socket is gone; what changes is kept for its return. */
  AWAY,
  OVER
}
