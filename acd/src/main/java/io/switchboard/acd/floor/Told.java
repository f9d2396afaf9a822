package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Forecast;
import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.estimate.Outlook;
import io.switchboard.acd.estimate.Promise;
import io.switchboard.acd.estimate.SpokenWait;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** What callers were told of their waits, and what is seen of the queues to tell them. Costs nothing while no queue tells waits. */
final class Told {
  private Observed observed = new Observed();
  private boolean observing;

  Observed observed() {
    return observed;
  }

  /**
   * Who begins to tell waits begins to observe; not before the platform has begun: a replay has only the calls that are not over, and their like
   * would seem long.
   *
   * @param nowMs 0: it has not
   */
  void configure(FloorSettings settings, long nowMs) {
    boolean wanted = nowMs > 0 && settings.queues().stream().anyMatch(queue -> queue.waiting().expectedWait());
    if (wanted && !observing) {
      observed = new Observed();
    }
    observing = wanted;
  }

  void observe(Fact fact) {
    if (observing) {
      observed.apply(fact);
    }
  }

  static void apply(@Nullable Visit visit, Fact.WaitTold fact) {
    if (visit != null && visit.queue().id().equals(fact.queue())) {
      Forecast forecast = new Forecast(fact.expectedMs(), fact.lowMs(), fact.highMs());
      visit.told = new Promise(
          fact.atMs(), fact.byMs(), new SpokenWait(fact.fromMin(), fact.toMin()), fact.longer(),
          new Outlook(fact.ahead(), fact.later(), fact.able(), fact.agents(), fact.handlingMs(), forecast));
    }
  }
}
