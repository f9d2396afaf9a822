package io.switchboard.acd.estimate;

import java.util.Locale;

/** The fewest agents with whom a queue reaches its goal. */
public sealed interface Staffing {
  /** So many reach it, and one fewer does not. */
  record Enough(int agents, Performance performance) implements Staffing {}

  /** No number of agents that a model computes with reaches it. {@code why} names the remedy. */
  record Impossible(String why) implements Staffing {}

  /** With more agents each goal comes nearer, whatever the model, so the search halves the range: 17 looks at most. */
  static Staffing fewest(QueueModel model, Goal goal) {
    if (model instanceof ErlangC && goal instanceof Goal.Abandonment) {
      return new Impossible("without a patience nobody hangs up, so any number of agents would do; give the callers a patience");
    }
    if (!goal.reachedBy(model.with(QueueModel.MOST_AGENTS, goal.targetS()))) {
      return new Impossible(String.format(Locale.ROOT,
          "%,d agents, the most that are computed with, do not reach the goal at a load of %s erlangs; lower the goal or the load",
          QueueModel.MOST_AGENTS, model.load()));
    }
    int tooFew = 0;
    int enough = QueueModel.MOST_AGENTS;
    while (enough - tooFew > 1) {
      int agents = (tooFew + enough) >>> 1;
      if (goal.reachedBy(model.with(agents, goal.targetS()))) {
        enough = agents;
      } else {
        tooFew = agents;
      }
    }
    return new Enough(enough, model.with(enough, goal.targetS()));
  }
}
