package io.switchboard.ivr.script;

/** What an agent in a script does now. */
public enum ScriptState {
  /** Nothing has begun. */
  NEW,
  /** Between two steps. It lasts no time: every decision ends in another state. */
  STEPPING,
  /** Sees a page and has not answered it. */
  SHOWING,
  /** A data source is asked for him. */
  LOOKING_UP,
  /** It came to an outcome. */
  DONE,
  /** It could not go on. */
  BROKEN
}
