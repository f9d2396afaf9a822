package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Alarms;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Third;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** After a gap, or with other settings: what we believe is made to agree with what is, and only then is anybody matched. */
final class Reconciliation {
  private Reconciliation() {}

  static void restored(Turn turn, LineEvent.Restored restored) {
    turn.hold(true);
    turn.floor.line().up(true);
    Set<CallId> calls = new HashSet<>();
    restored.calls().forEach(c -> calls.add(c.arrival().call()));
    Map<OfferId, LineEvent.LiveOffer> offers = new HashMap<>();
    restored.offers().forEach(o -> offers.put(o.offer(), o));
    phones(turn, restored.unreachable());
    for (Visit visit : inOrder(turn)) {
      if (visit.absent()) {
        CallingBack.restored(turn, visit, calls);
      } else if (visit.dialling()) {
        Dialling.restored(turn, visit, calls, offers);
      } else if (calls.contains(visit.call())) {
        alive(turn, visit, offers);
      } else {
        Callers.gone(turn, visit, Party.UNSEEN);
      }
    }
    for (LineEvent.LiveOffer leg : restored.offers()) {
      if (turn.floor.liveOffer(leg.offer()) == null && turn.floor.third(leg.offer()) == null) {
        turn.effect(new Effect.Cancel(leg.offer())); // taken back while nobody could be told
        if (leg.connected()) {
          // He was handed on, or taken back: only the leg ends, where the caller is still somebody's or waits.
          turn.effect(turn.floor.visit(leg.offer().call()) == null ? new Effect.HangUpLeg(leg.offer()) : new Effect.Drop(leg.offer()));
        }
      }
    }
    Supervising.restored(turn, restored.listeners());
    for (Agent agent : List.copyOf(turn.floor.staff().all())) {
      Agents.freeIfStranded(turn, agent);
      turn.floor.setAlarm(agent);
    }
    turn.floor.queues().all().forEach(queue -> Callers.patienceOver(turn, queue.patience()));
    turn.floor.queues().all().forEach(queue -> queue.overflows().forEach(overflow -> Callers.overflow(turn, overflow)));
    CallingBack.linesFree(turn, calls);
    turn.hold(false);
    Matching.everybodyFree(turn, Trigger.LINE_BACK);
  }

  /** The caller is there; his agent's leg may not be, or may have answered meanwhile. */
  private static void alive(Turn turn, Visit visit, Map<OfferId, LineEvent.LiveOffer> legs) {
    List<Offer> offers = visit.offers();
    for (Offer offer : offers) {
      LineEvent.LiveOffer leg = legs.get(offer.id());
      if (leg != null && leg.connected()) {
        Offers.connected(turn, offer.id());
      }
    }
    for (Offer offer : offers) {
      if (!legs.containsKey(offer.id()) && turn.floor.liveOffer(offer.id()) == offer) {
        gone(turn, visit, offer);
      }
    }
    Third third = visit.third();
    if (third != null && turn.floor.visit(visit.call()) == visit) {
      LineEvent.LiveOffer leg = legs.get(third.id());
      Talks.found(turn, visit, leg == null ? null : leg.connected());
    }
    for (Offer offer : visit.offers()) {
      LineEvent.LiveOffer leg = legs.get(offer.id());
      if (leg != null && leg.connected() && !offer.unanswered()) {
        Talks.arrangeAgain(turn, offer, leg.withCaller());
      }
    }
  }

  /** Where an agent hangs up, the telephone server ends the call by itself, unless it goes on after the talk; this one is there. */
  private static void gone(Turn turn, Visit visit, Offer offer) {
    if (offer.unanswered()) {
      Offers.returned(turn, offer, OfferEnding.LOST);
    } else if (visit.goesOn() && !visit.talk().callerAside()) {
      Offers.talkEnded(turn, offer, Party.UNSEEN);
    } else {
      Offers.legGone(turn, offer, Party.LOST);
    }
  }

  private static void phones(Turn turn, Set<String> unreachable) {
    for (Handset handset : turn.floor.staff().handsets()) {
      boolean reachable = !(handset.phone() instanceof Phone.Endpoint endpoint && unreachable.contains(endpoint.name()));
      turn.floor.staff().reachable(handset, reachable, Alarms.NEVER);
    }
  }

  static void configured(Turn turn, FloorSettings settings) {
    turn.hold(true);
    Map<QueueId, String> before = messages(turn);
    turn.floor.configure(settings, turn.nowMs);
    for (Agent agent : List.copyOf(turn.floor.staff().all())) {
      Agents.freeIfStranded(turn, agent);
      if (agent.settings() == null && agent.signedIn() && !agent.pending().equals(Agents.SIGN_OUT)) {
        Agents.signOut(turn, agent, "");
      }
      turn.floor.setAlarm(agent);
    }
    turn.floor.callbacks().all().forEach(callback -> CallingBack.due(turn, callback)); // who is called back no more
    Callers.leaveAll(turn, QueueExit.QUEUE_REMOVED, q -> q.settings() == null);
    Callers.leaveAll(turn, QueueExit.EMERGENCY, turn.floor.queues()::emergency);
    Callers.leaveAll(turn, QueueExit.NO_AGENTS, Callers::unattended);
    turn.hold(false);
    Matching.everybodyFree(turn, Trigger.SETTINGS_CHANGED);
    messages(turn).forEach((queue, message) -> {
      if (!message.equals(before.get(queue))) {
        inOrder(turn).stream().filter(visit -> visit.queue().id().equals(queue)).forEach(visit -> Announcements.message(turn, visit));
      }
    });
  }

  private static Map<QueueId, String> messages(Turn turn) {
    return turn.floor.queues().all().stream().map(CallQueue::settings).filter(Objects::nonNull)
        .collect(Collectors.toMap(QueueSettings::id, queue -> queue.waiting().message()));
  }

  private static List<Visit> inOrder(Turn turn) {
    return turn.floor.visits().stream().sorted(Comparator.comparingLong(Visit::number)).toList();
  }
}
