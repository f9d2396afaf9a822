package io.switchboard.core.metric;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What callers said of their talks in a period, and the bad scores of which no supervisor took note yet. */
final class Feedback {
  private record Key(@Nullable QueueId queue, String survey) {}

  private final Map<String, Key> keys = new TreeMap<>();
  private final Map<Key, SurveyCounts> surveys = new java.util.HashMap<>();
  private final Set<String> warnings;

  Feedback() {
    this(Set.of());
  }

  private Feedback(Set<String> warnings) {
    this.warnings = new HashSet<>(warnings);
  }

  /** Counts begin anew; who was not heard yesterday is not heard yet. */
  Feedback nextDay() {
    return new Feedback(warnings);
  }

  void scored(Fact.Learned.Scored fact) {
    QueueId queue = fact.queue();
    Key key = new Key(queue, fact.survey());
    keys.put((queue == null ? "" : queue.name()) + " " + fact.survey(), key);
    surveys.computeIfAbsent(key, each -> new SurveyCounts()).add(fact);
  }

  void task(Fact.Task fact) {
    switch (fact) {
      case Fact.Task.TaskMade made -> warnings.add(made.task());
      case Fact.Task.TaskSeen seen -> warnings.remove(seen.task());
      case Fact.Task.TaskDone done -> warnings.remove(done.task());
    }
  }

  long warnings() {
    return warnings.size();
  }

  List<Snapshot.Survey> surveys() {
    return keys.values().stream().map(key -> surveys.getOrDefault(key, new SurveyCounts()).snapshot(key.queue(), key.survey())).toList();
  }
}
