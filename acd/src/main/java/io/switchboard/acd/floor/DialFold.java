package io.switchboard.acd.floor;

import io.switchboard.acd.offer.OfferTransitions;
import io.switchboard.acd.offer.OfferTrigger;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.journal.Fact;
import java.util.Map;
import org.jspecify.annotations.Nullable;
/** What becomes of a call that an agent places, as the floor takes it from its facts. */
final class DialFold {
  private DialFold() {}

  static Visit begun(Fact.Dial.DialBegun fact, long number, CallQueue queue, Agent agent) {
    Visit visit = new Visit(
        new Fact.QueueEntered(fact.atMs(), fact.tenant(), fact.call(), 1, fact.queue(), 0, Map.of(), fact.number(), ""), number, queue,
        fact.offer().attempt());
    visit.dial = new Dial(fact);
    visit.state = VisitState.OFFERED;
    visit.offered = true;
    Offer offer = new Offer(fact.offer(), visit, agent, fact.atMs(), fact.phoneMs());
    visit.add(offer);
    agent.offer = offer;
    return visit;
  }

  static void placed(Fact.Dial.DialPlaced fact, @Nullable Offer offer) {
    Dial dial = dialOf(offer);
    if (offer != null && dial != null) {
      dial.placedMs = fact.atMs();
      offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.RANG);
      offer.rings(fact.atMs(), dial.begun().ringMs());
    }
  }

  static void ended(Fact.Dial.DialEnded fact, @Nullable Offer offer) {
    Dial dial = dialOf(offer);
    if (offer == null || dial == null) {
      return;
    }
    dial.over = true;
    if (fact.result() != DialResult.ANSWERED) {
      offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.FAILED);
      offer.visit().state = VisitState.LEFT;
      offer.visit().remove(offer);
      offer.agent().workEnded(offer.id());
    }
  }

  private static @Nullable Dial dialOf(@Nullable Offer offer) {
    return offer == null ? null : offer.visit().dial;
  }
}
