package io.switchboard.desktop.api;

/** What goes back. */
public sealed interface Answer permits Answer.Body, Answer.Text, Problem {
  /** A record, map or list, written as JSON. */
  record Body(Object content) implements Answer {}

  record Text(String contentType, String content) implements Answer {}
}
