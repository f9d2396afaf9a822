package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;

/** An agent's states: what his calls do to him. What he asks for is in {@link Requests}. */
final class Agents {
  static final String READY = "ready";
  static final String SIGN_OUT = "sign_out";
  static final String NOT_READY = "not_ready:";

  private Agents() {}

  static void offered(Turn turn, Agent agent, OfferId offer) {
    Becoming.of(turn, agent).offer(offer).pending(READY).by("").on(AgentTrigger.OFFER_MADE);
  }

  /** His phone rings. One whose platform was an older version rang already. */
  static void rang(Turn turn, Agent agent) {
    if (agent.state() == AgentState.RESERVED) {
      Becoming.of(turn, agent).on(AgentTrigger.RANG);
    }
  }

  static void connected(Turn turn, Offer offer) {
    Agent agent = offer.agent();
    if (agent.state().offered()) {
      Becoming.of(turn, agent).offer(offer.id()).since(turn.nowMs).strikes(0).on(AgentTrigger.CONNECTED);
    }
  }

  /** His offer ended unanswered by nobody's fault: that costs him neither his turn nor a strike. */
  static void offerOver(Turn turn, Agent agent) {
    offerOver(turn, agent, agent.sinceMs(), agent.strikes());
  }

  /** His offer ended like this. What was his doing costs him his turn, and a strike where the queue counts it. */
  static void offerOver(Turn turn, Offer offer, OfferEnding ending) {
    Agent agent = offer.agent();
    if (!agent.state().offered()) {
      return;
    }
    int strikes = agent.strikes() + (NoAnswer.counts(offer, ending) ? 1 : 0);
    if (!agent.pending().startsWith(NOT_READY) && NoAnswer.tooMany(agent, offer, ending, strikes)) {
      NoAnswer.rest(turn, agent, ending);
    } else {
      offerOver(turn, agent, ending.agentLetItPass() ? turn.nowMs : agent.sinceMs(), strikes);
    }
  }

  private static void offerOver(Turn turn, Agent agent, long sinceMs, int strikes) {
    if (!agent.state().offered()) {
      return;
    }
    if (agent.pending().equals(SIGN_OUT)) { // he dialled an emergency number without having signed in
      signedOut(turn, agent, AgentTrigger.SIGN_OUT, agent.by());
    } else if (agent.pending().startsWith(NOT_READY)) {
      rest(turn, agent, reason(agent)).strikes(strikes).on(AgentTrigger.OFFER_OVER_NOT_READY);
    } else if (!BreakTime.begins(turn, agent, AgentTrigger.OFFER_OVER_NOT_READY)) {
      Becoming.of(turn, agent).free().by("").since(sinceMs).strikes(strikes).on(AgentTrigger.OFFER_OVER);
    }
  }

  static void talkOver(Turn turn, Agent agent, WrapUp wrapUp) {
    if (!agent.state().inTalk()) {
      return;
    }
    if (wrapUp.ms() == 0) {
      workOver(turn, agent);
    } else {
      long untilMs = wrapUp.isEndless() ? Fact.Terms.ENDLESS : turn.nowMs + wrapUp.ms();
      Becoming.of(turn, agent).since(turn.nowMs).strikes(0).until(untilMs).on(AgentTrigger.TALK_OVER_WRAP_UP);
    }
  }

  /** What this talk's queue gives for after-call work. */
  static WrapUp wrapUp(Offer offer) {
    QueueSettings queue = offer.visit().queue().settings();
    WrapUp wrapUp = queue == null || !offer.agent().state().inTalk() ? WrapUp.NONE : queue.work().wrapUp();
    return wrapUp.ms() == 0 && offer.agent().state().inTalk() && Coding.missing(offer) ? WrapUp.endless() : wrapUp;
  }

  /** {@code why}: timer or agent. */
  static void wrapUpOver(Turn turn, Agent agent, String why) {
    if (agent.offer() != null) {
      Offers.wrappedUp(turn, agent.offer(), why);
    }
    workOver(turn, agent);
  }

  /** All work for the call is done: what he asked for meanwhile comes now, else a break that is due. */
  private static void workOver(Turn turn, Agent agent) {
    if (agent.pending().equals(SIGN_OUT)) {
      signedOut(turn, agent, AgentTrigger.WORK_OVER_SIGN_OUT, agent.by());
    } else if (agent.pending().startsWith(NOT_READY)) {
      rest(turn, agent, reason(agent)).on(AgentTrigger.WORK_OVER_NOT_READY);
    } else if (!BreakTime.begins(turn, agent, AgentTrigger.WORK_OVER_NOT_READY)) {
      Becoming.of(turn, agent).free().by("").since(turn.nowMs).strikes(0).on(AgentTrigger.WORK_OVER);
      Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
    }
  }

