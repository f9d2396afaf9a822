package io.switchboard.app.replay;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same callers under several sets of rules.
 *
 * @param only these queues are shown; empty: all
 * @param seed of what was drawn
 * @param callbacksLeftOut customers of the record who were to be called back, of whom nothing is replayed
 */
public record Comparison(
    TenantId tenant, Period period, Definitions definitions, long seed, Set<QueueId> only, int callbacksLeftOut,
    List<Scenario> scenarios) {

  public Comparison {
    only = Set.copyOf(only);
    scenarios = List.copyOf(scenarios);
  }

  /** Those that somebody came to in one of the scenarios, by name; not one that only the record knows, for nothing can be replayed of it. */
  List<QueueId> queues() {
    return scenarios.stream().flatMap(scenario -> scenario.numbers().queues().stream())
        .filter(queue -> queue.entered() > 0 || !queue.refused().isEmpty())
        .map(Snapshot.Queue::queue).distinct()
        .filter(queue -> only.isEmpty() || only.contains(queue))
        .filter(queue -> scenarios.stream().allMatch(scenario -> find(scenario, queue).isPresent()))
        .sorted(Comparator.comparing(QueueId::name)).toList();
  }

  static Snapshot.Queue of(Scenario scenario, QueueId queue) {
    return find(scenario, queue).orElseThrow(() -> new IllegalStateException(queue + " is not counted in " + scenario.name()));
  }

  private static Optional<Snapshot.Queue> find(Scenario scenario, QueueId queue) {
    return scenario.numbers().queues().stream().filter(each -> each.queue().equals(queue)).findFirst();
  }
}
