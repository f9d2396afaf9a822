package io.switchboard.acd.floor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When callers of one queue hear its comfort messages. All hear them at the same distance, so one alarm for the first serves them all. */
public final class Comforts implements Alarm.Owner {
  /** Who is to hear the message of this number, from 0. */
  public record Due(Visit visit, int number) {}

  private final InTurn<Visit> next = new InTurn<>(Function.identity());
  private final Alarms alarms;
  private final Alarm alarm = new Alarm(this);
  private long everyMs;

  Comforts(Alarms alarms) {
    this.alarms = alarms;
  }

  /** 0: nobody hears any. */
  void reset(long distanceMs) {
    next.clear();
    alarms.clear(alarm);
    everyMs = distanceMs;
  }

  void entered(Visit visit) {
    if (everyMs > 0) {
      schedule(visit, visit.enteredMs());
    }
  }

  /** Takes the next that is due and sets the one after; one that is more than {@code staleMs} late is let out. Null: nobody is due. */
  public @Nullable Due poll(long nowMs, long staleMs) {
    Visit first = next.firstWaiting();
    if (first == null) {
      return null;
    }
    if (first.nextComfortMs > nowMs) {
      alarms.set(alarm, first.nextComfortMs);
      return null;
    }
    next.takeFirst();
    long dueMs = first.nextComfortMs;
    schedule(first, nowMs);
    Visit after = next.first();
    if (after != null) {
      alarms.set(alarm, after.nextComfortMs);
    }
    return nowMs - dueMs > staleMs ? null : new Due(first, (int) ((dueMs - first.enteredMs()) / everyMs) - 1);
  }

  /** As announcements: a multiple of the distance after his entry, and never before him who is last in the list. */
  private void schedule(Visit visit, long nowMs) {
    long dueMs = visit.enteredMs() + (Math.max(0, nowMs - visit.enteredMs()) / everyMs + 1) * everyMs;
    Visit last = next.last();
    visit.nextComfortMs = last == null ? dueMs : Math.max(dueMs, last.nextComfortMs);
    next.add(visit);
    if (!alarm.set()) {
      alarms.set(alarm, visit.nextComfortMs);
    }
  }
}
