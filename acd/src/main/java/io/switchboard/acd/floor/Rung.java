package io.switchboard.acd.floor;

import io.switchboard.acd.policy.CallOrder;
import org.jspecify.annotations.Nullable;

/**
 * Those calls of one queue that ask for the same after as many relaxations, whatever they asked for at first: one lane for each
 * number of points. Whoever comes to a rung comes after the same wait as everybody on it, hence in order.
 */
final class Rung {
  private final CallQueue queue;
  private final Requirement requirement;
  private final int step;
  private final long relaxAfterMs;
  private final @Nullable Lane[] lanes = new Lane[CallOrder.MOST_POINTS + 1];

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

  Lane lane(int points) {
    Lane lane = lanes[points];
    if (lane == null) {
      lane = new Lane(this, points);
      lanes[points] = lane;
    }
    return lane;
  }
}
