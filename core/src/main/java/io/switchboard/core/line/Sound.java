package io.switchboard.core.line;

/** A sound file as the telephone server names it: absolute, without the extension of its encoding. */
public record Sound(String file) {}
