package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.TalkState;

/** The caller is on hold during the talk: at the agent's phone, which tells us. */
final class Holds {
  private Holds() {}

  static void held(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer == null || offer.state() != OfferState.CONNECTED || offer.held() || offer.visit().talk() != TalkState.TALKING) {
      return;
    }
    turn.fact(new Fact.CallHeld(
        turn.nowMs, offer.visit().entered().tenant(), id.call(), id, offer.visit().queue().id(), offer.agent().id()));
    if (offer.agent().state() == AgentState.TALKING) {
      Becoming.of(turn, offer.agent()).on(AgentTrigger.HOLD_BEGUN);
    }
  }

  /** He took back whom he had put on hold there; whom he set aside from his desk, he takes back from there. */
  static void atThePhone(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer != null && offer.visit().talk() == TalkState.TALKING) {
      resumed(turn, id);
    }
  }

  static void resumed(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer == null || !offer.held()) {
      return;
    }
    turn.fact(new Fact.CallResumed(
        turn.nowMs, offer.visit().entered().tenant(), id.call(), id, offer.visit().queue().id(), offer.agent().id(),
        turn.nowMs - offer.heldSinceMs()));
    if (offer.agent().state() == AgentState.HELD) {
      Becoming.of(turn, offer.agent()).on(AgentTrigger.HOLD_OVER);
    }
  }
}
