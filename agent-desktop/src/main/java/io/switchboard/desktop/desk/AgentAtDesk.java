package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.offer.Offered;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.desktop.protocol.TodayView;
import io.switchboard.desktop.words.Noticed;
import org.jspecify.annotations.Nullable;

/** An agent as his last fact says, and what is offered to him ahead of its fact. */
final class AgentAtDesk {
  /** An offer whose facts do not come in this time will never have any. */
  private static final long AHEAD_MS = 10_000;
  private static final TodayView NOTHING_YET = new TodayView(0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final AgentId id;
  private Fact.@Nullable AgentStateChanged last;
  private @Nullable Offered ahead;
  private Fact.Dial.@Nullable DialEnded unreached;
  private boolean fresh;
  TodayView today = NOTHING_YET;
  boolean reachable = true;

  AgentAtDesk(AgentId id) {
    this.id = id;
  }

  AgentId id() {
    return id;
  }

  void became(Fact.AgentStateChanged fact) {
    last = fact;
    unreached = fresh ? unreached : null;
    fresh = false;
  }

  /** Whom he dialled in vain: he is told until he does something else. */
  void dialled(Fact.Dial.DialEnded fact) {
    boolean told = fact.result() != DialResult.ANSWERED && fact.result() != DialResult.CANCELLED;
    unreached = told ? fact : null;
    fresh = told; // that he is free again follows
  }

  /** Whom he dialled last and did not reach, where he is to know it; else null. */
  Fact.Dial.@Nullable DialEnded unreached() {
    return unreached;
  }

  void offered(Offered offered) {
    ahead = offered;
  }

  /** The facts say so now, or say that it is over. */
  boolean known(OfferId offer) {
    boolean same = ahead != null && ahead.offer().offer().equals(offer);
    ahead = same ? null : ahead;
    return same;
  }

  @Nullable Offered ahead(long nowMs) {
    return ahead != null && nowMs - ahead.offer().atMs() < AHEAD_MS ? ahead : null;
  }

  AgentState state() {
    return last == null ? AgentState.SIGNED_OUT : last.to();
  }

  /** By which he has a call; null: he has none. */
  @Nullable OfferId offer() {
    return last == null ? null : last.offer();
  }

  @Nullable CallId call() {
    OfferId offer = offer();
    return offer == null ? null : offer.call();
  }

  long stateSinceMs() {
    return last == null ? 0 : last.terms().stateSinceMs() == 0 ? last.atMs() : last.terms().stateSinceMs();
  }

  Fact.Terms terms() {
    return last == null ? Fact.Terms.NONE : last.terms();
  }

  String reason() {
    return last == null ? "" : last.reason();
  }

  String pending() {
    return last == null ? "" : last.pending();
  }

  Noticed.Standing standing() {
    return new Noticed.Standing(state(), reason(), pending(), last == null ? "" : last.by(), terms().overLimit(), reachable);
  }
}
