package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Callback;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is always true, worked out here by looking at everybody, unlike in the kernel. */
final class Invariants {
  private Invariants() {}

  /** Of the floor as it stands; empty when all is well. */
  static List<String> broken(Floor floor, long nowMs) {
    List<String> broken = new ArrayList<>();
    onePlace(floor, broken);
    oneOffer(floor, broken);
    workConserved(floor, nowMs, broken);
    relaxedInTime(floor, nowMs, broken);
    Fairness.positions(floor, broken);
    doors(floor, broken);
    ringsTooLong(floor, nowMs, broken);
    waitsTooLong(floor, nowMs, broken);
    rangIsRinging(floor, broken);
    outstays(floor, nowMs, broken);
    return broken;
  }

  /** He rings when his phone does, not before and not after. */
  private static void rangIsRinging(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      for (Offer offer : visit.offers()) {
        if (offer.unanswered()
            && offer.agent().state() != (offer.state() == OfferState.RINGING ? AgentState.RINGING : AgentState.RESERVED)) {
          broken.add("rings: " + offer.agent().id() + " is " + offer.agent().state() + " with an offer " + offer.state());
        }
      }
    }
  }

  /** Nobody stays longer in wrap-up or a limited break than he may, and nobody works through his break. */
  private static void outstays(Floor floor, long nowMs, List<String> broken) {
    for (Agent agent : floor.staff().all()) {
      Fact.Terms terms = agent.terms();
      boolean bounded = agent.state() == AgentState.WRAP_UP || agent.state() == AgentState.NOT_READY && !terms.overLimit();
      if (bounded && terms.untilMs() > 0 && terms.untilMs() <= nowMs) {
        broken.add("outstays: " + agent.id() + " is " + agent.state() + " past his time");
      }
      if (!bounded && (terms.untilMs() != 0 && agent.state() != AgentState.NOT_READY || terms.extensions() > 0)) {
        broken.add("outstays: " + agent.id() + " is " + agent.state() + " with a bound of another state");
      }
      if (agent.state() == AgentState.READY && agent.breaks().due(nowMs)) {
        broken.add("break: " + agent.id() + " is ready though his break is due");
      }
    }
  }

  /** Nobody waits where nobody may. */
  private static void doors(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      QueueSettings queue = visit.queue().settings();
      if (visit.state() == VisitState.WAITING && !visit.absent()) {
        long signedIn = floor.staff().all().stream()
            .filter(a -> a.signedIn() && a.settings() != null && a.settings().queues().contains(visit.queue().id())).count();
        if (queue == null || floor.queues().emergency(visit.queue()) || (signedIn == 0 && !queue.doors().withoutAgents())) {
          broken.add("doors: " + visit.call() + " waits in " + visit.queue().id() + ", which is removed, closed or unattended");
        }
      }
    }
  }

  private static void waitsTooLong(Floor floor, long nowMs, List<String> broken) {
    for (Visit visit : floor.visits()) {
      QueueSettings queue = visit.queue().settings();
      Callback callback = visit.callback();
      if (floor.line().up() && callback != null && visit.resting() && callback.dueMs() <= nowMs) {
        broken.add("rests too long: " + visit.call() + " in " + visit.queue().id());
      }
      if (floor.line().up() && visit.state() == VisitState.WAITING && queue != null && queue.doors().maxWaitMs() > 0
          && callback == null && nowMs - visit.enteredMs() >= queue.doors().maxWaitMs()) {
        broken.add("waits too long: " + visit.call() + " in " + queue.id());
      }
    }
  }

  /** While the line is up, the line or the safety net ends every ringing. */
  private static void ringsTooLong(Floor floor, long nowMs, List<String> broken) {
    for (Visit visit : floor.visits()) {
      for (Offer offer : visit.offers()) {
        if (floor.line().up() && offer.unanswered()
            && nowMs > offer.ringsSinceMs() + offer.ringMs() + floor.settings().ringGraceMs()) {
          broken.add("rings too long: " + offer.id());
        }
      }
    }
  }

  /** Once everything that was said has arrived: no leg that the floor does not know, no call that is not there. */
  static List<String> untrue(Floor floor, Network network) {
    List<String> broken = new ArrayList<>();
    for (Network.Leg leg : network.legs.values()) {
      if (floor.liveOffer(leg.offer) == null) {
        broken.add("stray leg: " + leg.offer + " lives on at " + leg.phone);
      }
    }
    for (OfferId dial : network.dials) {
      if (floor.liveOffer(dial) == null) {
        broken.add("stray dial: a customer's phone rings for " + dial);
      }
    }
    for (Visit visit : floor.visits()) {
      if (visit.inQueue() && !visit.absent() && !network.calls.contains(visit.call())) {
        broken.add("ghost: " + visit.call() + " is in " + visit.queue().id() + " and not on the line");
      }
    }
    return broken;
  }

  private static void onePlace(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      boolean right = switch (visit.state()) {
        case WAITING, LEFT -> visit.offers().isEmpty();
        case OFFERED -> !visit.offers().isEmpty() && visit.offers().stream().allMatch(offer ->
            offer.unanswered() && offer.agent().state().offered() && offer.agent().offer() == offer);
        case TALKING -> visit.offers().size() == 1 && visit.offers().stream().allMatch(offer ->
            !offer.unanswered() && offer.agent().offer() == offer
                && offer.agent().state() == (offer.held() ? AgentState.HELD : AgentState.TALKING));
      };
      if (!right) {
        broken.add("one place: " + visit.call() + " is " + visit.state() + " with offers "
            + visit.offers().stream().map(offer -> offer.id() + " " + offer.state()).toList());
      }
    }
    for (Agent agent : floor.staff().all()) {
      Offer offer = agent.offer();
      boolean live = agent.state().offered() || agent.state().inTalk();
      if (live && (offer == null || !offer.visit().offers().contains(offer))) {
        broken.add("one place: " + agent.id() + " is " + agent.state() + " without a live offer");
      }
    }
  }

  private static void oneOffer(Floor floor, List<String> broken) {
    Set<AgentId> seen = new HashSet<>();
    for (Visit visit : floor.visits()) {
      for (Offer offer : visit.offers()) {
        if (!seen.add(offer.agent().id())) {
          broken.add("one offer: " + offer.agent().id() + " has two live offers");
        }
      }
    }
  }

  private static void workConserved(Floor floor, long nowMs, List<String> broken) {
    if (!floor.line().up()) {
      return;
    }
    List<Agent> ready = floor.staff().all().stream().filter(Agent::offerable).toList();
    for (Visit visit : floor.visits()) {
      for (Agent agent : ready) {
        if (visit.state() == VisitState.WAITING && !visit.resting() && mayTake(agent, visit) && !heldBack(floor, visit, ready, nowMs)) {
          broken.add("work conserved: " + visit.call() + " waits in " + visit.queue().id() + " while " + agent.id() + " is ready");
        }
      }
    }
  }

  private static boolean heldBack(Floor floor, Visit visit, List<Agent> ready, long nowMs) {
    QueueSettings queue = visit.queue().settings();
    long earned = (nowMs - visit.sinceMs()) / floor.settings().pointWorthMs();
    return visit.expectedAgent() == null && queue != null && visit.points() + earned < queue.choice().reserve().points()
        && ready.stream().filter(agent -> able(agent, visit)).count() <= queue.choice().reserve().agents();
  }

  private static void relaxedInTime(Floor floor, long nowMs, List<String> broken) {
    for (Visit visit : floor.visits()) {
      QueueSettings queue = visit.queue().settings();
      if (visit.state() == VisitState.WAITING && queue != null) {
        long due = queue.relaxations().stream().filter(r -> r.afterMs() <= nowMs - visit.sinceMs()).count();
        if (due != visit.step() && visit.expectedAgent() == null && !visit.resting()) {
          broken.add("relaxed in time: " + visit.call() + " is at step " + visit.step() + ", not " + due);
        }
      }
    }
  }

  static boolean mayTake(Agent agent, Visit visit) {
    Agent awaited = visit.expectedAgent();
    return awaited == null ? able(agent, visit) : awaited == agent;
  }

  static boolean able(Agent agent, Visit visit) {
    QueueSettings queue = visit.queue().settings();
    if (queue == null || agent.settings() == null || !agent.settings().queues().contains(queue.id())) {
      return false;
    }
    Map<String, Integer> asked = Skills.both(queue.skills(), visit.entered().skills());
    for (Relaxation relaxation : queue.relaxations().subList(0, visit.step())) {
      asked = relaxation.relax(asked);
    }
    return Skills.enough(agent.skills(), asked);
  }

  private static String one(OfferId offer) {
    return " " + offer + ";";
  }

  /** In what was written each visit begins once and ends once, each offer too, and one at a time. */
  static List<String> badLives(List<Fact> facts, boolean over) {
    return badLives(new LinkedHashMap<>(), facts, over);
  }

  /**
   * The same bit by bit.
   *
   * @param lives where each call was before these facts, and then is after them
   * @param over nothing comes after these facts
   */
  static List<String> badLives(Map<CallId, String> lives, List<Fact> facts, boolean over) {
    List<String> broken = new ArrayList<>();
    for (Fact fact : facts) {
      String from = fact.call() == null ? "" : lives.getOrDefault(fact.call(), "outside");
      String to = switch (fact) {
        case Fact.QueueEntered f -> from.equals("outside") ? "waiting" : null;
        case Fact.OfferMade f -> from.equals("waiting") ? "offered" + one(f.offer()) : from.startsWith("offered") ? from + one(f.offer()) : null;
        case Fact.OfferRang f -> from.contains(one(f.offer())) ? from : null;
        case Fact.OfferEnded f -> from.equals("offered" + one(f.offer()))
            ? "waiting" : from.contains(one(f.offer())) ? from.replace(one(f.offer()), "") : null;
        case Fact.Connected f -> from.equals("offered" + one(f.offer())) ? "talking" + f.offer() : null;
        case Fact.CallbackBooked f -> from.equals("outside") ? from : null;
        case Fact.Dial.DialBegun f -> from.equals("outside") ? "offered" + one(f.offer()) : null;
        case Fact.Dial.DialPlaced f -> from.equals("offered" + one(f.offer())) ? from : null;
        case Fact.Dial.DialEnded f ->
            !from.equals("offered" + one(f.offer())) ? null : f.result() == DialResult.ANSWERED ? from : "outside";
        case Fact.CallbackDue f -> from.equals("waiting") ? from : null;
        case Fact.CallbackReached f -> from.equals("waiting") || (f.offer() != null && from.contains(one(f.offer()))) ? from : null;
        case Fact.QueueLeft f -> from.equals("waiting") ? "outside" : null;
        case Fact.CallHeld f -> from.equals("talking" + f.offer()) ? "held" + f.offer() : null;
        case Fact.CallResumed f -> from.equals("held" + f.offer()) ? "talking" + f.offer() : null;
        case Fact.InTalk.HandedOn f -> from.equals("talking" + f.talk()) || from.equals("held" + f.talk())
            ? f.third() == null ? "outside" : "talking" + f.third() : null;
        case Fact.InTalk f -> from;
        case Fact.Listening f -> from;
        case Fact.MicrophoneSwitched f -> from;
        case Fact.TalkEnded f -> from.equals("talking" + f.offer()) || from.equals("held" + f.offer()) ? "outside" : null;
        case Fact.CallArrived f -> from;
        case Fact.Errand f -> from;
        case Fact.TalkRecording f -> from;
        case Fact.StepEntered f -> from;
        case Fact.Learned f -> from;
        case Fact.Task f -> from;
        case Fact.CustomerNamed f -> from;
        case Fact.AfterTalk f -> from;
        case Fact.Scripted f -> from;
        case Fact.MenuAnswered f -> from;
        case Fact.LanguageChosen f -> from;
        case Fact.QueueRefused f -> from;
        case Fact.WaitTold f -> from;
        case Fact.WrapUpCoded f -> from;
        case Fact.WrapUpEnded f -> from;
        case Fact.CallEnded f -> from;
        case Fact.InteractionClosed f -> from;
        case Fact.AgentStateChanged f -> from;
        case Fact.AgentSkillsSet f -> from;
        case Fact.ClosureSwitched f -> from;
      };
      if (to == null) {
        broken.add("one life: " + fact + " while " + from);
      } else if (fact.call() != null) {
        lives.put(fact.call(), to);
      }
    }
    if (over) {
      lives.forEach((call, at) -> {
        if (!at.equals("outside")) {
          broken.add("one end: " + call + " is still " + at);
        }
      });
    }
    return broken;
  }
}
