package io.switchboard.acd.floor;

import io.switchboard.acd.queue.Overflow;
import org.jspecify.annotations.Nullable;

/**
 * When the calls of one queue are looked at for one rule of overflow. Calls come in the order of their entry, so their first looks are due
 * in this order, and so are their later ones: two lists, one alarm.
 */
public final class OverflowWatch implements Alarm.Owner {
  private record Look(Visit visit, long dueMs) {}

  private final CallQueue queue;
  private final Overflow rule;
  private final Alarms alarms;
  private final Alarm alarm = new Alarm(this);
  private final InTurn<Look> first = new InTurn<>(Look::visit);
  private final InTurn<Look> again = new InTurn<>(Look::visit);

  OverflowWatch(CallQueue queue, Overflow rule, Alarms alarms) {
    this.queue = queue;
    this.rule = rule;
    this.alarms = alarms;
  }

  public CallQueue queue() {
    return queue;
  }

  public Overflow rule() {
    return rule;
  }

  void end() {
    alarms.clear(alarm);
  }

  void entered(Visit visit) {
    if (rule.afterMs() > 0) {
      first.add(new Look(visit, visit.enteredMs() + rule.afterMs()));
    } else if (rule.everyMs() > 0) {
      later(visit, visit.enteredMs());
    }
    arm();
  }

  /** Whether this call has waited for as long as the rule lets calls wait before it looks at them. */
  public boolean looksAt(Visit visit, long nowMs) {
    return nowMs - visit.enteredMs() >= rule.afterMs();
  }

  /** Takes one call whose look is due and that is still in the queue; null when none is. */
  public @Nullable Visit poll(long nowMs) {
    Look look = due(nowMs);
    while (look != null && !look.visit().inQueue()) {
      look = due(nowMs);
    }
    if (look != null && rule.everyMs() > 0) {
      later(look.visit(), nowMs);
    }
    arm();
    return look == null ? null : look.visit();
  }

  private @Nullable Look due(long nowMs) {
    InTurn<Look> next = next();
    Look look = next.first();
    return look == null || look.dueMs() > nowMs ? null : next.takeFirst();
  }

  private InTurn<Look> next() {
    Look one = first.first();
    Look other = again.first();
    return other == null || (one != null && one.dueMs() <= other.dueMs()) ? first : again;
  }

  /** The next full period after its first look, but never before him who is last, so that the list stays in order. */
  private void later(Visit visit, long nowMs) {
    long begunMs = visit.enteredMs() + rule.afterMs();
    long dueMs = begunMs + (Math.max(0, nowMs - begunMs) / rule.everyMs() + 1) * rule.everyMs();
    Look last = again.last();
    again.add(new Look(visit, last == null ? dueMs : Math.max(dueMs, last.dueMs())));
  }

  int size() {
    return first.size() + again.size();
  }

  private void arm() {
    Look look = next().first();
    if (look == null) {
      alarms.clear(alarm);
    } else {
      alarms.set(alarm, look.dueMs());
    }
  }
}
