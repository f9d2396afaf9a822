package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.Measure;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of a queue follows its policy: who was taken, by whom, and who was passed over. */
final class Fairness {
  /** Who could have been chosen before a step: waiting calls and how they waited, offerable agents and since when they were idle. */
  record Before(Map<CallId, Waits> waiting, Map<AgentId, Long> offerable) {
    /** Whoever waits like this before and after a step was not offered to anybody in between, and asked for the same. */
    record Waits(int step, int attempts, boolean resting, @Nullable Agent awaited) {
      static Waits of(Visit visit) {
        return new Waits(visit.step(), visit.attempts(), visit.resting(), visit.expectedAgent());
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

  private Fairness() {}

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
            if (waited && !other.resting() && Invariants.mayTake(agent, other) && other.precedes(taken) && !mayHaveToLeaveSome(other)) {
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
      boolean another = !other.id().equals(made.agent()); // he himself may be free again by now
      if (another && waited && Invariants.able(other, taken)
          && Measure.of(queue.choice().policy(), other, taken, made.atMs()) < made.why().measure()) {
        broken.add(made.why().policy() + ": " + made.call() + " went to " + made.agent() + " past " + other.id());
      }
    }
  }

  /** With one offer in a step it is plain how many were ready: those still are, and the one who was chosen. */
  private static void reserveTaken(Floor floor, Fact.OfferMade made, List<Fact> step, List<String> broken) {
    Visit taken = floor.visit(made.call());
    long offers = step.stream().filter(f -> f instanceof Fact.OfferMade).count();
    if (taken != null && offers == 1 && mayHaveToLeaveSome(taken) && !made.why().policy().endsWith("_agent")) {
      long ready = floor.staff().all().stream()
          .filter(a -> a.id().equals(made.agent()) || a.offerable())
          .filter(a -> Invariants.able(a, taken)).count();
      QueueSettings queue = taken.queue().settings();
      long earned = (made.atMs() - taken.sinceMs()) / floor.settings().pointWorthMs();
      if (queue != null && queue.relaxations().isEmpty() && ready <= queue.choice().reserve().agents()
          && taken.points() + earned < queue.choice().reserve().points()) {
        broken.add("reserve: " + made.call() + " with " + taken.points() + " points took " + made.agent());
      }
    }
  }

  /** A call for whom the last agents are not kept may have to wait while others go. */
  private static boolean mayHaveToLeaveSome(Visit visit) {
    QueueSettings queue = visit.queue().settings();
    return queue != null && queue.choice().reserve().agents() > 0 && visit.points() < queue.choice().reserve().points();
  }

  /** Ties of the place across priorities may be told either way. */
  static void positions(Floor floor, List<String> broken) {
    for (Visit visit : floor.visits()) {
      if (visit.state() == VisitState.WAITING && !visit.resting()) {
        int told = floor.queues().position(visit);
        List<Visit> others = floor.visits().stream().filter(v -> v != visit && v.queue() == visit.queue() && v.inQueue() && !v.resting()).toList();
        long before = others.stream().filter(v -> v.placeMs() < visit.placeMs()).count();
        long ties = others.stream().filter(v -> v.placeMs() == visit.placeMs()).count();
        if (told < before + 1 || told > before + ties + 1) {
          broken.add("position: " + visit.call() + " is told " + told + " with " + before + " before him");
        }
      }
    }
  }
}
