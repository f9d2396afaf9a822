package io.switchboard.servers.sipp;

/** When one hangs up. */
public sealed interface Stay {

  /** Never first. */
  record UntilHungUp() implements Stay {}

  /** After that time, unless the other does before: counted from the answer, or from the last key. */
  record AtMost(Span time) implements Stay {}

  static Stay untilHungUp() {
    return new UntilHungUp();
  }

  static Stay atMostMs(int ms) {
    return new AtMost(Span.ofMs(ms));
  }
}
