package io.switchboard.ivr.script;

import io.switchboard.ivr.lookup.Found;

/** What happens to a run. {@code by}: a user of the tenant. */
public sealed interface ScriptEvent {
  record Begun(String by) implements ScriptEvent {}

  /** {@code page}: the number of the page that he saw; {@code answer} as he wrote it. */
  record Answered(int page, String answer, String by) implements ScriptEvent {}

  /** He wants to answer the page before the one that he sees anew. */
  record Back(int page, String by) implements ScriptEvent {}

  /** {@code number}: of the question. */
  record Told(int number, Found found) implements ScriptEvent {}

  /** The platform was away. */
  record Resumed() implements ScriptEvent {}

  /** It cannot go on, by a bug. */
  record Failed(String why) implements ScriptEvent {}
}
