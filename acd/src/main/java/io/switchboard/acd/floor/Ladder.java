package io.switchboard.acd.floor;

import java.util.List;

/** What calls with the same skills of their own ask for in one queue, step by step as they wait. */
final class Ladder {
  private final List<Rung> rungs;
  int calls;

  Ladder(List<Rung> rungs) {
    this.rungs = rungs;
  }

  Rung rung(int step) {
    return rungs.get(step);
  }

  int steps() {
    return rungs.size();
  }

  int stepAfter(long waitedMs) {
    int step = 0;
    while (rungs.get(step).relaxAfterMs() <= waitedMs) {
      step++;
    }
    return step;
  }
}
