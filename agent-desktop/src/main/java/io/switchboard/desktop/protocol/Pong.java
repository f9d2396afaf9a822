package io.switchboard.desktop.protocol;

/** The answer to a ping. {@code n}: what the client sent. */
public record Pong(long n) {}
