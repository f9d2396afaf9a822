package io.switchboard.acd.offer;

/** What happens to an offer. */
public enum OfferTrigger {
  RANG,
  /** Answered. */
  CONNECTED,
  /** It ended unanswered, for any of {@link io.switchboard.core.ending.OfferEnding}. */
  FAILED,
  TALK_ENDED
}
