package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.AgentTransitions;
import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Offer;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** An agent's states: what his calls do to him. What he asks for is in {@link Requests}. */
final class Agents {
  static final String READY = "ready";
  static final String SIGN_OUT = "sign_out";
  static final String NOT_READY = "not_ready:";
  static final String NO_ANSWER = "no_answer";

  private Agents() {}

  static void offered(Turn turn, Agent agent, OfferId offer) {
    change(turn, agent, AgentTrigger.OFFER_MADE, "", offer, agent.sinceMs(), READY, agent.strikes());
  }

  static void connected(Turn turn, Offer offer) {
    Agent agent = offer.agent();
    if (agent.state() == AgentState.RINGING) {
      change(turn, agent, AgentTrigger.CONNECTED, "", offer.id(), turn.nowMs, agent.pending(), 0);
    }
  }

  /** His offer ended unanswered. What was not his doing costs him neither his turn nor a strike. */
  static void offerOver(Turn turn, Agent agent, boolean letItPass) {
    if (agent.state() != AgentState.RINGING) {
      return;
    }
    AgentSettings settings = agent.settings();
    int strikes = letItPass ? agent.strikes() + 1 : agent.strikes();
    if (agent.pending().startsWith(NOT_READY)) {
      rest(turn, agent, AgentTrigger.OFFER_OVER_NOT_READY, reason(agent), strikes);
    } else if (letItPass && (settings == null || strikes >= settings.strikes())) {
      rest(turn, agent, AgentTrigger.OFFER_OVER_NOT_READY, NO_ANSWER, 0);
    } else {
      change(turn, agent, AgentTrigger.OFFER_OVER, "", null, letItPass ? turn.nowMs : agent.sinceMs(), "", strikes);
    }
  }

  static void talkOver(Turn turn, Agent agent, boolean wrapUp) {
    if (agent.state() != AgentState.TALKING) {
      return;
    }
    if (wrapUp) {
      OfferId offer = agent.offer() == null ? null : agent.offer().id();
      change(turn, agent, AgentTrigger.TALK_OVER_WRAP_UP, "", offer, turn.nowMs, agent.pending(), 0);
    } else {
      workOver(turn, agent);
    }
  }

  /** {@code why}: timer or agent. */
  static void wrapUpOver(Turn turn, Agent agent, String why) {
    if (agent.offer() != null) {
      Offers.wrappedUp(turn, agent.offer(), why);
    }
    workOver(turn, agent);
  }

  /** All work for the call is done: what he asked for meanwhile comes now. */
  private static void workOver(Turn turn, Agent agent) {
    if (agent.pending().equals(SIGN_OUT)) {
      rest(turn, agent, AgentTrigger.WORK_OVER_SIGN_OUT, "", 0);
      Callers.signedOut(turn, agent);
    } else if (agent.pending().startsWith(NOT_READY)) {
      rest(turn, agent, AgentTrigger.WORK_OVER_NOT_READY, reason(agent), 0);
    } else {
      change(turn, agent, AgentTrigger.WORK_OVER, "", null, turn.nowMs, "", 0);
      Matching.agentFree(turn, agent, Trigger.AGENT_FREE);
    }
  }

  static void signOut(Turn turn, Agent agent) {
    Offer offer = agent.offer();
    switch (agent.state()) {
      case SIGNED_OUT -> {}
      case NOT_READY, READY -> {
        rest(turn, agent, AgentTrigger.SIGN_OUT, "", 0);
        Callers.signedOut(turn, agent);
      }
      case RINGING -> {
        if (offer != null) {
          Offers.takeBack(turn, offer, OfferEnding.WITHDRAWN);
        }
        rest(turn, agent, AgentTrigger.SIGN_OUT, "", 0);
        if (offer != null && offer.visit().offers().isEmpty()) {
          Callers.back(turn, offer.visit());
        }
        Callers.signedOut(turn, agent);
      }
      case TALKING -> note(turn, agent, AgentTrigger.SIGN_OUT, SIGN_OUT);
      case WRAP_UP -> {
        if (offer != null) {
          Offers.wrappedUp(turn, offer, SIGN_OUT);
        }
        rest(turn, agent, AgentTrigger.SIGN_OUT, "", 0);
        Callers.signedOut(turn, agent);
      }
    }
  }

  /** He has a call; what he asks for follows it. */
  static void note(Turn turn, Agent agent, AgentTrigger trigger, String pending) {
    OfferId offer = agent.offer() == null ? null : agent.offer().id();
    change(turn, agent, trigger, "", offer, agent.sinceMs(), pending, agent.strikes());
  }

  /** He takes no calls. */
  static void rest(Turn turn, Agent agent, AgentTrigger trigger, String reason, int strikes) {
    change(turn, agent, trigger, reason, null, turn.nowMs, "", strikes);
  }

  /** He takes calls from now on, and is idle since now. */
  static void ready(Turn turn, Agent agent) {
    change(turn, agent, AgentTrigger.SET_READY, "", null, turn.nowMs, "", 0);
  }

  private static String reason(Agent agent) {
    return agent.pending().substring(NOT_READY.length());
  }

  private static void change(
      Turn turn, Agent agent, AgentTrigger trigger, String reason, @Nullable OfferId offer, long sinceMs, String pending, int strikes) {
    AgentState to = AgentTransitions.TABLE.next(agent.state(), trigger);
    turn.fact(new Fact.AgentStateChanged(
        turn.nowMs, agent.id().tenant(), agent.id(), agent.state(), to, reason, offer, sinceMs, pending, strikes,
        work(agent.workAt(turn.nowMs), trigger, turn.nowMs)));
  }

  /** What he did before counts from one sign-in to the next. */
  private static Fact.Workload work(Fact.Workload done, AgentTrigger trigger, long nowMs) {
    return switch (trigger) {
      case SIGN_IN -> Fact.Workload.NONE;
      case OFFER_MADE -> new Fact.Workload(done.calls(), done.busyMs(), done.staffedMs(), nowMs);
      case CONNECTED -> new Fact.Workload(done.calls() + 1, done.busyMs(), done.staffedMs(), done.offeredMs());
      case SET_READY, SET_NOT_READY, SIGN_OUT, OFFER_OVER, OFFER_OVER_NOT_READY, TALK_OVER_WRAP_UP, WORK_OVER, WORK_OVER_NOT_READY,
          WORK_OVER_SIGN_OUT -> done;
    };
  }

  /** Rings or talks, though there is no offer: what it belonged to is over in every other respect. */
  static void freeIfStranded(Turn turn, Agent agent) {
    Offer offer = agent.offer();
    boolean live = offer != null && turn.floor.liveOffer(offer.id()) == offer;
    if (!live && agent.state() == AgentState.RINGING) {
      offerOver(turn, agent, false);
    } else if (!live && agent.state() == AgentState.TALKING) {
      workOver(turn, agent);
    }
  }
}
