package io.switchboard.desktop.protocol;

/**
 * The session stands.
 *
 * @param session what to say in {@link Hello.Resume} once the socket was lost
 * @param resumed what the client missed follows; else a snapshot of each topic
 * @param keptMs how long the session is kept without a socket
 */
public record Welcome(String session, boolean resumed, long keptMs) {}
