package io.switchboard.acd.queue;

import static io.switchboard.acd.queue.VisitState.LEFT;
import static io.switchboard.acd.queue.VisitState.OFFERED;
import static io.switchboard.acd.queue.VisitState.TALKING;
import static io.switchboard.acd.queue.VisitState.WAITING;
import static io.switchboard.acd.queue.VisitTrigger.CONNECTED;
import static io.switchboard.acd.queue.VisitTrigger.OFFERS_ENDED;
import static io.switchboard.acd.queue.VisitTrigger.OFFER_ENDED;
import static io.switchboard.acd.queue.VisitTrigger.OFFER_MADE;
import static io.switchboard.acd.queue.VisitTrigger.QUEUE_LEFT;
import static io.switchboard.acd.queue.VisitTrigger.TALK_ENDED;

import io.switchboard.core.state.TransitionTable;

/** A call in a queue: what leads where. */
public final class VisitTransitions {
  public static final TransitionTable<VisitState, VisitTrigger> TABLE =
      TransitionTable.of(VisitState.class, VisitTrigger.class, WAITING)
          .on(WAITING, OFFER_MADE, OFFERED)
          .on(WAITING, QUEUE_LEFT, LEFT)
          .reject("a call is connected, or an offer ends, only after an offer", WAITING, OFFER_ENDED, OFFERS_ENDED, CONNECTED, TALK_ENDED)
          .on(OFFERED, OFFER_MADE, OFFERED)
          .on(OFFERED, OFFER_ENDED, OFFERED)
          .on(OFFERED, OFFERS_ENDED, WAITING)
          .on(OFFERED, CONNECTED, TALKING)
          .reject("its offers end before the call leaves, and a talk before it ends begins", OFFERED, TALK_ENDED, QUEUE_LEFT)
          .on(TALKING, TALK_ENDED, LEFT)
          .reject("a talk ends by its own end", TALKING, OFFER_MADE, OFFER_ENDED, OFFERS_ENDED, CONNECTED, QUEUE_LEFT)
          .reject("the visit is over", LEFT, VisitTrigger.values())
          .build();

  private VisitTransitions() {}
}
