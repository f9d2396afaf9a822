package io.switchboard.ivr.verb;

/** A step that asks for an entry of several keys. */
public sealed interface Entering extends Asking permits Collect, Survey {
  /** What is accepted. */
  Entry entry();

  /** How long it waits for each further key, in milliseconds. */
  long betweenKeysMs();
}
