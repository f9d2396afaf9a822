package io.switchboard.acd.floor;

import org.jspecify.annotations.Nullable;

/**
 * Waiting calls of one queue that ask for the same and have the same points, in the order in which their waits began. Their skills relax in
 * that order too, so one alarm for the head serves them all.
 */
public final class Lane extends InOrder<Visit> implements Alarm.Owner {
  private final Rung rung;
  private final int points;
  final Alarm relax = new Alarm(this);
  int at = -1;
  /** The call that was told that the queue's reserve is for it too. */
  @Nullable Visit released;

  Lane(Rung rung, int points) {
    this.rung = rung;
    this.points = points;
  }

  int points() {
    return points;
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

  /** When the head has waited so long that the queue's reserve is for it too; never when it always was, or was told. */
  long releaseDueMs(long pointWorthMs) {
    Visit head = first();
    long after = head == null || head == released ? 0 : rung.queue().reserve().releasedAfterMs(points, pointWorthMs);
    return head == null || after == 0 ? Alarms.NEVER : head.sinceMs() + after;
  }

  /** When the head asks for less, or never. */
  long relaxDueMs() {
    Visit head = first();
    long after = rung.relaxAfterMs();
    return head == null || after == Alarms.NEVER ? Alarms.NEVER : head.sinceMs() + after;
  }
}
