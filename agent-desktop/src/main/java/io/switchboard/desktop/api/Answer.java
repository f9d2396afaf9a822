package io.switchboard.desktop.api;

import java.nio.file.Path;

/** What goes back. */
public sealed interface Answer permits Answer.Body, Answer.Text, Answer.Stored, Answer.Once, Answer.Versioned, Problem {
  /** A record, map or list, written as JSON. */
  record Body(Object content) implements Answer {}

  record Text(String contentType, String content) implements Answer {}

  /** With the version of what it shows or left, for its {@code ETag}. */
  record Versioned(Answer answer, String version) implements Answer {}

  /** A file as it is, under this name, which is removed when it was sent. */
  record Once(String contentType, String name, Path file) implements Answer {}

  /** A file as it is. */
  record Stored(String contentType, Path file) implements Answer {}
}
