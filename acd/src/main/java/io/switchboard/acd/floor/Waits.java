package io.switchboard.acd.floor;

import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
/** How a call waits: for the agent whom it is for alone or who is preferred, for anybody, or, until it may be dialled, for nobody. */
final class Waits {
  private final Queues queues;
  private final Staff staff;
  private final Alarms alarms;

  Waits(Queues queues, Staff staff, Alarms alarms) {
    this.queues = queues;
    this.staff = staff;
    this.alarms = alarms;
  }

  /** It waits in another way than before. */
  void again(Visit visit, long nowMs) {
    queues.stopWaiting(visit);
    begin(visit, nowMs);
  }

  /** One who has been offered to somebody already prefers nobody. */
  void begin(Visit visit, long nowMs) {
    Callback callback = visit.callback;
    if (callback != null && !callback.reached) {
      setAlarm(callback, nowMs);
      if (callback.dueMs > nowMs) {
        queues.rest(visit);
        return;
      }
    }
    AgentId alone = visit.only() ? visit.entered().preferred() : null;
    if (alone != null) {
      queues.expect(visit, staff.known(alone).expected, Alarms.NEVER);
      return;
    }
    AgentId preferred = visit.offered ? null : visit.entered().preferred();
    QueueSettings queue = visit.queue().settings;
    Agent agent = preferred == null ? null : staff.agent(preferred);
    long sinceMs = callback == null ? visit.enteredMs() : Math.max(visit.enteredMs(), callback.dueMs);
    long untilMs = sinceMs + (queue == null ? 0 : awaitedMs(visit, queue));
    if (agent != null && agent.signedIn() && agent.serves(visit.queue()) && untilMs > nowMs) {
      queues.expect(visit, agent.expected, untilMs);
    } else {
      queues.wait(visit, nowMs);
    }
  }

  private static long awaitedMs(Visit visit, QueueSettings queue) {
    return visit.entered().why().equals(Fact.QueueEntered.RETURNED) ? queue.returns().toAgentMs() : queue.choice().preferredWaitMs();
  }

  /** Sets what wakes a callback while it waits: that it may be dialled, or that its window is over. */
  private void setAlarm(Callback callback, long nowMs) {
    Returns.Callback rules = callback.visit().queue().callbacks();
    long overMs = callback.windowFromMs() + (rules == null ? 0 : rules.windowMs());
    alarms.set(callback.alarm, callback.dueMs > nowMs ? Math.min(callback.dueMs, overMs) : overMs);
  }
}
