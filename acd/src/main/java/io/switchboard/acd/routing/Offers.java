package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Measure;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.talk.TalkState;
import java.util.List;

/** An offer from the decision to the end of the talk. */
final class Offers {
  private Offers() {}

  /** To this agent, and where the queue rings several at once, to others for whom no other call waits. */
  static void make(Turn turn, Visit visit, Agent agent, Trigger trigger) {
    List<Agent> others = visit.queue().others(visit, agent, turn.nowMs);
    int candidates = visit.queue().candidates(visit);
    boolean awaited = visit.expectedAgent() != null;
    one(turn, visit, agent, trigger, candidates, awaited);
    for (Agent other : others) {
      if (turn.floor.staff().firstCallFor(other, turn.nowMs) == null) {
        one(turn, visit, other, trigger, candidates, false);
      }
    }
  }

  private static void one(Turn turn, Visit visit, Agent agent, Trigger trigger, int candidates, boolean awaited) {
    QueueSettings queue = visit.queue().settings();
    Handset handset = agent.handset();
    Returns.Callback rules = visit.queue().callbacks();
    if (queue == null || handset == null) {
      throw new IllegalStateException("offered without settings: " + visit.call() + " to " + agent.id());
    }
    AgentPolicy policy = visit.queue().policy();
    Fact.Decision why = new Fact.Decision(
        awaited ? Matching.awaited(visit) : policy.text(), candidates, turn.nowMs - agent.sinceMs(),
        turn.nowMs - visit.enteredMs(), trigger.text, awaited ? 0 : Measure.of(policy, agent, visit, turn.nowMs));
    OfferId id = new OfferId(visit.call(), visit.attempts() + 1);
    Fact.OfferMade made = new Fact.OfferMade(
        turn.nowMs, tenant(visit), visit.call(), id, visit.queue().id(), agent.id(),
        visit.absent() && rules != null ? rules.ringMs() : ringMs(visit, queue), why);
    turn.fact(made);
    turn.show(new Offered(made, visit.entered()));
    Agents.offered(turn, agent, id);
    turn.effect(visit.absent() && rules != null ? CallingBack.dial(id, visit, rules) : ring(visit, id, agent, handset, queue));
  }

  /** The customer of a callback is here: now his agent's phone rings. */
  static void ring(Turn turn, Offer offer) {
    QueueSettings queue = offer.visit().queue().settings();
    Handset handset = offer.agent().handset();
    if (queue == null || handset == null) {
      returned(turn, offer, OfferEnding.FAILED); // removed from the settings while he was dialled
    } else {
      turn.effect(ring(offer.visit(), offer.id(), offer.agent(), handset, queue));
    }
  }

  private static Effect ring(Visit visit, OfferId id, Agent agent, Handset handset, QueueSettings queue) {
    boolean comesBack = visit.entered().why().equals(Fact.QueueEntered.RETURNED) && agent.id().equals(visit.entered().preferred());
    boolean autoAnswer = queue.work().autoAnswer() || comesBack && handset.page() || agent.settings() != null && agent.settings().autoAnswer();
    return new Effect.Ring(new Line.Ring(
        id, handset.phone(), visit.entered().caller(), visit.entered().callerName(), ringMs(visit, queue), autoAnswer));
  }

  private static long ringMs(Visit visit, QueueSettings queue) {
    return visit.only() ? visit.entered().onlyMs() : queue.ringMs();
  }

