package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTransitions;
import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.floor.Agent;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * One change of an agent's state in the making. What is not said stays as it was, but for his reason and what bounds his state: those are of
 * one state only.
 */
final class Becoming {
  private final Turn turn;
  private final Agent agent;
  private String reason = "";
  private @Nullable OfferId offer;
  private long sinceMs;
  private String pending;
  private int strikes;
  private String by;
  private long untilMs;
  private int extensions;
  private boolean overLimit;
  private long breaksAfterMs;
  private Fact.@Nullable Break asked;

  private Becoming(Turn turn, Agent agent) {
    this.turn = turn;
    this.agent = agent;
    this.offer = agent.offer() == null ? null : agent.offer().id();
    this.sinceMs = agent.sinceMs();
    this.pending = agent.pending();
    this.strikes = agent.strikes();
    this.by = agent.by();
    this.breaksAfterMs = agent.breaks().afterMs();
    this.asked = agent.breaks().asked();
  }

  static Becoming of(Turn turn, Agent agent) {
    return new Becoming(turn, agent);
  }

  /** Nothing of his state changes but what is said. */
  static Becoming same(Turn turn, Agent agent) {
    Becoming same = new Becoming(turn, agent);
    same.reason = agent.reason();
    same.untilMs = agent.terms().untilMs();
    same.extensions = agent.terms().extensions();
    same.overLimit = agent.terms().overLimit();
    return same;
  }

  Becoming reason(String text) {
    reason = text;
    return this;
  }

  Becoming offer(OfferId id) {
    offer = id;
    return this;
  }

  /** His part of the call is over: he has none, and nothing is pending. */
  Becoming free() {
    offer = null;
    pending = "";
    return this;
  }

  /** Since when he is idle. */
  Becoming since(long ms) {
    sinceMs = ms;
    return this;
  }

  Becoming pending(String next) {
    pending = next;
    return this;
  }

  Becoming strikes(int count) {
    strikes = count;
    return this;
  }

  Becoming by(String user) {
    by = user;
    return this;
  }

  Becoming until(long ms) {
    untilMs = ms;
    return this;
  }

  Becoming extended() {
    extensions++;
    return this;
  }

  Becoming overLimit() {
    overLimit = true;
    return this;
  }

  /** Breaks that were due up to here are behind him. */
  Becoming breaksAfter(long ms) {
    breaksAfterMs = Math.max(breaksAfterMs, ms);
    return this;
  }

  Becoming asked(Fact.@Nullable Break planned) {
    asked = planned;
    return this;
  }

  void on(AgentTrigger trigger) {
    AgentState to = AgentTransitions.TABLE.next(agent.state(), trigger);
    long stateSinceMs = to == agent.state() && reason.equals(agent.reason()) ? agent.stateSinceMs() : turn.nowMs;
    turn.fact(new Fact.AgentStateChanged(
        turn.nowMs, agent.id().tenant(), agent.id(), agent.state(), to, reason, offer, sinceMs, pending, strikes,
        work(agent.workAt(turn.nowMs), trigger), by, new Fact.Terms(stateSinceMs, untilMs, extensions, overLimit, breaksAfterMs, asked)));
  }

  /** What he did before counts from one sign-in to the next. */
  private Fact.Workload work(Fact.Workload done, AgentTrigger trigger) {
    return switch (trigger) {
      case SIGN_IN -> Fact.Workload.NONE;
      case OFFER_MADE -> new Fact.Workload(done.calls(), done.busyMs(), done.staffedMs(), turn.nowMs);
      case CONNECTED, TOOK_OVER -> new Fact.Workload(done.calls() + 1, done.busyMs(), done.staffedMs(), done.offeredMs());
      default -> done;
    };
  }
}
