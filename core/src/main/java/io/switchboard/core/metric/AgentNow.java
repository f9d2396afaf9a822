package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact.AgentStateChanged;
import io.switchboard.core.journal.Fact.Terms;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An agent: his state now, and what he did since the day began. */
final class AgentNow {
  private final AgentId id;
  private AgentState state = AgentState.SIGNED_OUT;
  private long sinceMs;
  private long bookedMs;
  private long idleSinceMs;
  private String reason = "";
  private String pending = "";
  private String by = "";
  private Terms terms = Terms.NONE;
  private @Nullable CallId call;
  private boolean known;

  private final long endMs;
  private long dayMs;
  private long[] stateMs = new long[AgentState.values().length];
  private long answered;
  private long unanswered;
  private long dialled;
  private Handled handled = new Handled();

  /** @param endMs time after it is not his, milliseconds since the epoch */
  AgentNow(AgentId id, long dayMs, long endMs) {
    this.id = id;
    this.dayMs = dayMs;
    this.endMs = endMs;
  }

  /** His state goes on through midnight; what he did begins anew. */
  void newDay(long midnightMs) {
    dayMs = midnightMs;
    stateMs = new long[stateMs.length];
    answered = 0;
    unanswered = 0;
    dialled = 0;
    handled = new Handled();
  }

  void changed(AgentStateChanged fact) {
    if (!known) { // what went before is older than the day, for all facts of the day are seen
      state = fact.from();
      bookedMs = dayMs;
      sinceMs = dayMs;
      known = true;
    }
    stateMs[state.ordinal()] += lasted(fact.atMs());
    sinceMs = fact.terms().stateSinceMs() == 0 ? fact.atMs() : fact.terms().stateSinceMs();
    state = fact.to();
    bookedMs = fact.atMs();
    idleSinceMs = fact.sinceMs();
    reason = fact.reason();
    pending = fact.pending();
    by = fact.by();
    terms = fact.terms();
    call = fact.offer() == null ? null : fact.offer().call();
  }

  AgentId id() {
    return id;
  }

  /** That he is rung for, talks with or wraps up. */
  @Nullable CallId call() {
    return call;
  }

  AgentState state() {
    return state;
  }

  private long lasted(long untilMs) {
    return Math.max(0, Math.min(untilMs, endMs) - Math.max(bookedMs, dayMs));
  }

  void answered() {
    answered++;
  }

  void dialled() {
    dialled++;
  }

  void letPass() {
    unanswered++;
  }

  void handled(long ms) {
    handled.add(ms);
  }

  Snapshot.Agent snapshot(long nowMs) {
    return new Snapshot.Agent(
        id, state, sinceMs, idleSinceMs, reason, pending, by, terms.untilMs(), terms.overLimit(), call, answered, unanswered, dialled,
        handled.count(), handled.meanMs(), inState(AgentState.HELD, nowMs), Definitions.ratio(busyMs(nowMs), staffedMs(nowMs)), spent());
  }

  private Snapshot.Spent spent() {
    Map<AgentState, Long> ms = new EnumMap<>(AgentState.class);
    for (AgentState each : AgentState.values()) {
      ms.put(each, stateMs[each.ordinal()]);
    }
    return new Snapshot.Spent(Math.max(bookedMs, dayMs), ms);
  }

  /** In talk, hold and wrap-up. */
  long busyMs(long nowMs) {
    return inStates(AgentState::busy, nowMs);
  }

  /** Signed in and not on a break. */
  long staffedMs(long nowMs) {
    return inStates(AgentState::staffed, nowMs);
  }

  private long inStates(Predicate<AgentState> which, long nowMs) {
    long ms = 0;
    for (AgentState each : AgentState.values()) {
      ms += which.test(each) ? inState(each, nowMs) : 0;
    }
    return ms;
  }

  private long inState(AgentState which, long nowMs) {
    return stateMs[which.ordinal()] + (state == which ? lasted(nowMs) : 0);
  }
}
