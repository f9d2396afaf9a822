package io.switchboard.acd.floor;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All queues, their closures, and the places of those who wait. */
public final class Queues {
  private final Map<QueueId, CallQueue> queues = new LinkedHashMap<>();
  private final Set<TenantId> closedTenants = new HashSet<>();
  private final Map<Map<String, Integer>, Requirement> requirements = new HashMap<>();
  private final Alarms alarms;
  private FloorSettings settings = FloorSettings.of(List.of(), List.of());

  Queues(Alarms alarms) {
    this.alarms = alarms;
  }

  public Collection<CallQueue> all() {
    return queues.values();
  }

  public @Nullable CallQueue queue(QueueId id) {
    return queues.get(id);
  }

  /** Whether an emergency closure is in force, of the queue or of its tenant. */
  public boolean emergency(CallQueue queue) {
    return queue.closure || closedTenants.contains(queue.id().tenant());
  }

  /** Whether exactly this closure is switched on; {@code queue} null: the whole tenant's. */
  public boolean closed(TenantId tenant, @Nullable QueueId queue) {
    if (queue == null) {
      return closedTenants.contains(tenant);
    }
    CallQueue known = queues.get(queue);
    return known != null && known.closure;
  }

  /** 1 for the first in the queue. */
  public int position(Visit visit) {
    return visit.queue().position(visit, settings.pointWorthMs());
  }

  /** One call that has waited for as long as its queue lets it, wherever it is by now; null when none is due. */
  public @Nullable Visit overdue(Patience patience, long nowMs) {
    return patience.poll(nowMs);
  }

  /** Whether this call may not wait any longer. */
  public boolean overdue(Visit visit, long nowMs) {
    return visit.queue().patience.over(visit, nowMs);
  }

  /** After the head of this lane has waited long enough, the queue's reserve is for it too. Returns it, or null when it is not due. */
  public @Nullable Visit release(Lane lane, long nowMs) {
    Visit head = lane.first();
    if (head == null || lane.releaseDueMs(settings.pointWorthMs()) > nowMs) {
      return null;
    }
    lane.released = head;
    head.queue().alarmFor(lane);
    return head;
  }

  /** After the head of this lane has waited long enough, it asks for less. Returns the call that moved, or null when none is due. */
  public @Nullable Visit relax(Lane lane, long nowMs) {
    Visit head = lane.first();
    if (head == null || head.ladder == null) {
      return null;
    }
    if (lane.relaxDueMs() > nowMs) {
      head.queue().alarmFor(lane);
      return null;
    }
    lane.remove(head);
    head.ladder.rung(lane.step() + 1).lane(head.points).add(head);
    head.queue().alarmFor(lane);
    return head;
  }

  /**
   * Takes the next announcement that is due in this queue and sets the one after. One that is more than {@code staleMs} late, since the
   * platform was down, is let out: nobody is told a position for a time that is past.
   *
   * @return who is to hear his position now, or null
   */
  public @Nullable Visit nextAnnouncement(CallQueue queue, long nowMs, long staleMs) {
    Visit next = queue.announcements.peek();
    while (next != null && !next.inQueue()) {
      queue.announcements.poll();
      next = queue.announcements.peek();
    }
    if (next == null) {
      return null;
    }
    Visit due = null;
    if (next.nextAnnouncementMs <= nowMs) {
      queue.announcements.poll();
      due = nowMs - next.nextAnnouncementMs <= staleMs ? next : null;
      schedule(queue, next, nowMs);
      next = queue.announcements.peek();
    }
    if (next != null) {
      alarms.set(queue.announce, next.nextAnnouncementMs);
    }
    return due;
  }

  // --- what the floor does here

  CallQueue known(QueueId id) {
    return queues.computeIfAbsent(id, q -> new CallQueue(q, alarms));
  }

  void close(Fact.ClosureSwitched fact) {
    QueueId queue = fact.queue();
    if (queue != null) {
      known(queue).closure = fact.closed();
    } else if (fact.closed()) {
      closedTenants.add(fact.tenant());
    } else {
      closedTenants.remove(fact.tenant());
    }
  }

  /** Everything is built anew; the floor then puts the agents and calls in again. */
  void configure(FloorSettings changed) {
    settings = changed;
    requirements.clear();
    queues.values().forEach(q -> {
      q.rebuild();
      q.settings = null;
    });
    changed.queues().forEach(s -> known(s.id()).settings = s);
    queues.values().forEach(q -> {
      q.pointWorthMs = changed.pointWorthMs();
      q.comforts.reset(q.settings == null ? 0 : q.settings.waiting().comfort().distanceMs());
      q.patience.reset(q.settings == null ? 0 : q.settings.doors().maxWaitMs());
      q.overflows(q.settings == null ? List.of() : q.settings.doors().overflows());
    });
  }

