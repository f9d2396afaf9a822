package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Listening;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.ListenEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.talk.TalkState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor in an agent's talk. He hears one at a time, and each is heard by one at a time; it ends with the agent's part of the talk.
 * Meanwhile nobody offers him a call. What he was before he took a talk over he is again when it is done.
 */
final class Supervising {
  private static final long RING_MS = 20_000;

  private Supervising() {}

  static Reply ask(Turn turn, SupervisionRequest request) {
    Listening own = turn.floor.listenings().of(request.by());
    if (request instanceof SupervisionRequest.Leave) {
      return leave(turn, own, request.call());
    }
    Offer talk = talk(turn, request.by().tenant(), request.call());
    Agent supervisor = turn.floor.staff().agent(request.by());
    Handset handset = supervisor == null ? null : supervisor.handset();
    if (talk == null) {
      return SupervisionRefusals.noTalk(request.call());
    }
    if (supervisor == null || handset == null) {
      return SupervisionRefusals.noPhone();
    }
    boolean takesOver = request instanceof SupervisionRequest.TakeOver;
    Reply refused = own != null && own.talk().equals(talk.id()) ? null : refused(turn, own, talk, supervisor, handset);
    if (refused == null && takesOver) {
      refused = cannotTakeOver(talk, supervisor);
    }
    if (refused != null) {
      return refused;
    }
    ListenMode mode = request instanceof SupervisionRequest.Listen listen ? listen.mode() : own == null ? ListenMode.LISTEN : own.mode();
    if (own == null) {
      begin(turn, talk, supervisor, handset, mode, takesOver);
    } else {
      change(turn, own, mode, takesOver);
    }
    return new Reply.Accepted(takesOver ? "taking_over" : turn.floor.listenings().of(request.by()) == own ? "listening" : "ringing");
  }

  private static @Nullable Reply refused(Turn turn, @Nullable Listening own, Offer talk, Agent supervisor, Handset handset) {
    Listening other = turn.floor.listenings().in(talk.id());
    if (own != null) {
      return SupervisionRefusals.listensElsewhere(own.begun().agent());
    }
    if (other != null) {
      return SupervisionRefusals.heardAlready(other.by());
    }
    if (supervisor.state().offered() || supervisor.state().inTalk()) {
      return SupervisionRefusals.inCall(supervisor.state());
    }
    return turn.floor.line().up() && handset.reachable() && !handset.listening() ? null : SupervisionRefusals.phoneUnreachable();
  }

  private static @Nullable Reply cannotTakeOver(Offer talk, Agent supervisor) {
    if (talk.visit().talk().withThird()) {
      return SupervisionRefusals.thirdParty();
    }
    return takesCalls(supervisor) ? null : SupervisionRefusals.inCall(supervisor.state());
  }

  private static boolean takesCalls(Agent supervisor) {
    return switch (supervisor.state()) {
      case SIGNED_OUT, NOT_READY, READY -> true;
      case RESERVED, RINGING, TALKING, HELD, WRAP_UP -> false;
    };
  }

  private static void begin(Turn turn, Offer talk, Agent supervisor, Handset handset, ListenMode mode, boolean takesOver) {
    Visit visit = talk.visit();
    OfferId leg = new OfferId(visit.call(), visit.attempts() + 1);
    turn.fact(new Fact.Listening.ListenBegun(
        turn.nowMs, visit.entered().tenant(), visit.call(), talk.id(), talk.agent().id(), leg, supervisor.id(), mode, takesOver, RING_MS));
    turn.effect(new Effect.Listen(new Line.Listener(
        leg, talk.id(), handset.phone(), visit.entered().caller(), visit.entered().callerName(), RING_MS, mode)));
  }

  private static void change(Turn turn, Listening own, ListenMode mode, boolean takesOver) {
    if (takesOver && own.joined()) {
      takeOver(turn, own);
    } else if (own.mode() != mode || own.takesOver() != takesOver) {
      Fact.Listening.ListenBegun begun = own.begun();
      turn.fact(new Fact.Listening.ListenChanged(
          turn.nowMs, begun.tenant(), begun.call(), own.leg(), begun.agent(), own.by(), mode, takesOver));
      say(turn, own);
    }
  }

  /** How he takes part, to the line. */
  private static void say(Turn turn, Listening own) {
    Agent supervisor = turn.floor.staff().agent(own.by());
    Handset handset = supervisor == null ? null : supervisor.handset();
    if (handset != null) {
      turn.effect(new Effect.Listen(new Line.Listener(own.leg(), own.talk(), handset.phone(), "", "", RING_MS, own.mode())));
    }
  }

  private static Reply leave(Turn turn, @Nullable Listening own, CallId call) {
    if (own == null || !own.begun().call().equals(call)) {
      return SupervisionRefusals.listensNot(call);
    }
    turn.effect(new Effect.HangUpLeg(own.leg()));
    over(turn, own, ListenEnding.LEFT);
    return new Reply.Accepted("ended");
  }

  // --- what the line tells

  static void joined(Turn turn, OfferId leg) {
    Listening own = turn.floor.listenings().leg(leg);
    if (own == null) {
      turn.effect(new Effect.HangUpLeg(leg)); // over before he answered
      return;
    }
    if (!own.joined()) {
      Fact.Listening.ListenBegun begun = own.begun();
      turn.fact(new Fact.Listening.ListenJoined(turn.nowMs, begun.tenant(), begun.call(), leg, begun.agent(), own.by(), own.mode()));
    }
    if (own.takesOver()) {
      takeOver(turn, own);
    }
  }