  static void rang(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer != null && offer.state() == OfferState.MADE) {
      turn.fact(new Fact.OfferRang(turn.nowMs, tenant(offer.visit()), id.call(), id, offer.agent().id()));
      Agents.rang(turn, offer.agent());
    }
  }

  /** Whoever answers an offer that was taken back is hung up on: his caller waits, rings elsewhere, talks or is gone. */
  static void connected(Turn turn, OfferId id) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer == null) {
      turn.effect(new Effect.Cancel(id));
    } else if (offer.unanswered()) {
      connect(turn, offer);
    }
  }

  private static void connect(Turn turn, Offer offer) {
    Visit visit = offer.visit();
    if (visit.dialling()) {
      Dialling.answered(turn, offer);
    }
    List<Offer> others = visit.offers().stream().filter(other -> other != offer).toList();
    others.forEach(other -> takeBack(turn, other, OfferEnding.ANSWERED_ELSEWHERE));
    turn.fact(new Fact.Connected(
        turn.nowMs, tenant(visit), visit.call(), offer.id(), visit.queue().id(), offer.agent().id(), turn.nowMs - visit.enteredMs(),
        turn.nowMs - offer.madeMs(), visit.entered().caller()));
    Agents.connected(turn, offer);
    turn.send(new CallSignal.Connected(visit.call(), visit.queue().id(), offer.id(), offer.agent().id()));
    others.forEach(other -> Agents.offerOver(turn, other.agent()));
    others.forEach(other -> Matching.agentFree(turn, other.agent(), Trigger.AGENT_FREE));
  }

  /**
   * The line says that it ended unanswered. What does not count against the agent lets his phone rest, or the two would go on at each other
   * at once.
   */
  static void failed(Turn turn, OfferId id, OfferEnding ending) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer == null || !offer.unanswered()) {
      return; // we ended it ourselves, or it was answered
    }
    if (offer.visit().absent()) {
      CallingBack.missed(turn, offer, ending);
      return;
    }
    if (ending == OfferEnding.CALLER_GONE) {
      callerGone(turn, offer.visit(), QueueExit.ABANDONED);
      return;
    }
    if (!NoAnswer.counts(offer, ending) && ending != OfferEnding.ANSWERED_ELSEWHERE) {
      rest(turn, offer.agent(), ending);
    }
    returned(turn, offer, ending);
  }

  /** The line should have told long ago. If it never said that the phone rang, the phone is to blame and not the agent. */
  static void timedOut(Turn turn, Offer offer) {
    if (offer.visit().dialling()) {
      Dialling.timedOut(turn, offer);
      return;
    }
    turn.effect(new Effect.Cancel(offer.id()));
    Third third = TalkRequests.third(offer);
    if (third != null) {
      Talks.thirdFailed(turn, offer.visit(), third, OfferEnding.UNANSWERED);
      return;
    }
    failed(turn, offer.id(), offer.state() == OfferState.RINGING ? OfferEnding.UNANSWERED : OfferEnding.UNREACHABLE);
  }

  /**
   * It is over and its call goes back to its place, unless other phones still ring for it. The call first looks for another agent; only then is this one free, for whatever comes
   * first for him: were he free at once, this call could go to him past an older one whose skills relaxed while it rang.
   */
  static void returned(Turn turn, Offer offer, OfferEnding ending) {
    end(turn, offer, ending);
    if (offer.visit().offers().isEmpty()) {
      Callers.back(turn, offer.visit());
    }
    Agents.offerOver(turn, offer, ending);
    Matching.agentFree(turn, offer.agent(), Trigger.AGENT_FREE);
  }

  /** The phone stops ringing; what becomes of agent and call is for the caller of this method to say. */
  static void takeBack(Turn turn, Offer offer, OfferEnding why) {
    end(turn, offer, why);
    turn.effect(new Effect.Cancel(offer.id()));
  }

  static void callerGone(Turn turn, Visit visit, QueueExit exit) {
    over(turn, visit, OfferEnding.CALLER_GONE, () -> Callers.leave(turn, visit, exit));
  }

  /** The call leaves while phones ring for it: that is no fault of their agents'. */
  static void over(Turn turn, Visit visit, OfferEnding ending, Runnable leaving) {
    List<Offer> offers = visit.offers();
    offers.forEach(offer -> takeBack(turn, offer, ending));
    leaving.run();
    offers.forEach(offer -> Agents.offerOver(turn, offer.agent()));
    offers.forEach(offer -> Matching.agentFree(turn, offer.agent(), Trigger.AGENT_FREE));
  }

  static void end(Turn turn, Offer offer, OfferEnding ending) {
    Visit visit = offer.visit();
    turn.fact(new Fact.OfferEnded(
        turn.nowMs, tenant(visit), visit.call(), offer.id(), visit.queue().id(), offer.agent().id(), ending,
        turn.nowMs - offer.madeMs()));
  }

  private static void rest(Turn turn, Agent agent, OfferEnding ending) {
    Handset handset = agent.handset();
    if (handset != null && (handset.reachable() || handset.resting())) {
      if (!ending.agentLetItPass()) {
        NoAnswer.tell(turn, handset, false);
      }
      turn.floor.staff().reachable(handset, false, turn.nowMs + turn.floor.settings().phoneRetryMs());
    }
  }

  /** The leg is gone after it was connected. If the line told this first, it is both. */
  static void talkEnded(Turn turn, OfferId id, Party by) {
    Offer offer = turn.floor.liveOffer(id);
    if (offer == null) {
      return;
    }
    if (offer.unanswered()) {
      connect(turn, offer);
    }
    legGone(turn, offer, by);
  }

  /** The agent's leg is gone; the caller may be there yet, and so may be a third party. */
  static void legGone(Turn turn, Offer offer, Party by) {
    Visit visit = offer.visit();
    Third third = visit.third();
    TalkState state = visit.talk();
    if (third != null && state == TalkState.CONFERENCE && by != Party.CALLER) {
      HandingOn.toThird(turn, offer, third);
      return;
    }
    Talks.endThird(turn, visit, by);
    if (by == Party.LOST || (by != Party.CALLER && state.callerAside())) {
      HandingOn.lost(turn, offer, by);
    } else {
      talkEnded(turn, offer, by);
    }
  }

  static void talkEnded(Turn turn, Offer offer, Party by) {
    Visit visit = offer.visit();
    Agent agent = offer.agent();
    WrapUp wrapUp = Agents.wrapUp(offer);
    turn.fact(new Fact.TalkEnded(
        turn.nowMs, tenant(visit), visit.call(), offer.id(), visit.queue().id(), agent.id(), by, turn.nowMs - offer.connectedMs(),
        offer.heldMs(turn.nowMs)));
    turn.send(new CallSignal.TalkEnded(visit.call(), offer.id(), agent.id(), by, wrapUp.ms() != 0));
    Agents.talkOver(turn, agent, wrapUp);
  }

  static void wrappedUp(Turn turn, Offer offer, String why) {
    Visit visit = offer.visit();
    turn.fact(new Fact.WrapUpEnded(
        turn.nowMs, tenant(visit), visit.call(), offer.id(), visit.queue().id(), offer.agent().id(), why,
        turn.nowMs - offer.talkEndedMs()));
    turn.send(new CallSignal.WrappedUp(visit.call(), offer.id(), offer.agent().id()));
  }

  private static TenantId tenant(Visit visit) {
    return visit.entered().tenant();
  }
}
