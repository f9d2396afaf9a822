package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Forecast;
import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.estimate.Outlook;
import io.switchboard.acd.estimate.Promise;
import io.switchboard.acd.estimate.SpokenWait;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers were told of their waits, and what is seen of the queues to tell them. Costs nothing while no queue tells waits. */
final class Told {
  /** More facts than come while the hour before a restart is read. */
  private static final int MOST_BEGUN_WITH = 200_000;

  private Observed observed = new Observed();
  private boolean observing;
  private boolean replayed;
  /** Since the restart, while the hour before it is not read yet; null: it is, or there was none. */
  private @Nullable List<Fact> begunWith;

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
    boolean wanted = nowMs > 0 && settings.queues().stream().anyMatch(QueueSettings::expectsWaits);
    if (wanted && !observing) {
      observed = new Observed();
      begunWith = replayed ? new ArrayList<>() : null;
      replayed = false;
    }
    observing = wanted;
  }

  void observe(Fact fact) {
    List<Fact> begun = begunWith;
    if (!observing) {
      replayed = true;
    } else if (observed.apply(fact) && begun != null) {
      begun.add(fact);
      begunWith = begun.size() > MOST_BEGUN_WITH ? null : begun;
    }
  }

  /** What was seen in the hour before the restart; what came since follows it. */
  void recall(Observed before) {
    if (begunWith != null) {
      begunWith.forEach(before::apply);
      observed = before;
      begunWith = null;
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
