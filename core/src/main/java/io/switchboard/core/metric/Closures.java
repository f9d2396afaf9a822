package io.switchboard.core.metric;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact.ClosureSwitched;
import java.util.HashSet;
import java.util.Set;

/** Emergency closures of a tenant. That of all and those of its queues are switched apart; they outlast midnight. */
final class Closures {
  private final Set<QueueId> queues = new HashSet<>();
  private boolean all;

  void switched(ClosureSwitched fact) {
    QueueId queue = fact.queue();
    if (queue == null) {
      all = fact.closed();
    } else if (fact.closed()) {
      queues.add(queue);
    } else {
      queues.remove(queue);
    }
  }

  boolean ofAll() {
    return all;
  }

  /** By its own closure or by that of all. */
  boolean of(QueueId queue) {
    return all || queues.contains(queue);
  }
}
