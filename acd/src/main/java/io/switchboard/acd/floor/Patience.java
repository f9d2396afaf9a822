package io.switchboard.acd.floor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long a queue lets calls wait. They entered in this order, so their time is over in this order, and one alarm serves them all. */
public final class Patience implements Alarm.Owner {
  private final InTurn<Visit> entered = new InTurn<>(Function.identity());
  private final Alarms alarms;
  private final Alarm alarm = new Alarm(this);
  private long maxWaitMs;

  Patience(Alarms alarms) {
    this.alarms = alarms;
  }

  void reset(long limitMs) {
    entered.clear();
    alarms.clear(alarm);
    maxWaitMs = limitMs;
  }

  void entered(Visit visit) {
    if (maxWaitMs > 0) {
      entered.add(visit);
      if (!alarm.set()) {
        alarms.set(alarm, visit.enteredMs() + maxWaitMs);
      }
    }
  }

  /** Whether this call may not wait any longer. */
  boolean over(Visit visit, long nowMs) {
    return maxWaitMs > 0 && nowMs - visit.enteredMs() >= maxWaitMs;
  }

  /** Takes out one call whose time is over, wherever it is by now; null when none is due. */
  @Nullable Visit poll(long nowMs) {
    Visit first = entered.firstWaiting();
    if (first == null) {
      return null;
    }
    if (!over(first, nowMs)) {
      alarms.set(alarm, first.enteredMs() + maxWaitMs);
      return null;
    }
    return entered.takeFirst();
  }

  int size() {
    return entered.size();
  }
}
