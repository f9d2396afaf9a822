package io.switchboard.acd.floor;

import io.switchboard.core.journal.Fact;

/** A call that an agent places, from his wish on. */
public final class Dial {
  private final Fact.Dial.DialBegun begun;
  long placedMs;
  boolean over;

  Dial(Fact.Dial.DialBegun begun) {
    this.begun = begun;
  }

  /** The fact by which it began. */
  public Fact.Dial.DialBegun begun() {
    return begun;
  }

  /** The agent is on the line and hears it ring. */
  public boolean placed() {
    return placedMs > 0;
  }

  /** Since when the number is dialled; 0: it is not. */
  public long placedMs() {
    return placedMs;
  }
}
