package io.switchboard.acd.floor;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;

/** One supervisor in one agent's talk: his phone rings for it, or he hears it. */
public final class Listening {
  private final Fact.Listening.ListenBegun begun;
  ListenMode mode;
  boolean takesOver;
  long joinedMs;

  Listening(Fact.Listening.ListenBegun begun) {
    this.begun = begun;
    this.mode = begun.mode();
    this.takesOver = begun.takesOver();
  }

  /** The fact by which it began. */
  public Fact.Listening.ListenBegun begun() {
    return begun;
  }

  public OfferId leg() {
    return begun.leg();
  }

  public OfferId talk() {
    return begun.talk();
  }

  /** The supervisor. */
  public AgentId by() {
    return begun.by();
  }

  public ListenMode mode() {
    return mode;
  }

  /** He is to have the caller as soon as he answers. */
  public boolean takesOver() {
    return takesOver;
  }

  public boolean joined() {
    return joinedMs > 0;
  }

  /** Since when he hears it; while {@link #joined}. */
  public long joinedMs() {
    return joinedMs;
  }
}
