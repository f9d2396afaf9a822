package io.switchboard.desktop.protocol;

/** What a client of the socket may follow. */
public enum Topic {
  /** The agent's own desk: {@link DeskView}. */
  DESK,
  /** All queues and agents of the tenant: {@link WallView}. */
  WALL
}
