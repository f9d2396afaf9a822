package io.switchboard.acd.queue;

/** What happens to a call in a queue. */
public enum VisitTrigger {
  OFFER_MADE,
  /** One phone rings no more; others still do. */
  OFFER_ENDED,
  /** The last phone that rang rings no more. */
  OFFERS_ENDED,
  CONNECTED,
  TALK_ENDED,
  QUEUE_LEFT
}
