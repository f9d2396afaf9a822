package io.switchboard.core.metric;

import io.switchboard.core.ending.QueueExit;

/** The callbacks of one queue on one day: apart from what was offered, outside service level and ASA. */
final class CallbackDay {
  private final Tally<QueueExit> over = new Tally<>(QueueExit.class);
  private final WaitCounts waits = new WaitCounts();
  private long booked;
  private long reached;

  void booked() {
    booked++;
  }

  void reached(long waitMs) {
    reached++;
    waits.add(waitMs);
  }

  void over(QueueExit exit) {
    over.add(exit);
  }

  Snapshot.Callbacks snapshot(long waiting) {
    return new Snapshot.Callbacks(waiting, booked, reached, over.counts(), waits.waits());
  }
}