  static void gone(Turn turn, LineEvent.ListenerGone event) {
    Listening own = turn.floor.listenings().leg(event.leg());
    Offer taken = turn.floor.liveOffer(event.leg());
    if (own != null) {
      over(turn, own, event.unanswered() == null ? ListenEnding.LEFT : ListenEnding.NOT_ANSWERED);
    } else if (taken != null && taken.state() == OfferState.CONNECTED) {
      Offers.legGone(turn, taken, Party.LOST); // in the moment in which he took over
    }
  }

  /** After a gap: who is still there, and how he takes part, for the last word may not have been heard. */
  static void restored(Turn turn, List<LineEvent.LiveListener> legs) {
    Map<OfferId, LineEvent.LiveListener> found = new HashMap<>();
    legs.forEach(leg -> found.put(leg.leg(), leg));
    for (Listening own : turn.floor.listenings().all()) {
      LineEvent.LiveListener leg = found.remove(own.leg());
      if (leg == null) {
        over(turn, own, heard(turn, own) == null ? ListenEnding.TALK_OVER : ListenEnding.LOST);
      } else if (heard(turn, own) != null) {
        say(turn, own);
        if (leg.joined()) {
          joined(turn, own.leg());
        }
      }
    }
    found.keySet().forEach(leg -> {
      if (turn.floor.liveOffer(leg) == null) {
        turn.effect(new Effect.HangUpLeg(leg));
      }
    });
  }

  /** The page that is his phone is gone: he hears nothing any more. */
  static void pageGone(Turn turn, Handset handset) {
    for (Listening own : turn.floor.listenings().all()) {
      Agent supervisor = turn.floor.staff().agent(own.by());
      if (supervisor != null && supervisor.handset() == handset) {
        turn.effect(new Effect.HangUpLeg(own.leg()));
        over(turn, own, ListenEnding.LOST);
      }
    }
  }

  /** Whose talk is over by this decision hears it no more. */
  static void settle(Turn turn) {
    if (turn.floor.listenings().isEmpty()) {
      return;
    }
    for (Listening own : turn.floor.listenings().all()) {
      if (heard(turn, own) == null) {
        turn.effect(new Effect.HangUpLeg(own.leg()));
        over(turn, own, ListenEnding.TALK_OVER);
      }
    }
  }

  /** The talk that he hears while it goes on, else null. */
  private static @Nullable Offer heard(Turn turn, Listening own) {
    Offer offer = turn.floor.liveOffer(own.talk());
    return offer != null && offer.state() == OfferState.CONNECTED ? offer : null;
  }

  private static void over(Turn turn, Listening own, ListenEnding ending) {
    ended(turn, own, ending);
    Agent supervisor = turn.floor.staff().agent(own.by());
    if (supervisor != null && supervisor.offerable()) {
      Matching.agentFree(turn, supervisor, Trigger.AGENT_FREE);
    }
  }

  private static void ended(Turn turn, Listening own, ListenEnding ending) {
    Fact.Listening.ListenBegun begun = own.begun();
    turn.fact(new Fact.Listening.ListenEnded(
        turn.nowMs, begun.tenant(), begun.call(), own.leg(), begun.agent(), own.by(), ending, own.joined() ? turn.nowMs - own.joinedMs() : 0));
  }

  // --- taking over

  /** As a third party whom the agent hands the caller on to: his leg becomes that of the talk. Where that is not possible any more, he goes on listening. */
  private static void takeOver(Turn turn, Listening own) {
    Offer talk = heard(turn, own);
    Agent supervisor = turn.floor.staff().agent(own.by());
    if (talk == null || supervisor == null || cannotTakeOver(talk, supervisor) != null) {
      return;
    }
    Visit visit = talk.visit();
    TenantId tenant = visit.entered().tenant();
    OfferId leg = own.leg();
    ended(turn, own, ListenEnding.TOOK_OVER);
    if (visit.talk() == TalkState.TALKING) {
      Talks.hold(turn, talk);
    }
    turn.fact(new Fact.InTalk.ConsultBegun(
        turn.nowMs, tenant, visit.call(), talk.id(), talk.agent().id(), leg, supervisor.id(), null, "", 0));
    Becoming.of(turn, supervisor).offer(leg).pending(afterwards(supervisor)).by("").since(turn.nowMs).strikes(0).on(AgentTrigger.TOOK_OVER);
    turn.fact(new Fact.InTalk.ConsultJoined(turn.nowMs, tenant, visit.call(), talk.id(), leg, supervisor.id(), 0));
    Third third = visit.third();
    if (third == null) {
      throw new IllegalStateException(leg + " was begun and is not there");
    }
    HandingOn.toThird(turn, talk, third);
  }

  /** What he was. */
  private static String afterwards(Agent supervisor) {
    return switch (supervisor.state()) {
      case SIGNED_OUT -> Agents.SIGN_OUT;
      case NOT_READY -> Agents.NOT_READY + supervisor.reason();
      case READY, RESERVED, RINGING, TALKING, HELD, WRAP_UP -> Agents.READY;
    };
  }

  private static @Nullable Offer talk(Turn turn, TenantId tenant, CallId call) {
    Visit visit = turn.floor.visit(call);
    if (visit == null || !visit.entered().tenant().equals(tenant)) {
      return null;
    }
    return visit.offers().stream().filter(offer -> offer.state() == OfferState.CONNECTED).findFirst().orElse(null);
  }
}
