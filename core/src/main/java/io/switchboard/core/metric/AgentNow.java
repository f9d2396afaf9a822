package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact.AgentStateChanged;
import org.jspecify.annotations.Nullable;

/** An agent: his state now, and what he did since the day began. */
final class AgentNow {
  private final AgentId id;
  private AgentState state = AgentState.SIGNED_OUT;
  private long sinceMs;
  private long idleSinceMs;
  private String reason = "";
  private @Nullable CallId call;
  private boolean known;

  private final long endMs;
  private long dayMs;
  private long[] stateMs = new long[AgentState.values().length];
  private long answered;
  private long unanswered;
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
    handled = new Handled();
  }

  void changed(AgentStateChanged fact) {
    if (!known) { // what went before is older than the day, for all facts of the day are seen
      state = fact.from();
      sinceMs = dayMs;
      known = true;
    }
    stateMs[state.ordinal()] += lasted(fact.atMs());
    state = fact.to();
    sinceMs = fact.atMs();
    idleSinceMs = fact.sinceMs();
    reason = fact.reason();
    call = fact.offer() == null ? null : fact.offer().call();
  }

  AgentState state() {
    return state;
  }

  private long lasted(long untilMs) {
    return Math.max(0, Math.min(untilMs, endMs) - Math.max(sinceMs, dayMs));
  }

  void answered() {
    answered++;
  }

  void letPass() {
    unanswered++;
  }

  void handled(long ms) {
    handled.add(ms);
  }

  Snapshot.Agent snapshot(long nowMs) {
    return new Snapshot.Agent(
        id, state, sinceMs, idleSinceMs, reason, call, answered, unanswered, handled.count(), handled.meanMs(),
        Definitions.ratio(busyMs(nowMs), staffedMs(nowMs)));
  }

  /** In talk and wrap-up. */
  long busyMs(long nowMs) {
    return inState(AgentState.TALKING, nowMs) + inState(AgentState.WRAP_UP, nowMs);
  }

  /** Signed in and not on a break. */
  long staffedMs(long nowMs) {
    return busyMs(nowMs) + inState(AgentState.READY, nowMs) + inState(AgentState.RINGING, nowMs);
  }

  private long inState(AgentState which, long nowMs) {
    return stateMs[which.ordinal()] + (state == which ? lasted(nowMs) : 0);
  }
}
