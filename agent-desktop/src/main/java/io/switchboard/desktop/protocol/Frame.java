package io.switchboard.desktop.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A frame of the server.
 *
 * @param v the version of the protocol: {@value #VERSION}
 * @param seq snapshots and changes count it up by one, from 1 for each session; other frames repeat the last one
 * @param topic of a snapshot, a change, and of a problem with one; else null
 * @param body a {@link Welcome}; a view; sections of a view by their names; a {@link ProblemNow}; a {@link Pong}
 */
public record Frame(int v, long seq, FrameType type, @Nullable Topic topic, long atMs, Object body) {
  public static final int VERSION = 1;
}
