package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line.With;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.talk.TalkState;
import org.jspecify.annotations.Nullable;

/** A talk between its beginning and its end: the caller set aside, and a third party. */
final class Talks {
  /** How long a number outside may ring, milliseconds. */
  private static final long OUTSIDE_RING_MS = 45_000;

  private Talks() {}

  // --- what the agent wants; that it fits has been checked

  static void hold(Turn turn, Offer talk) {
    aside(turn, talk);
    turn.effect(new Effect.Arrange(talk.id(), null, With.NOBODY));
  }

  static void resume(Turn turn, Offer talk) {
    back(turn, talk);
    turn.effect(new Effect.Arrange(talk.id(), thirdOf(talk), With.CUSTOMER));
  }

  static void swap(Turn turn, Offer talk) {
    if (talk.visit().talk() == TalkState.CONSULTING) {
      resume(turn, talk);
    } else {
      aside(turn, talk);
      turn.effect(new Effect.Arrange(talk.id(), thirdOf(talk), With.THIRD));
    }
  }

  static void conference(Turn turn, Offer talk) {
    OfferId third = thirdOf(talk);
    if (third != null) {
      back(turn, talk);
      turn.fact(new Fact.InTalk.Conferenced(turn.nowMs, tenant(talk), talk.visit().call(), talk.id(), third));
      turn.effect(new Effect.Arrange(talk.id(), third, With.EVERYBODY));
    }
  }

  /** The third party's part ends, and the agent is with the caller. */
  static void cancel(Turn turn, Offer talk) {
    Visit visit = talk.visit();
    Third third = visit.third();
    if (third != null) {
      letGo(turn, third);
      thirdOver(turn, visit, third, third.joined() ? null : OfferEnding.WITHDRAWN);
    }
    back(turn, talk);
    turn.effect(new Effect.Arrange(talk.id(), null, With.CUSTOMER));
  }

  static void consult(Turn turn, Offer talk, Agent agent, @Nullable CallQueue queue) {
    Handset handset = agent.handset();
    QueueSettings settings = talk.visit().queue().settings();
    if (handset == null) {
      throw new IllegalStateException("offerable without a phone: " + agent.id());
    }
    long ringMs = settings == null ? QueueSettings.of(talk.visit().queue().id()).ringMs() : settings.ringMs();
    OfferId third = begin(turn, talk, agent.id(), queue, "", ringMs);
    Agents.offered(turn, agent, third);
    ring(turn, talk, third, handset.phone(), talk.visit().entered().caller(), ringMs);
  }

  static void consult(Turn turn, Offer talk, Target.ToNumber to) {
    OfferId third = begin(turn, talk, null, null, to.e164(), OUTSIDE_RING_MS);
    ring(turn, talk, third, new Phone.Number(to.e164(), to.trunks()), to.shown(), OUTSIDE_RING_MS);
  }

  private static OfferId begin(
      Turn turn, Offer talk, @Nullable AgentId agent, @Nullable CallQueue queue, String number, long ringMs) {
    aside(turn, talk);
    Visit visit = talk.visit();
    OfferId third = new OfferId(visit.call(), visit.attempts() + 1);
    turn.fact(new Fact.InTalk.ConsultBegun(
        turn.nowMs, tenant(talk), visit.call(), talk.id(), talk.agent().id(), third, agent, queue == null ? null : queue.id(), number, ringMs));
    return third;
  }

  private static void ring(Turn turn, Offer talk, OfferId third, Phone phone, String shown, long ringMs) {
    turn.effect(new Effect.Arrange(talk.id(), third, With.THIRD));
    turn.effect(new Effect.Consult(
        new Line.Ring(third, phone, shown, talk.visit().entered().callerName(), ringMs), talk.id()));
  }

  private static void aside(Turn turn, Offer talk) {
    if (talk.visit().talk().callerAside()) {
      return;
    }
    if (talk.held()) {
      Holds.resumed(turn, talk.id()); // at his phone; from now on he is held from the desk
    }
    turn.fact(new Fact.CallHeld(
        turn.nowMs, tenant(talk), talk.visit().call(), talk.id(), talk.visit().queue().id(), talk.agent().id(), true));
    if (talk.agent().state() == AgentState.TALKING) {
      Becoming.of(turn, talk.agent()).on(AgentTrigger.HOLD_BEGUN);
    }
  }

  private static void back(Turn turn, Offer talk) {
    if (talk.visit().talk().callerAside()) {
      Holds.resumed(turn, talk.id());
    }
  }

  // --- what the line tells of a third party

  /** True where the event was of one. */
  static boolean hears(Turn turn, LineEvent event) {
    OfferId id = switch (event) {
      case LineEvent.OfferRinging e -> e.offer();
      case LineEvent.OfferFailed e -> e.offer();
      case LineEvent.Connected e -> e.offer();
      case LineEvent.TalkEnded e -> e.offer();
      default -> null;
    };
    Third third = id == null ? null : turn.floor.third(id);
    Visit visit = id == null ? null : turn.floor.visit(id.call());
    if (third == null || visit == null) {
      return false;
    }
    switch (event) {
      case LineEvent.OfferRinging e -> rang(turn, visit, third);
      case LineEvent.OfferFailed e -> thirdFailed(turn, visit, third, e.ending());
      case LineEvent.Connected e -> joined(turn, visit, third);
      case LineEvent.TalkEnded e -> thirdGone(turn, visit, third, e.by());
      default -> throw new IllegalStateException("no third party's: " + event);
    }
    return true;
  }

