package io.switchboard.acd.offer;

import static io.switchboard.acd.offer.OfferState.CONNECTED;
import static io.switchboard.acd.offer.OfferState.ENDED;
import static io.switchboard.acd.offer.OfferState.MADE;
import static io.switchboard.acd.offer.OfferState.RINGING;

import io.switchboard.core.state.TransitionTable;

/** An offer: what leads where. The line tells each event at most once and perhaps late, hence the ignored pairs. */
public final class OfferTransitions {
  public static final TransitionTable<OfferState, OfferTrigger> TABLE =
      TransitionTable.of(OfferState.class, OfferTrigger.class, MADE)
          .on(MADE, OfferTrigger.RANG, RINGING)
          .on(MADE, OfferTrigger.CONNECTED, CONNECTED)
          .on(MADE, OfferTrigger.FAILED, ENDED)
          .reject("a talk begins before it ends: the kernel first connects it", MADE, OfferTrigger.TALK_ENDED)
          .ignore("rings already", RINGING, OfferTrigger.RANG)
          .on(RINGING, OfferTrigger.CONNECTED, CONNECTED)
          .on(RINGING, OfferTrigger.FAILED, ENDED)
          .reject("a talk begins before it ends: the kernel first connects it", RINGING, OfferTrigger.TALK_ENDED)
          .ignore("late: it was answered", CONNECTED, OfferTrigger.RANG, OfferTrigger.CONNECTED, OfferTrigger.FAILED)
          .on(CONNECTED, OfferTrigger.TALK_ENDED, ENDED)
          .ignore("late: it is over", ENDED, OfferTrigger.values())
          .build();

  private OfferTransitions() {}
}
