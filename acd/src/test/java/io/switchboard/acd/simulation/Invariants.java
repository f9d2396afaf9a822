package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Measure;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Snapshot;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is always true, worked out here by looking at everybody, unlike in the kernel. */
final class Invariants {
  /** Who could have been chosen before a step: waiting calls and how they waited, offerable agents and since when they were idle. */
  record Before(Map<CallId, Waits> waiting, Map<AgentId, Long> offerable) {
    /** Whoever waits like this before and after a step was not offered to anybody in between, and asked for the same. */
    record Waits(int step, int attempts, @Nullable Agent awaited) {
      static Waits of(Visit visit) {
        return new Waits(visit.step(), visit.attempts(), visit.expectedAgent());
      }
    }

    static Before of(Floor floor) {
      Map<CallId, Waits> waiting = new HashMap<>();
      floor.visits().stream().filter(v -> v.state() == VisitState.WAITING).forEach(v -> waiting.put(v.call(), Waits.of(v)));
      Map<AgentId, Long> offerable = new HashMap<>();
      floor.staff().all().stream().filter(Agent::offerable).forEach(a -> offerable.put(a.id(), a.sinceMs()));
      return new Before(waiting, offerable);
    }
  }

  private Invariants() {}

  /** Of the floor as it stands; empty when all is well. */
  static List<String> broken(Floor floor, long nowMs) {
    List<String> broken = new ArrayList<>();
    onePlace(floor, broken);
    oneOffer(floor, broken);
    workConserved(floor, nowMs, broken);
    relaxedInTime(floor, nowMs, broken);
    positions(floor, broken);
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
      Offer offer = visit.offer();
      if (offer != null && offer.unanswered()
          && offer.agent().state() != (offer.state() == OfferState.RINGING ? AgentState.RINGING : AgentState.RESERVED)) {
        broken.add("rings: " + offer.agent().id() + " is " + offer.agent().state() + " with an offer " + offer.state());
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
      if (visit.state() == VisitState.WAITING) {
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
      if (floor.line().up() && visit.state() == VisitState.WAITING && queue != null && queue.doors().maxWaitMs() > 0
          && nowMs - visit.enteredMs() >= queue.doors().maxWaitMs()) {
        broken.add("waits too long: " + visit.call() + " in " + queue.id());
      }
    }
  }

  /** While the line is up, the line or the safety net ends every ringing. */
  private static void ringsTooLong(Floor floor, long nowMs, List<String> broken) {
    for (Visit visit : floor.visits()) {
      Offer offer = visit.offer();
      if (floor.line().up() && offer != null && offer.unanswered()
          && nowMs > offer.madeMs() + offer.ringMs() + floor.settings().ringGraceMs()) {
        broken.add("rings too long: " + offer.id());
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
    for (Visit visit : floor.visits()) {
      if (visit.inQueue() && !network.calls.contains(visit.call())) {
        broken.add("ghost: " + visit.call() + " is in " + visit.queue().id() + " and not on the line");
      }
    }
    return broken;
  }

  private static void onePlace(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      Offer offer = visit.offer();
      boolean right = switch (visit.state()) {
        case WAITING, LEFT -> offer == null;
        case OFFERED -> offer != null && offer.unanswered() && offer.agent().state().offered()
            && offer.agent().offer() == offer;
        case TALKING -> offer != null && !offer.unanswered() && offer.agent().offer() == offer
            && offer.agent().state() == (offer.held() ? AgentState.HELD : AgentState.TALKING);
      };
      if (!right) {
        broken.add("one place: " + visit.call() + " is " + visit.state() + " with offer " + (offer == null ? null : offer.id() + " "
            + offer.state()));
      }
    }
    for (Agent agent : floor.staff().all()) {
      Offer offer = agent.offer();
      boolean live = agent.state().offered() || agent.state().inTalk();
      if (live && (offer == null || offer.visit().offer() != offer)) {
        broken.add("one place: " + agent.id() + " is " + agent.state() + " without a live offer");
      }
    }
  }

  private static void oneOffer(Floor floor, List<String> broken) {
    Set<AgentId> seen = new HashSet<>();
    for (Visit visit : floor.visits()) {
      if (visit.offer() != null && !seen.add(visit.offer().agent().id())) {
        broken.add("one offer: " + visit.offer().agent().id() + " has two live offers");
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
        if (visit.state() == VisitState.WAITING && mayTake(agent, visit) && !heldBack(floor, visit, ready, nowMs)) {
          broken.add("work conserved: " + visit.call() + " waits in " + visit.queue().id() + " while " + agent.id() + " is ready");
        }
      }
    }
  }

  private static boolean heldBack(Floor floor, Visit visit, List<Agent> ready, long nowMs) {
    QueueSettings queue = visit.queue().settings();
    long earned = (nowMs - visit.enteredMs()) / floor.settings().pointWorthMs();
    return visit.expectedAgent() == null && queue != null && visit.points() + earned < queue.choice().reserve().points()
        && ready.stream().filter(agent -> able(agent, visit)).count() <= queue.choice().reserve().agents();
  }

  /** A call for whom the last agents are not kept may have to wait while others go. */
  private static boolean mayHaveToLeaveSome(Visit visit) {
    QueueSettings queue = visit.queue().settings();
    return queue != null && queue.choice().reserve().agents() > 0 && visit.points() < queue.choice().reserve().points();
  }

  private static void relaxedInTime(Floor floor, long nowMs, List<String> broken) {
    for (Visit visit : floor.visits()) {
      QueueSettings queue = visit.queue().settings();
      if (visit.state() == VisitState.WAITING && queue != null) {
        long due = queue.relaxations().stream().filter(r -> r.afterMs() <= nowMs - visit.enteredMs()).count();
        if (due != visit.step() && visit.expectedAgent() == null) {
          broken.add("relaxed in time: " + visit.call() + " is at step " + visit.step() + ", not " + due);
        }
      }
    }
  }

  /** Ties of the place across priorities may be told either way. */
  private static void positions(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      if (visit.state() == VisitState.WAITING) {
        int told = floor.queues().position(visit);
        List<Visit> others = floor.visits().stream().filter(v -> v != visit && v.queue() == visit.queue() && v.inQueue()).toList();
        long before = others.stream().filter(v -> v.placeMs() < visit.placeMs()).count();
        long ties = others.stream().filter(v -> v.placeMs() == visit.placeMs()).count();
        if (told < before + 1 || told > before + ties + 1) {
          broken.add("position: " + visit.call() + " is told " + told + " with " + before + " before him");
        }
      }
    }
  }

  static boolean mayTake(Agent agent, Visit visit) {
    Agent awaited = visit.expectedAgent();
    return awaited == null ? able(agent, visit) : awaited == agent;
  }

  private static boolean able(Agent agent, Visit visit) {
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

  /** Each offer of this step went to the longest idle and took the first call: of those who were there before and still are. */
  static List<String> unfair(Before before, Floor floor, List<Fact> step) {
    List<String> broken = new ArrayList<>();
    for (Fact fact : step) {
      if (fact instanceof Fact.OfferMade made) {
        Visit taken = floor.visit(made.call());
        Agent agent = floor.staff().agent(made.agent());
        if (taken != null && agent != null) {
          for (Visit other : floor.visits()) {
            boolean waited = other.state() == VisitState.WAITING && Before.Waits.of(other).equals(before.waiting().get(other.call()));
            if (waited && mayTake(agent, other) && other.precedes(taken) && !mayHaveToLeaveSome(other)) {
              broken.add("order: " + made.agent() + " took " + made.call() + " before " + other.call());
            }
          }
          passedOver(before, floor, made, broken);
          reserveTaken(floor, made, step, broken);
        }
      }
    }
    return broken;
  }

  /** Nobody who could be offered a call all the while, and is able, has less of what the queue's policy compares. */
  private static void passedOver(Before before, Floor floor, Fact.OfferMade made, List<String> broken) {
    Visit taken = floor.visit(made.call());
    QueueSettings queue = taken == null ? null : taken.queue().settings();
    if (taken == null || queue == null || !queue.relaxations().isEmpty() || !made.why().policy().equals(queue.choice().policy().text())) {
      return;
    }
    for (Agent other : floor.staff().all()) {
      Long since = before.offerable().get(other.id());
      boolean waited = other.offerable() && since != null && since == other.sinceMs();
      if (waited && able(other, taken)
          && Measure.of(queue.choice().policy(), other, taken, made.atMs()) < made.why().measure()) {
        broken.add(made.why().policy() + ": " + made.call() + " went to " + made.agent() + " past " + other.id());
      }
    }
  }

  /** With one offer in a step it is plain how many were ready: those still are, and the one who was chosen. */
  private static void reserveTaken(Floor floor, Fact.OfferMade made, List<Fact> step, List<String> broken) {
    Visit taken = floor.visit(made.call());
    long offers = step.stream().filter(f -> f instanceof Fact.OfferMade).count();
    if (taken != null && offers == 1 && mayHaveToLeaveSome(taken) && !made.why().policy().equals("preferred_agent")) {
      long ready = floor.staff().all().stream()
          .filter(a -> a.id().equals(made.agent()) || a.offerable())
          .filter(a -> able(a, taken)).count();
      QueueSettings queue = taken.queue().settings();
      long earned = made.why().waitedMs() / floor.settings().pointWorthMs();
      if (queue != null && queue.relaxations().isEmpty() && ready <= queue.choice().reserve().agents() && taken.points() + earned < queue.choice().reserve().points()) {
        broken.add("reserve: " + made.call() + " with " + taken.points() + " points took " + made.agent());
      }
    }
  }

  /** In what was written each visit begins once and ends once, each offer too, and one at a time. */
  static List<String> badLives(List<Fact> facts, boolean over) {
    List<String> broken = new ArrayList<>();
    Map<CallId, String> lives = new LinkedHashMap<>();
    for (Fact fact : facts) {
      String from = fact.call() == null ? "" : lives.getOrDefault(fact.call(), "outside");
      String to = switch (fact) {
        case Fact.QueueEntered f -> from.equals("outside") ? "waiting" : null;
        case Fact.OfferMade f -> from.equals("waiting") ? "offered" + f.offer() : null;
        case Fact.OfferRang f -> from.equals("offered" + f.offer()) ? from : null;
        case Fact.OfferEnded f -> from.equals("offered" + f.offer()) ? "waiting" : null;
        case Fact.Connected f -> from.equals("offered" + f.offer()) ? "talking" + f.offer() : null;
        case Fact.QueueLeft f -> from.equals("waiting") ? "outside" : null;
        case Fact.CallHeld f -> from.equals("talking" + f.offer()) ? "held" + f.offer() : null;
        case Fact.CallResumed f -> from.equals("held" + f.offer()) ? "talking" + f.offer() : null;
        case Fact.TalkEnded f -> from.equals("talking" + f.offer()) || from.equals("held" + f.offer()) ? "outside" : null;
        case Fact.CallArrived f -> from;
        case Fact.StepEntered f -> from;
        case Fact.MenuAnswered f -> from;
        case Fact.LanguageChosen f -> from;
        case Fact.QueueRefused f -> from;
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

  /** A replay, of everything and of what is live only, gives the floor that is. */
  static List<String> replayDiffers(Floor live, FloorSettings settings, List<Fact> facts) {
    List<String> broken = new ArrayList<>();
    Snapshot now = Snapshot.of(live);
    compare(now, settings, facts, "all", broken);
    compare(now, settings, liveOnly(facts), "live facts", broken);
    return broken;
  }

  private static void compare(Snapshot now, FloorSettings settings, List<Fact> facts, String what, List<String> broken) {
    Acd replayed = new Acd(settings);
    facts.forEach(replayed::restore);
    Snapshot then = Snapshot.of(replayed.floor());
    if (!now.equals(then)) {
      broken.add("replay of " + what + ": " + then + "\n  is not " + now);
    }
  }

  /** As a journal gives it back: open interactions, the last fact of each agent and of each closure. */
  static List<Fact> liveOnly(List<Fact> facts) {
    Set<CallId> closed = new HashSet<>();
    Map<AgentId, Fact> lastOfAgent = new HashMap<>();
    Map<AgentId, Fact> lastSkills = new HashMap<>();
    Map<@Nullable QueueId, Fact> lastClosure = new HashMap<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.InteractionClosed f -> closed.add(f.call());
        case Fact.AgentStateChanged f -> lastOfAgent.put(f.agent(), f);
        case Fact.AgentSkillsSet f -> lastSkills.put(f.agent(), f);
        case Fact.ClosureSwitched f -> lastClosure.put(f.queue(), f);
        default -> {}
      }
    }
    return facts.stream().filter(fact -> switch (fact) {
      case Fact.AgentStateChanged f -> lastOfAgent.get(f.agent()) == f;
      case Fact.AgentSkillsSet f -> lastSkills.get(f.agent()) == f;
      case Fact.ClosureSwitched f -> lastClosure.get(f.queue()) == f;
      default -> fact.call() != null && !closed.contains(fact.call());
    }).toList();
  }
}
