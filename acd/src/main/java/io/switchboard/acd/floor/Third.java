package io.switchboard.acd.floor;

import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** Whom an agent consults; or, once the agent is gone, with whom the caller talks outside. */
public final class Third {
  private final Fact.InTalk.ConsultBegun begun;
  private final @Nullable Offer offer;
  long joinedMs;
  boolean alone;

  Third(Fact.InTalk.ConsultBegun begun, @Nullable Offer offer) {
    this.begun = begun;
    this.offer = offer;
  }

  public OfferId id() {
    return begun.third();
  }

  public Fact.InTalk.ConsultBegun begun() {
    return begun;
  }

  /** As what he has it before him, where he is an agent; null: a number outside. */
  public @Nullable Offer offer() {
    return offer;
  }

  public @Nullable Agent agent() {
    return offer == null ? null : offer.agent();
  }

  public boolean joined() {
    return joinedMs > 0;
  }

  public long joinedMs() {
    return joinedMs;
  }

  /** The agent has handed the caller on to him and is gone. */
  public boolean alone() {
    return alone;
  }
}
