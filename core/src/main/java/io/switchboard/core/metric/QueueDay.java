package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;
import java.util.Map;

/** What a queue did in one day. Thrown away at midnight. */
final class QueueDay {
  private final Definitions definitions;
  private final Tally<QueueExit> left = new Tally<>(QueueExit.class);
  private final Tally<QueueRefusal> refused = new Tally<>(QueueRefusal.class);
  private final Tally<OfferEnding> offersUnanswered = new Tally<>(OfferEnding.class);
  private final WaitCounts answeredWaits = new WaitCounts();
  private final WaitCounts abandonedWaits = new WaitCounts();
  private final Handled handled = new Handled();
  private final CallbackDay callbacks = new CallbackDay();
  private long entered;
  private long answered;
  private long answeredWithin;
  private long abandoned;
  private long abandonedLate;
  private long shortAbandoned;
  private long offersMade;

  QueueDay(Definitions definitions) {
    this.definitions = definitions;
  }

  void entered() {
    entered++;
  }

  CallbackDay callbacks() {
    return callbacks;
  }

  void refused(QueueRefusal reason) {
    refused.add(reason);
  }

  void offerMade() {
    offersMade++;
  }

  void offerUnanswered(OfferEnding ending) {
    offersUnanswered.add(ending);
  }

  void answered(long waitMs) {
    answered++;
    answeredWaits.add(waitMs);
    if (waitMs <= definitions.withinMs()) {
      answeredWithin++;
    }
  }

  void left(QueueExit exit, long waitMs) {
    if (exit == QueueExit.ABANDONED) {
      abandoned(waitMs);
    } else {
      left.add(exit);
    }
  }

  private void abandoned(long waitMs) {
    if (waitMs < definitions.shortAbandonMs()) {
      shortAbandoned++;
      return;
    }
    abandoned++;
    abandonedWaits.add(waitMs);
    if (waitMs > definitions.withinMs()) {
      abandonedLate++;
    }
  }

  void handled(long ms) {
    handled.add(ms);
  }

  /** Closed, waiting, longest wait, talking and agents are live, not of the day: the tenant knows them. */
  Snapshot.Queue snapshot(
      QueueId queue, boolean closed, long waiting, long longestWaitMs, long talking, long callbacksWaiting,
      Map<AgentState, Long> agents) {
    long offered = answered + abandoned;
    return new Snapshot.Queue(
        queue, closed, waiting, longestWaitMs, talking, entered, offered, answered, answeredWithin, abandoned, abandonedLate,
        shortAbandoned,
        left.counts(), callbacks.snapshot(callbacksWaiting), refused.counts(), offersMade, offersUnanswered.counts(), answeredWaits.waits(), abandonedWaits.waits(),
        definitions.serviceLevel(answeredWithin, answered, abandoned, abandonedLate, shortAbandoned),
        Definitions.ratio(abandoned, offered), Definitions.ratio(answeredWaits.totalMs(), answered), handled.count(), handled.meanMs(),
        agents);
  }
}
