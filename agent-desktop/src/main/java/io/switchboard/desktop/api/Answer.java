package io.switchboard.desktop.api;

/** What goes back. */
public sealed interface Answer permits Answer.Body, Answer.Text, Answer.Versioned, Problem {
  /** A record, map or list, written as JSON. */
  record Body(Object content) implements Answer {}

  record Text(String contentType, String content) implements Answer {}

  /** With the version of what it shows or left, for its {@code ETag}. */
  record Versioned(Answer answer, String version) implements Answer {}
}
