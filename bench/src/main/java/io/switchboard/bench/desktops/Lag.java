package io.switchboard.bench.desktops;

import io.switchboard.bench.desktops.Screen.Sight;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How far screens were behind what was decided. A change is shown when a frame says it, or something later of the same agent: from then on
 * the screen is wrong about him no more. What is over before a frame could tell is <em>overtaken</em>; what lasted for a second and was not
 * shown itself, or was never followed by anything, is <em>missed</em>.
 */
final class Lag {
  private static final int DIGITS = 3;
  private static final long MS_IN_US = 1_000;
  /** Of the promise that a wallboard is this much behind at most. */
  static final long GOAL_MS = 1_000;

  private final Histogram us = new Histogram(DIGITS);
  private int overtaken;
  private int missed;

  Lag add(Changes changes, Screen screen) {
    changes.byAgent().forEach((agent, all) -> add(all, screen.of(agent)));
    return this;
  }

  private void add(List<AgentIs> changes, List<Sight> sights) {
    int next = 0;
    for (Sight sight : sights) {
      int at = next + changes.subList(next, changes.size()).lastIndexOf(sight.shown());
      for (; next <= at; next++) {
        us.recordValue(Math.max(0, sight.atUs() - changes.get(next).sinceMs() * MS_IN_US));
        if (next < at) {
          passedOver(changes.get(next), changes.get(next + 1));
        }
      }
    }
    missed += changes.size() - next;
  }

  private void passedOver(AgentIs change, AgentIs following) {
    if (following.sinceMs() - change.sinceMs() >= GOAL_MS) {
      missed++;
    } else {
      overtaken++;
    }
  }

  /** From the decision to the frame, in microseconds. */
  Histogram us() {
    return us;
  }

  int overtaken() {
    return overtaken;
  }

  int missed() {
    return missed;
  }
}
