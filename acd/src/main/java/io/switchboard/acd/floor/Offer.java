package io.switchboard.acd.floor;

import io.switchboard.acd.offer.OfferState;
import io.switchboard.core.id.OfferId;

/** A call presented to one agent. */
public final class Offer {
  private final OfferId id;
  private final Visit visit;
  private final Agent agent;
  private final long madeMs;
  private long ringsSinceMs;
  private long ringMs;
  OfferState state = OfferState.MADE;
  long connectedMs;
  long talkEndedMs;
  boolean coded;
  private long heldSinceMs;
  private long heldMs;

  Offer(OfferId id, Visit visit, Agent agent, long madeMs, long ringMs) {
    this.id = id;
    this.visit = visit;
    this.agent = agent;
    this.madeMs = madeMs;
    this.ringMs = ringMs;
    this.ringsSinceMs = madeMs;
  }

  public OfferId id() {
    return id;
  }

  public Visit visit() {
    return visit;
  }

  public Agent agent() {
    return agent;
  }

  public OfferState state() {
    return state;
  }

  public long madeMs() {
    return madeMs;
  }

  /** When it began to ring: at once, or when a customer answered his callback. */
  public long ringsSinceMs() {
    return ringsSinceMs;
  }

  /** The customer answered: now the agent's own phone rings. */
  void rings(long sinceMs, long forMs) {
    ringsSinceMs = sinceMs;
    ringMs = forMs;
  }

  public long ringMs() {
    return ringMs;
  }

  public long connectedMs() {
    return connectedMs;
  }

  public long talkEndedMs() {
    return talkEndedMs;
  }

  /** The agent said how it went. */
  public boolean coded() {
    return coded;
  }

  /** The caller is on hold. */
  public boolean held() {
    return heldSinceMs > 0;
  }

  /** When this hold began; while {@link #held}. */
  public long heldSinceMs() {
    return heldSinceMs;
  }

  /** How long the caller was on hold in this talk up to now, all holds together. */
  public long heldMs(long nowMs) {
    return heldMs + (held() ? Math.max(0, nowMs - heldSinceMs) : 0);
  }

  void hold(long atMs) {
    heldSinceMs = atMs;
  }

  void resume(long lastedMs) {
    heldSinceMs = 0;
    heldMs += lastedMs;
  }

  /** Dialled or ringing: neither answered nor over. */
  public boolean unanswered() {
    return state == OfferState.MADE || state == OfferState.RINGING;
  }
}
