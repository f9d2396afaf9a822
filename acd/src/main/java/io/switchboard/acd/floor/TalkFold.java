package io.switchboard.acd.floor;

import io.switchboard.acd.offer.OfferTransitions;
import io.switchboard.acd.offer.OfferTrigger;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.TalkState;
import io.switchboard.core.talk.TalkTransitions;
import io.switchboard.core.talk.TalkTrigger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happens in a talk, as the floor takes it from its facts. */
final class TalkFold {
  private TalkFold() {}

  static void move(Visit visit, TalkTrigger trigger) {
    visit.talk = TalkTransitions.TABLE.next(visit.talk, trigger);
  }

  /** {@code staff} gives an agent by his id. */
  static void apply(Fact.InTalk fact, @Nullable Visit visit, Function<AgentId, Agent> staff) {
    if (visit == null) {
      return;
    }
    switch (fact) {
      case Fact.InTalk.ConsultBegun f -> begun(visit, f, f.agent() == null ? null : staff.apply(f.agent()));
      case Fact.InTalk.ConsultRang f -> {
        Offer offer = third(visit, f.third());
        if (offer != null) {
          offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.RANG);
        }
      }
      case Fact.InTalk.ConsultJoined f -> joined(visit, f);
      case Fact.InTalk.ConsultEnded f -> ended(visit, f);
      case Fact.InTalk.Conferenced f -> move(visit, TalkTrigger.CONFERENCE);
      case Fact.InTalk.HandedOn f -> handedOn(visit, f);
    }
  }

  private static void begun(Visit visit, Fact.InTalk.ConsultBegun fact, @Nullable Agent agent) {
    Offer offer = agent == null ? null : new Offer(fact.third(), visit, agent, fact.atMs(), fact.ringMs());
    visit.third = new Third(fact, offer);
    visit.attempts = Math.max(visit.attempts, fact.third().attempt());
    if (agent != null) {
      agent.offer = offer;
    }
    if (visit.talk != TalkState.OVER) {
      move(visit, TalkTrigger.CONSULT);
    }
  }

  private static void joined(Visit visit, Fact.InTalk.ConsultJoined fact) {
    Third third = visit.third;
    if (third == null || !third.id().equals(fact.third())) {
      return;
    }
    third.joinedMs = fact.atMs();
    Offer offer = third.offer();
    if (offer != null) {
      offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.CONNECTED);
      offer.connectedMs = fact.atMs();
    }
    move(visit, TalkTrigger.THIRD_JOINED);
  }

  private static void ended(Visit visit, Fact.InTalk.ConsultEnded fact) {
    Third third = visit.third;
    if (third == null || !third.id().equals(fact.third())) {
      return;
    }
    Offer offer = third.offer();
    if (offer != null) {
      offer.state = OfferTransitions.TABLE.next(offer.state, offer.unanswered() ? OfferTrigger.FAILED : OfferTrigger.TALK_ENDED);
      offer.talkEndedMs = fact.atMs();
      if (offer.agent().offer == offer) {
        offer.agent().offer = null;
      }
    }
    visit.third = null;
    if (third.alone()) {
      visit.state = VisitState.LEFT;
      visit.talked = true;
    }
    move(visit, TalkTrigger.THIRD_GONE);
  }

  /** His talk's end, which follows, changes nothing here any more. */
  private static void handedOn(Visit visit, Fact.InTalk.HandedOn fact) {
    for (Offer talk : visit.offers) {
      if (talk.id().equals(fact.talk())) {
        talk.state = OfferTransitions.TABLE.next(talk.state, OfferTrigger.TALK_ENDED);
        talk.talkEndedMs = fact.atMs();
        visit.remove(talk);
      }
    }
    Third third = visit.third;
    Offer offer = third == null ? null : third.offer();
    if (fact.third() == null || third == null) {
      visit.state = VisitState.LEFT;
      visit.talked = true;
      move(visit, TalkTrigger.END);
    } else if (offer != null) {
      visit.third = null;
      visit.add(offer);
      visit.talk = TalkState.TALKING;
    } else {
      third.alone = true;
      move(visit, TalkTrigger.END);
    }
  }

  private static @Nullable Offer third(Visit visit, OfferId id) {
    return visit.third == null || !visit.third.id().equals(id) ? null : visit.third.offer();
  }
}
