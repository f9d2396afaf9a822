package io.switchboard.desktop.protocol;

/** An enum that is written otherwise than its name in lower case. */
public interface Worded {
  String word();
}
