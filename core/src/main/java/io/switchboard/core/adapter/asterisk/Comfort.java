package io.switchboard.core.adapter.asterisk;

import java.util.List;

/**
 * What a caller in a flow hears while nothing is said to him: nothing for some seconds, then a soft sound, again and again. Asterisk does it by
 * itself, from the end of every sound on, so that nobody takes the line for dead while the platform is away or an answer is looked up.
 */
public final class Comfort {
  /**
   * Two music classes of one and the same sound. Asterisk goes on with a class where it was left and begins at its beginning only with another;
   * so they take turns, and every time the silence comes first.
   */
  public static final List<String> CLASSES = List.of("switchboard-comfort-a", "switchboard-comfort-b");

  private Comfort() {}

  /** The AGI command that begins it, for the n-th time. */
  static String command(int nth) {
    return "SET MUSIC ON " + CLASSES.get(nth % CLASSES.size());
  }
}