  void enter(Visit visit) {
    CallQueue queue = visit.queue();
    QueueSettings of = queue.settings == null ? QueueSettings.of(queue.id()) : queue.settings;
    visit.points = points(of, visit.entered().priority(), visit.entered().valueClass());
    visit.placeMs = of.order().dueMs(visit.sinceMs(), visit.points, settings.pointWorthMs());
    Ladder ladder = queue.ladder(visit.entered().skills(), this::interned);
    ladder.calls++;
    visit.ladder = ladder;
    if (visit.callback != null) { // he has a window of his own, hears nothing, and has his place from when he may be dialled
      present(visit, visit.absent() ? 0 : 1);
      queue.callbacksPending += visit.absent() ? 1 : 0;
      if (!visit.absent() || !visit.offers.isEmpty()) {
        enrol(visit);
      }
      return;
    }
    present(visit, 1);
    enrol(visit);
    if (visit.only() || visit.flowless()) { // there is no wait of which to say something, or nobody to say it
      return;
    }
    queue.patience.entered(visit);
    queue.overflows().forEach(overflow -> overflow.entered(visit));
    queue.comforts.entered(visit);
    if (of.waiting().announceEveryMs() > 0) {
      schedule(queue, visit, visit.enteredMs());
      if (!queue.announce.set()) {
        alarms.set(queue.announce, visit.nextAnnouncementMs);
      }
    }
  }

  private int points(QueueSettings of, int priority, String valueClass) {
    return Math.clamp(priority, 0, 10) + of.order().priority() + settings.points(of.id().tenant(), valueClass);
  }

  /** When a call would be due here whose wait counts from then, milliseconds since the epoch. */
  public long dueMs(CallQueue queue, int priority, String valueClass, long sinceMs) {
    QueueSettings of = queue.settings == null ? QueueSettings.of(queue.id()) : queue.settings;
    return of.order().dueMs(sinceMs, points(of, priority, valueClass), settings.pointWorthMs());
  }

  private static void present(Visit visit, int more) {
    visit.queue().inQueue += more;
  }

  /** The customer of a callback is on the line. */
  void reached(Visit visit) {
    present(visit, 1);
    visit.queue().callbacksPending--;
  }

  /** He counts for the positions of those behind him. */
  private static void enrol(Visit visit) {
    if (!visit.enrolled) {
      visit.enrolled = true;
      visit.queue().roll(visit.points).add(visit);
    }
  }

  private static void strike(Visit visit) {
    if (visit.enrolled) {
      visit.enrolled = false;
      visit.queue().roll(visit.points).remove(visit);
    }
  }

  /** He is not to be dialled yet and stands in nobody's way. */
  void rest(Visit visit) {
    strike(visit);
  }

  /** He stands where his wait puts him, in the lane of what he asks for after so long a wait. */
  void wait(Visit visit, long nowMs) {
    Ladder ladder = visit.ladder;
    if (ladder != null) {
      enrol(visit);
      ladder.rung(ladder.stepAfter(nowMs - visit.sinceMs())).lane(visit.points).add(visit);
    }
  }

  /** He waits for this agent alone, until then. */
  void expect(Visit visit, Expected expected, long untilMs) {
    enrol(visit);
    visit.expectedUntilMs = untilMs;
    visit.expected = expected;
    expected.insert(visit);
    alarms.set(expected.over, expected.overMs());
  }

  /**
   * Takes one call that has waited for this agent long enough, or for whom there is no use in waiting any more, and puts it into its lane.
   *
   * @param all whether their time matters not
   * @return the call that anybody may have now, or null when none is due
   */
  public @Nullable Visit expectedNoMore(Expected expected, long nowMs, boolean all) {
    for (Visit each = expected.first(); each != null; each = each.next()) {
      if (all || each.expectedUntilMs <= nowMs) {
        stopWaiting(each);
        wait(each, nowMs);
        return each;
      }
    }
    return null;
  }

  void stopWaiting(Visit visit) {
    Lane lane = visit.lane;
    if (lane != null) {
      lane.remove(visit);
    }
    Expected expected = visit.expected;
    if (expected != null) {
      expected.takeOut(visit);
      visit.expected = null;
      long overMs = expected.overMs();
      if (overMs == Alarms.NEVER) {
        alarms.clear(expected.over);
      } else {
        alarms.set(expected.over, overMs);
      }
    }
  }

  /** He is no longer in the queue: connected, or left. */
  void leave(Visit visit) {
    Ladder ladder = visit.ladder;
    if (ladder == null) {
      return;
    }
    stopWaiting(visit);
    if (visit.absent()) {
      visit.queue().callbacksPending--;
    } else {
      present(visit, -1);
    }
    strike(visit);
    visit.ladder = null;
    if (--ladder.calls == 0) {
      visit.queue().unused(visit.entered().skills());
    }
  }

  /** The next multiple of the period after his entry, but never before him who is last in the list, so that the list stays in order. */
  private void schedule(CallQueue queue, Visit visit, long nowMs) {
    long every = queue.settings == null ? 0 : queue.settings.waiting().announceEveryMs();
    if (every == 0) {
      return;
    }
    long next = visit.enteredMs() + ((nowMs - visit.enteredMs()) / every + 1) * every;
    Visit last = queue.announcements.peekLast();
    visit.nextAnnouncementMs = last == null ? next : Math.max(next, last.nextAnnouncementMs);
    queue.announcements.add(visit);
  }

  private Requirement interned(Map<String, Integer> levels) {
    return requirements.computeIfAbsent(levels, l -> new Requirement(requirements.size(), l));
  }
}
