package io.switchboard.desktop.protocol;

/** From a supervisor; kept until it is seen. {@code from}: his name as people know him. */
public record MessageView(String id, String from, String text, long atMs, boolean seen) {}