  /** Whom another agent consulted: he is free again, without a turn lost. */
  static void consulted(Turn turn, Agent agent) {
    if (agent.state().offered()) {
      offerOver(turn, agent);
      Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
    } else if (agent.state().inTalk()) {
      workOver(turn, agent);
    }
  }

  /** His call was lost: there is nothing to wrap up, for it comes back. */
  static void lostCall(Turn turn, Agent agent) {
    if (agent.state().inTalk()) {
      workOver(turn, agent);
    }
  }

  static void signOut(Turn turn, Agent agent, String by) {
    Offer offer = agent.offer();
    switch (agent.state()) {
      case SIGNED_OUT -> {}
      case NOT_READY, READY -> signedOut(turn, agent, AgentTrigger.SIGN_OUT, by);
      case RESERVED, RINGING -> {
        if (offer != null && offer.visit().dialling()) {
          Dialling.cancel(turn, offer);
          signOut(turn, agent, by);
          return;
        }
        Third third = offer == null ? null : TalkRequests.third(offer);
        if (offer != null && third != null) {
          turn.effect(new Effect.Cancel(offer.id()));
          Talks.thirdFailed(turn, offer.visit(), third, OfferEnding.WITHDRAWN);
          signOut(turn, agent, by);
          return;
        }
        if (offer != null) {
          Offers.takeBack(turn, offer, OfferEnding.WITHDRAWN);
        }
        leave(turn, agent, AgentTrigger.SIGN_OUT, by);
        if (offer != null && offer.visit().offers().isEmpty()) {
          Callers.back(turn, offer.visit());
        }
        Callers.signedOut(turn, agent);
      }
      case TALKING, HELD -> note(turn, agent, AgentTrigger.SIGN_OUT, SIGN_OUT, by);
      case WRAP_UP -> {
        if (offer != null) {
          Offers.wrappedUp(turn, offer, SIGN_OUT);
        }
        signedOut(turn, agent, AgentTrigger.SIGN_OUT, by);
      }
    }
  }

  private static void signedOut(Turn turn, Agent agent, AgentTrigger trigger, String by) {
    leave(turn, agent, trigger, by);
    Callers.signedOut(turn, agent);
  }

  private static void leave(Turn turn, Agent agent, AgentTrigger trigger, String by) {
    Becoming.of(turn, agent).free().since(turn.nowMs).strikes(0).by(by).asked(null).on(trigger);
  }

  static void signIn(Turn turn, Agent agent, String reason, String by) {
    Becoming.of(turn, agent).free().reason(reason).since(turn.nowMs).strikes(0).by(by).breaksAfter(turn.nowMs).on(AgentTrigger.SIGN_IN);
  }

  /** He has a call; what he asks for follows it. */
  static void note(Turn turn, Agent agent, AgentTrigger trigger, String pending, String by) {
    Becoming.same(turn, agent).pending(pending).by(by).on(trigger);
  }

  /** He takes no calls for this reason, as long as the tenant allows. Breaks that are due by now are behind him. */
  static Becoming rest(Turn turn, Agent agent, String reason) {
    Becoming next = Becoming.of(turn, agent).free().since(turn.nowMs).strikes(0).reason(reason).until(Limits.untilMs(turn, agent, reason));
    Fact.Break due = agent.breaks().next();
    return due == null || due.dueMs() > turn.nowMs ? next : BreakTime.behind(next, agent, due, turn.nowMs);
  }

  /** He takes calls from now on, and is idle since now. */
  static void ready(Turn turn, Agent agent, AgentTrigger trigger, String by) {
    Becoming.of(turn, agent).free().since(turn.nowMs).strikes(0).by(by).on(trigger);
    Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
  }

  private static String reason(Agent agent) {
    return agent.pending().substring(NOT_READY.length());
  }

  /** Rings or talks, though there is no offer: what it belonged to is over in every other respect. */
  static void freeIfStranded(Turn turn, Agent agent) {
    Offer offer = agent.offer();
    boolean live = offer != null && turn.floor.liveOffer(offer.id()) == offer;
    if (!live && agent.state().offered()) {
      offerOver(turn, agent);
    } else if (!live && agent.state().inTalk()) {
      workOver(turn, agent);
    }
  }
}
