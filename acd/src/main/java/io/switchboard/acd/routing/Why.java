package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.why.Against;
import io.switchboard.core.why.Candidate;
import io.switchboard.core.why.Place;
import io.switchboard.core.signal.WhyRequest;
import io.switchboard.core.why.WhyWaiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Explains why a call waits, by the state that the decisions are made on. Looks at the whole queue: for people who ask, not for routing. */
public final class Why {
  private Why() {}

  public static Optional<WhyWaiting> waiting(Floor floor, WhyRequest asked, long nowMs) {
    Visit visit = floor.visit(asked.call());
    if (visit == null || visit.state() != VisitState.WAITING || !visit.entered().tenant().equals(asked.tenant())) {
      return Optional.empty();
    }
    Place own = place(floor, visit, floor.queues().position(visit));
    List<Visit> first = first(floor, visit);
    List<Place> order = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      order.add(first.get(i) == visit ? own : place(floor, first.get(i), i + 1));
    }
    if (!first.contains(visit)) {
      order.add(own);
    }
    List<Candidate> candidates = floor.staff().all().stream().filter(agent -> agent.serves(visit.queue()))
        .sorted(Comparator.comparing(agent -> agent.id().toString())).map(agent -> candidate(floor, agent, visit, nowMs)).toList();
    Agent awaited = visit.expectedAgent();
    return Optional.of(new WhyWaiting(
        visit.call(), visit.queue().id(), nowMs, own, visit.asksFor(), awaited == null ? null : awaited.id(),
        awaited == null ? 0 : visit.expectedUntilMs(), candidates, List.copyOf(order)));
  }

  /** The first of its queue in order: one look at each call, and never more than these kept. */
  private static List<Visit> first(Floor floor, Visit visit) {
    Comparator<Visit> lastFirst = (a, b) -> a.precedes(b) ? 1 : b.precedes(a) ? -1 : 0;
    PriorityQueue<Visit> first = new PriorityQueue<>(lastFirst);
    for (Visit each : floor.visits()) {
      if (each.queue() == visit.queue() && each.inQueue()) {
        first.add(each);
        if (first.size() > WhyWaiting.MOST_CALLS) {
          first.poll();
        }
      }
    }
    return first.stream().sorted(lastFirst.reversed()).toList();
  }

  private static Place place(Floor floor, Visit visit, int position) {
    QueueSettings queue = visit.queue().settings();
    CallOrder order = queue == null ? QueueSettings.of(visit.queue().id()).order() : queue.order();
    int own = Math.clamp(visit.entered().priority(), 0, 10);
    return new Place(
        visit.call(), position, visit.sinceMs(), order.answerWithinMs(), own, order.priority(), visit.points() - own - order.priority(),
        floor.settings().pointWorthMs(), visit.placeMs());
  }

  /** The first thing against him. */
  private static Candidate candidate(Floor floor, Agent agent, Visit visit, long nowMs) {
    Map<String, Integer> has = agent.skills();
    for (Map.Entry<String, Integer> need : visit.asksFor().entrySet()) {
      int level = has.getOrDefault(need.getKey(), 0);
      if (level < need.getValue()) {
        return new Candidate(agent.id(), Against.LACKS_SKILL, need.getKey(), level, need.getValue(), agent.stateSinceMs());
      }
    }
    Offer offer = agent.offer();
    String call = offer == null ? "" : offer.id().call().value();
    return switch (agent.state()) {
      case SIGNED_OUT -> because(agent, Against.SIGNED_OUT, "");
      case NOT_READY -> because(agent, Against.NOT_READY, agent.reason());
      case RESERVED -> busy(agent, Against.RESERVED, call, nowMs);
      case RINGING -> busy(agent, Against.RINGING, call, nowMs);
      case TALKING -> busy(agent, Against.TALKING, call, nowMs);
      case HELD -> busy(agent, Against.HELD, call, nowMs);
      case WRAP_UP -> busy(agent, Against.WRAP_UP, call, nowMs);
      case READY -> because(agent, thoughReady(floor, agent, visit, nowMs), "");
    };
  }

  /** After the call at hand he goes on his break, if that is due: then it is the break that stands against him. */
  private static Candidate busy(Agent agent, Against against, String call, long nowMs) {
    return because(agent, agent.breaks().due(nowMs) ? Against.BREAK_DUE : against, call);
  }

  private static Against thoughReady(Floor floor, Agent agent, Visit visit, long nowMs) {
    Handset handset = agent.handset();
    if (handset != null && handset.reachable() && !handset.fit()) {
      return Against.PHONE_UNFIT;
    }
    if (!agent.offerable()) {
      return Against.PHONE_UNREACHABLE;
    }
    Agent awaited = visit.expectedAgent();
    if (awaited != null && awaited != agent) {
      return Against.PREFERS_ANOTHER;
    }
    if (!floor.line().up()) {
      return Against.LINE_DOWN;
    }
    return awaited == null && visit.queue().chosen(visit, nowMs) == null ? Against.KEPT : Against.NOTHING;
  }

  private static Candidate because(Agent agent, Against against, String about) {
    return new Candidate(agent.id(), against, about, 0, 0, agent.stateSinceMs());
  }
}
