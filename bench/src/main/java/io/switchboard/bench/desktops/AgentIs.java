package io.switchboard.bench.desktops;

import io.switchboard.core.journal.Fact;
import java.util.Locale;
import java.util.Map;

/**
 * What an agent does, as a fact or a screen says it.
 *
 * @param sinceMs when that was decided
 */
record AgentIs(String state, String reason, long sinceMs) {

  static AgentIs by(Fact.AgentStateChanged fact) {
    return new AgentIs(fact.to().name().toLowerCase(Locale.ROOT), fact.reason(), fact.terms().stateSinceMs());
  }

  /** By a row of the wallboard, or the section {@code me} of a desk. */
  static AgentIs by(Map<?, ?> shown) {
    return new AgentIs(
        String.valueOf(shown.get("state")), String.valueOf(shown.get("reason")), shown.get("since_ms") instanceof Number since ? since.longValue() : 0);
  }
}
