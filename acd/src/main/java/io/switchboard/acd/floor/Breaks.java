package io.switchboard.acd.floor;

import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/** The breaks of one agent that are still to come: those of every day, and one that was asked for. */
public final class Breaks implements Alarm.Owner {
  private final Agent agent;
  final Alarm alarm = new Alarm(this);
  private long afterMs;
  private Fact.@Nullable Break asked;
  private Fact.@Nullable Break next;

  Breaks(Agent agent) {
    this.agent = agent;
  }

  public Agent agent() {
    return agent;
  }

  /** Those that were due up to here are behind him, milliseconds since the epoch. */
  public long afterMs() {
    return afterMs;
  }

  /** The one that was asked for, or null. */
  public Fact.@Nullable Break asked() {
    return asked;
  }

  /** The one that comes first, or null. */
  public Fact.@Nullable Break next() {
    return next;
  }

  /** From now on he is offered no further call. */
  public boolean due(long nowMs) {
    return next != null && next.dueMs() <= nowMs;
  }

  /** The one that begins now if he has no call at hand any more, or null: it may be a little early. */
  public Fact.@Nullable Break afterWork(long nowMs) {
    return next != null && next.dueMs() - next.flexibleMs() <= nowMs ? next : null;
  }

  void become(Fact.AgentStateChanged fact) {
    long told = fact.terms().breaksAfterMs() == 0 ? fact.atMs() : fact.terms().breaksAfterMs();
    boolean same = told == afterMs && java.util.Objects.equals(asked, fact.terms().asked());
    afterMs = told;
    asked = fact.terms().asked();
    if (!same) {
      plan();
    }
  }

  /** Looks for the next one anew: what is behind him or configured has changed. */
  void plan() {
    next = asked;
    if (agent.settings != null) {
      for (BreakPlan plan : agent.settings.breaks()) {
        Fact.Break each = plan.after(afterMs);
        next = next == null || each.dueMs() < next.dueMs() ? each : next;
      }
    }
  }

  /** When it is to be looked at: at once where it is due and he has no call at hand, and else not before he has none. */
  long alarmMs(long nowMs) {
    boolean callAtHand = agent.state().offered() || agent.state().busy();
    return next == null || !agent.signedIn() || callAtHand && next.dueMs() <= nowMs ? Alarms.NEVER : next.dueMs();
  }
}
