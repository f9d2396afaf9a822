package io.switchboard.core.metric;

import io.switchboard.core.metric.Snapshot.Arrivals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts arrivals by where they came in and by the flow that they were sent to: as many kinds as the configuration has. */
final class ArrivalCounts {
  private final Map<String, Map<String, Long>> byEntryPoint = new TreeMap<>();

  void add(String entryPoint, String flow) {
    byEntryPoint.computeIfAbsent(entryPoint, each -> new TreeMap<>()).merge(flow, 1L, Long::sum);
  }

  /** By name of the entry point, then of the flow. */
  List<Arrivals> counts() {
    return byEntryPoint.entrySet().stream()
        .flatMap(entry -> entry.getValue().entrySet().stream().map(flow -> new Arrivals(entry.getKey(), flow.getKey(), flow.getValue())))
        .toList();
  }
}
