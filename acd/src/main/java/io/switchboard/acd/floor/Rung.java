package io.switchboard.acd.floor;

import org.jspecify.annotations.Nullable;

/**
 * Those calls of one queue that ask for the same after as many relaxations, whatever they asked for at first: one lane for each priority.
 * Whoever comes to a rung comes after the same wait as everybody on it, hence in order.
 */
final class Rung {
  /** Own priority 0 to 10 and the queue's 0 to 10. */
  static final int PRIORITIES = 21;

  private final CallQueue queue;
  private final Requirement requirement;
  private final int step;
  private final long relaxAfterMs;
  private final @Nullable Lane[] lanes = new Lane[PRIORITIES];

  Rung(CallQueue queue, Requirement requirement, int step, long relaxAfterMs) {
    this.queue = queue;
    this.requirement = requirement;
    this.step = step;
    this.relaxAfterMs = relaxAfterMs;
  }

  CallQueue queue() {
    return queue;
  }

  Requirement requirement() {
    return requirement;
  }

  int step() {
    return step;
  }

  /** After how long a wait these calls ask for less, or never. */
  long relaxAfterMs() {
    return relaxAfterMs;
  }

  Lane lane(int priority) {
    Lane lane = lanes[priority];
    if (lane == null) {
      lane = new Lane(this);
      lanes[priority] = lane;
    }
    return lane;
  }
}
