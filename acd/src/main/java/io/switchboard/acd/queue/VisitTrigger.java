package io.switchboard.acd.queue;

/** What happens to a call in a queue. */
public enum VisitTrigger {
  OFFER_MADE,
  OFFER_ENDED,
  CONNECTED,
  TALK_ENDED,
  QUEUE_LEFT
}
