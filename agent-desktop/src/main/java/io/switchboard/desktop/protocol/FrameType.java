package io.switchboard.desktop.protocol;

/** What a frame of the server is. */
public enum FrameType {
  /** The first: who the session is. */
  WELCOME,
  /** A whole view; what the client had of its topic is void. */
  SNAPSHOT,
  /** Sections of a view, or rows of its sections. */
  CHANGE,
  PROBLEM,
  PONG
}
