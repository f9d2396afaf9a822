package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.talk.TalkState;
import org.jspecify.annotations.Nullable;

/** A caller goes on without his agent: to a third party, another agent, a queue, a number; or back to his queue, since his agent is lost. */
final class HandingOn {
  /** Who lost his agent is due so much earlier than he was: before all who came since the day before. */
  private static final long AHEAD_MS = 24 * 3_600_000L;
  /** So long a phone is left alone that lost its call, unless it is heard of earlier. */
  private static final long PHONE_BACK_MS = 2_000;
  private static final long OUTSIDE_RING_MS = 45_000;

  private HandingOn() {}

  /** Who has answered; or, where it is a number, rings. */
  static void toThird(Turn turn, Offer talk, Third third) {
    Agent agent = third.agent();
    leaves(turn, talk, third.id(), agent == null ? null : agent.id(), null, third.begun().number(), false);
    turn.effect(new Effect.HandOn(talk.id(), third.id()));
  }

  static void toNumber(Turn turn, Offer talk, Target.ToNumber to) {
    Visit visit = talk.visit();
    OfferId third = new OfferId(visit.call(), visit.attempts() + 1);
    if (visit.talk() == TalkState.TALKING) {
      Talks.hold(turn, talk);
    }
    turn.fact(new Fact.InTalk.ConsultBegun(
        turn.nowMs, visit.entered().tenant(), visit.call(), talk.id(), talk.agent().id(), third, null, null, to.e164(),
        OUTSIDE_RING_MS));
    leaves(turn, talk, third, null, null, to.e164(), false);
    turn.effect(new Effect.HandOn(talk.id(), null));
    turn.effect(new Effect.RingOutside(
        new Line.Ring(third, new Phone.Number(to.e164(), to.trunks()), to.shown(), visit.entered().callerName(), OUTSIDE_RING_MS)));
  }

  /** His phone rings for this caller alone; where he does not answer, the caller is back at the head of his queue. */
  static void toAgent(Turn turn, Offer talk, Agent agent) {
    Visit visit = talk.visit();
    QueueSettings settings = visit.queue().settings();
    leaves(turn, talk, null, agent.id(), null, "", true);
    turn.effect(new Effect.HandOn(talk.id(), null));
    long ringMs = settings == null ? QueueSettings.of(visit.queue().id()).ringMs() : settings.ringMs();
    enter(turn, visit.entered().again(
        turn.nowMs, visit.queue().id(), agent.id(), visit.sinceMs(), ringMs, Fact.QueueEntered.HANDED_ON));
  }

  static void toQueue(Turn turn, Offer talk, CallQueue queue) {
    Visit visit = talk.visit();
    leaves(turn, talk, null, null, queue.id(), "", true);
    turn.effect(new Effect.HandOn(talk.id(), null));
    enter(turn, visit.entered().again(turn.nowMs, queue.id(), null, turn.nowMs, 0, Fact.QueueEntered.HANDED_ON));
  }

  /** The agent's part ends, and his after-call work begins. */
  private static void leaves(
      Turn turn, Offer talk, @Nullable OfferId third, @Nullable AgentId agent, @Nullable QueueId queue, String number, boolean waits) {
    Visit visit = talk.visit();
    WrapUp wrapUp = Agents.wrapUp(talk);
    long talkMs = turn.nowMs - talk.connectedMs();
    long heldMs = talk.heldMs(turn.nowMs);
    turn.fact(new Fact.InTalk.HandedOn(
        turn.nowMs, visit.entered().tenant(), visit.call(), talk.id(), talk.agent().id(), third, agent, queue, number));
    turn.fact(new Fact.TalkEnded(
        turn.nowMs, visit.entered().tenant(), visit.call(), talk.id(), visit.queue().id(), talk.agent().id(), Party.AGENT, talkMs, heldMs));
    turn.send(new CallSignal.HandedOn(visit.call(), talk.id(), talk.agent().id(), wrapUp.ms() != 0, waits));
    Agents.talkOver(turn, talk.agent(), wrapUp);
  }

  /**
   * His agent is gone and did not hang up, or did while the caller was set aside: he is offered back to him first, and then is the first in
   * his queue.
   *
   * @param by {@code LOST}: the agent's phone may need a moment to be back
   */
  static void lost(Turn turn, Offer talk, Party by) {
    Visit visit = talk.visit();
    Agent agent = talk.agent();
    turn.fact(new Fact.TalkEnded(
        turn.nowMs, visit.entered().tenant(), visit.call(), talk.id(), visit.queue().id(), agent.id(), Party.LOST,
        turn.nowMs - talk.connectedMs(), talk.heldMs(turn.nowMs)));
    turn.send(new CallSignal.HandedOn(visit.call(), talk.id(), agent.id(), false, true));
    Handset handset = agent.handset();
    if (by == Party.LOST && handset != null && handset.reachable()) {
      turn.floor.staff().reachable(handset, false, turn.nowMs + PHONE_BACK_MS);
    }
    boolean goesOnWorking = agent.pending().isEmpty() || agent.pending().equals(Agents.READY);
    returned(turn, visit, goesOnWorking ? agent.id() : null);
    Agents.lostCall(turn, agent);
  }

  /** The one agent to whom he was handed on did not answer: he is the first in the queue. */
  static void unanswered(Turn turn, Visit visit) {
    turn.fact(new Fact.QueueLeft(
        turn.nowMs, visit.entered().tenant(), visit.call(), visit.queue().id(), QueueExit.NO_ANSWER, turn.nowMs - visit.enteredMs(), "", "",
        visit.entered().caller(), visit.sinceMs()));
    returned(turn, visit, null);
  }

  /** He is the first in his queue. {@code first}: the agent who is waited for, or null. */
  static void returned(Turn turn, Visit visit, @Nullable AgentId first) {
    long placeMs = Math.max(1, Math.min(visit.sinceMs(), visit.enteredMs()) - AHEAD_MS);
    enter(turn, visit.entered().again(turn.nowMs, visit.queue().id(), first, placeMs, 0, Fact.QueueEntered.RETURNED));
  }

  /** His talk with a number outside has ended. */
  static void over(Turn turn, Visit visit, Third third, Party by) {
    turn.send(new CallSignal.TalkEnded(visit.call(), third.id(), third.begun().by(), by, false));
  }

  private static void enter(Turn turn, Fact.QueueEntered again) {
    turn.fact(again);
    turn.send(new CallSignal.Waiting(again.call(), again.queue()));
    Visit visit = turn.floor.visit(again.call());
    if (visit != null) {
      Matching.callFree(turn, visit, Trigger.CALL_ARRIVED);
    }
  }
}
