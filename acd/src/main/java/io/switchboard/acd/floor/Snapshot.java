package io.switchboard.acd.floor;

import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The floor as values: everything that facts say about who is where. Two floors with equal snapshots decide alike, once they are told the
 * same time and the same truth about the line.
 *
 * @param calls that wait, ring or talk, in the order of arrival
 * @param agents who are signed in, by name
 * @param closedQueues with a closure of their own
 */
public record Snapshot(List<Call> calls, List<Person> agents, List<QueueId> closedQueues) {

  /** A call in a queue or in a talk. */
  public record Call(
      CallId call, QueueId queue, int visit, VisitState state, long enteredMs, long placeMs, int attempts, Map<OfferId, OfferState> offers) {}

  /** An agent at work. {@code heldMs}: of holds that are over, in the talk at hand. */
  public record Person(
      AgentId agent, AgentState state, String reason, String pending, long sinceMs, int strikes, @Nullable OfferId offer,
      @Nullable Map<String, Integer> skillsSet, String by, Fact.Terms terms, long heldMs) {}

  public static Snapshot of(Floor floor) {
    return new Snapshot(
        floor.visits().stream().filter(v -> v.state() != VisitState.LEFT)
            .sorted(Comparator.comparingLong(Visit::number)).map(Snapshot::call).toList(),
        floor.staff().all().stream().filter(Agent::signedIn)
            .map(Snapshot::person).sorted(Comparator.comparing(p -> p.agent().toString())).toList(),
        floor.queues().all().stream().filter(q -> q.closure).map(CallQueue::id)
            .sorted(Comparator.comparing(QueueId::toString)).toList());
  }

  private static Call call(Visit visit) {
    return new Call(
        visit.call(), visit.queue().id(), visit.entered().visit(), visit.state(), visit.enteredMs(),
            visit.inQueue() ? visit.placeMs() : visit.enteredMs(),
        visit.attempts(), visit.offers().stream().collect(Collectors.toMap(Offer::id, Offer::state)));
  }

  private static Person person(Agent agent) {
    Offer offer = agent.offer();
    return new Person(
        agent.id(), agent.state(), agent.reason(), agent.pending(), agent.sinceMs(), agent.strikes(), offer == null ? null : offer.id(),
        agent.skillsSet(), agent.by(), agent.terms(), offer == null ? 0 : offer.heldMs(0));
  }
}
