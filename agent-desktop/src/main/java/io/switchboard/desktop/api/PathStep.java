package io.switchboard.desktop.api;

import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way that a caller took through flows.
 *
 * @param release of flows and prompts; 0: an older version did not say
 * @param version of the flow's text
 * @param depth how many flows called this one, one by the other
 * @param stayedMs until the next step, or the end of his call; null: he is still there
 */
record PathStep(long atMs, int release, String flow, String version, String step, int depth, @Nullable Long stayedMs) {

  /** The whole way, in order. Where a restart went on with a step, it is the same step. */
  static List<PathStep> of(List<Fact> facts) {
    List<PathStep> path = new ArrayList<>();
    Fact.StepEntered open = null;
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.StepEntered entered -> {
          if (open != null && !goesOn(open, entered)) {
            path.add(left(open, entered.atMs()));
          }
          open = open != null && goesOn(open, entered) ? open : entered;
        }
        case Fact.CallEnded ended -> {
          if (open != null) {
            path.add(left(open, ended.atMs()));
          }
          open = null;
        }
        default -> {}
      }
    }
    if (open != null) {
      path.add(left(open, null));
    }
    return List.copyOf(path);
  }

  private static boolean goesOn(Fact.StepEntered here, Fact.StepEntered next) {
    return next.number() != 0 && next.number() == here.number() && next.release() == here.release() && next.step().equals(here.step());
  }

  private static PathStep left(Fact.StepEntered step, @Nullable Long leftAtMs) {
    return new PathStep(
        step.atMs(), step.release(), step.flow(), step.version(), step.step(), step.depth(), leftAtMs == null ? null : leftAtMs - step.atMs());
  }
}
