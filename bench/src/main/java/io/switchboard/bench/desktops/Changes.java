package io.switchboard.bench.desktops;

import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What became of each agent, from the facts of the journal: every change that a screen has something to show of. A wish for what follows the
 * call at hand, or more time for a wrap-up, leaves him what he is.
 */
final class Changes implements Consumer<Fact> {
  private final Map<String, List<AgentIs>> byAgent = new LinkedHashMap<>();
  private final long fromMs;

  /** Those that were decided from then on. */
  Changes(long fromMs) {
    this.fromMs = fromMs;
  }

  /** In the journal's order. */
  @Override
  public void accept(Fact fact) {
    if (fact instanceof Fact.AgentStateChanged changed) {
      AgentIs now = AgentIs.by(changed);
      List<AgentIs> all = byAgent.computeIfAbsent(changed.agent().name(), each -> new ArrayList<>());
      if (now.sinceMs() >= fromMs && (all.isEmpty() || !all.getLast().equals(now))) {
        all.add(now);
      }
    }
  }

  Map<String, List<AgentIs>> byAgent() {
    return byAgent;
  }

  int count() {
    return byAgent.values().stream().mapToInt(List::size).sum();
  }
}
