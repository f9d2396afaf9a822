package io.switchboard.desktop.board;

import io.switchboard.core.line.Phone;

/** An agent as people know him, and the phone on which he is rung. */
public record Person(String displayName, Phone phone) {}
