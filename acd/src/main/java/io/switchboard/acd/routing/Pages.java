package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Alarms;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.talk.TalkState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that is an agent's phone goes away or comes back. During a talk the caller is set aside at once. The same page may be back in a
 * moment, and takes him up again; a page that was loaded anew cannot, so the caller is offered to it as a new call.
 */
final class Pages {
  /** So long a page needs to sign in after it has connected. */
  private static final long SIGNS_IN_MS = 1_500;

  private Pages() {}

  static void gone(Turn turn, String endpoint) {
    Handset handset = turn.floor.staff().endpoint(endpoint);
    if (handset == null) {
      return;
    }
    turn.floor.staff().pageGone(handset, turn.nowMs);
    turn.floor.staff().reachable(handset, false, Alarms.NEVER);
    Supervising.pageGone(turn, handset);
    for (Agent agent : List.copyOf(handset.agents())) {
      Offer offer = live(turn, agent);
      if (offer != null && offer.visit().dialling()) {
        Dialling.cancel(turn, offer);
      } else if (offer != null && offer.unanswered() && TalkRequests.third(offer) == null && !offer.visit().absent()) {
        turn.effect(new Effect.Cancel(offer.id()));
        Offers.failed(turn, offer.id(), OfferEnding.UNREACHABLE);
      } else if (offer != null && TalkRequests.third(offer) == null && offer.visit().talk() == TalkState.TALKING) {
        Talks.hold(turn, offer);
        turn.floor.staff().setAside(handset, offer.id());
      }
      turn.floor.setAlarm(agent);
    }
  }

  static void here(Turn turn, String endpoint, boolean anew) {
    Handset handset = turn.floor.staff().endpoint(endpoint);
    if (handset == null) {
      return;
    }
    OfferId aside = handset.setAside();
    turn.floor.staff().pageGone(handset, 0);
    if (!handset.reachable()) {
      turn.floor.staff().reachable(handset, false, turn.nowMs + SIGNS_IN_MS);
    }
    for (Agent agent : List.copyOf(handset.agents())) {
      Offer offer = live(turn, agent);
      if (offer != null && !offer.unanswered() && anew) {
        turn.effect(new Effect.Drop(offer.id()));
      } else if (offer != null && offer.id().equals(aside) && TalkRequests.third(offer) == null && offer.visit().talk() == TalkState.HELD) {
        Talks.resume(turn, offer);
      }
      turn.floor.setAlarm(agent);
    }
  }

  /** It was gone for too long. */
  static void overdue(Turn turn, Agent agent) {
    Handset handset = agent.handset();
    Offer offer = live(turn, agent);
    if (handset != null && handset.pageGoneMs() > 0 && offer != null && turn.nowMs >= handset.pageGoneMs() + Floor.PAGE_BACK_MS) {
      turn.effect(new Effect.Drop(offer.id()));
    }
  }

  private static @Nullable Offer live(Turn turn, Agent agent) {
    Offer offer = agent.offer();
    return offer != null && turn.floor.liveOffer(offer.id()) == offer ? offer : null;
  }
}
