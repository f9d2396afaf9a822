package io.switchboard.acd.floor;

import org.jspecify.annotations.Nullable;

/**
 * Waiting calls of one queue that ask for the same and have the same priority, in the order in which they entered. Their skills relax in
 * that order too, so one alarm for the head serves them all.
 */
public final class Lane extends InOrder<Visit> implements Alarm.Owner {
  private final Rung rung;
  final Alarm relax = new Alarm(this);
  int at = -1;

  Lane(Rung rung) {
    this.rung = rung;
  }

  Requirement requirement() {
    return rung.requirement();
  }

  int step() {
    return rung.step();
  }

  void add(Visit visit) {
    insert(visit);
    visit.lane = this;
    if (first() == visit) {
      rung.queue().headed(this, visit);
    }
  }

  void remove(Visit visit) {
    boolean headed = first() == visit;
    takeOut(visit);
    visit.lane = null;
    if (headed) {
      rung.queue().headed(this, first());
    }
  }

  /** When the head asks for less, or never. */
  long relaxDueMs() {
    Visit head = first();
    long after = rung.relaxAfterMs();
    return head == null || after == Alarms.NEVER ? Alarms.NEVER : head.enteredMs() + after;
  }
}