  private static void rang(Turn turn, Visit visit, Third third) {
    Agent agent = third.agent();
    if (third.joined() || (agent != null && agent.state() != AgentState.RESERVED)) {
      return;
    }
    turn.fact(new Fact.InTalk.ConsultRang(
        turn.nowMs, visit.entered().tenant(), visit.call(), third.begun().talk(), third.id(), agent == null ? null : agent.id()));
    if (agent != null) {
      Agents.rang(turn, agent);
    }
  }

  private static void joined(Turn turn, Visit visit, Third third) {
    if (third.joined()) {
      return;
    }
    Offer offer = third.offer();
    turn.fact(new Fact.InTalk.ConsultJoined(
        turn.nowMs, visit.entered().tenant(), visit.call(), third.begun().talk(), third.id(), offer == null ? null : offer.agent().id(),
        turn.nowMs - third.begun().atMs()));
    if (offer != null) {
      Agents.connected(turn, offer);
    }
  }

  /** Nobody answered there. The agent stays with the caller set aside, and is told by his desk. */
  static void thirdFailed(Turn turn, Visit visit, Third third, OfferEnding ending) {
    if (third.joined()) {
      return;
    }
    boolean alone = third.alone();
    thirdOver(turn, visit, third, ending);
    if (alone) {
      HandingOn.returned(turn, visit, null);
    } else {
      settle(turn, visit);
    }
  }

  private static void thirdGone(Turn turn, Visit visit, Third third, Party by) {
    boolean alone = third.alone();
    thirdOver(turn, visit, third, null);
    if (alone && by == Party.LOST) {
      HandingOn.returned(turn, visit, null);
    } else if (alone) {
      HandingOn.over(turn, visit, third, by);
    } else {
      settle(turn, visit);
    }
  }

  /** Who is left hears whom the talk says. */
  private static void settle(Turn turn, Visit visit) {
    for (Offer talk : visit.offers()) {
      turn.effect(new Effect.Arrange(talk.id(), null, visit.talk() == TalkState.HELD ? With.NOBODY : With.CUSTOMER));
    }
  }

  /** Its leg ends, by whatever way it is still there. */
  static void letGo(Turn turn, Third third) {
    turn.effect(third.joined() ? new Effect.HangUpLeg(third.id()) : new Effect.Cancel(third.id()));
  }

  /** The caller is gone, or the agent with his part of the talk: nobody needs the third party any more. */
  static void endThird(Turn turn, Visit visit, Party by) {
    Third third = visit.third();
    if (third != null) {
      letGo(turn, third);
      thirdOver(turn, visit, third, third.joined() ? null : OfferEnding.WITHDRAWN);
      if (third.alone()) {
        HandingOn.over(turn, visit, third, by);
      }
    }
  }

  /** After a gap: what the line has of it. {@code leg}: whether it talks; null: it is gone. */
  static void found(Turn turn, Visit visit, @Nullable Boolean leg) {
    Third third = visit.third();
    if (third == null) {
      return;
    }
    if (leg == null) {
      if (third.joined()) {
        thirdGone(turn, visit, third, Party.LOST);
      } else {
        thirdFailed(turn, visit, third, OfferEnding.LOST);
      }
    } else if (leg) {
      joined(turn, visit, third);
    }
  }

  /** After a gap: as the talk says it is, for the last word may not have been heard. */
  static void arrangeAgain(Turn turn, Offer talk, boolean withCaller) {
    With with = switch (talk.visit().talk()) {
      case TALKING, ALTERNATING, OVER -> With.CUSTOMER;
      case HELD -> With.NOBODY;
      case CALLING, CONSULTING -> With.THIRD;
      case CONFERENCE -> With.EVERYBODY;
    };
    if (with != With.CUSTOMER || !withCaller) {
      turn.effect(new Effect.Arrange(talk.id(), thirdOf(talk), with));
    }
  }

  /** {@code ending} null: he had answered. An agent is free again, without a turn lost and without wrap-up. */
  static void thirdOver(Turn turn, Visit visit, Third third, @Nullable OfferEnding ending) {
    Agent agent = third.agent();
    turn.fact(new Fact.InTalk.ConsultEnded(
        turn.nowMs, visit.entered().tenant(), visit.call(), third.begun().talk(), third.id(), agent == null ? null : agent.id(), ending,
        third.joined() ? turn.nowMs - third.joinedMs() : 0));
    if (agent != null) {
      Agents.consulted(turn, agent);
    }
  }

  private static @Nullable OfferId thirdOf(Offer talk) {
    Third third = talk.visit().third();
    return third == null ? null : third.id();
  }

  private static TenantId tenant(Offer talk) {
    return talk.visit().entered().tenant();
  }
}
