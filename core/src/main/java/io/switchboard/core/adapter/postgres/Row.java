package io.switchboard.core.adapter.postgres;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact as the journal's table holds it, but for its {@code seq}. */
record Row(long atMs, String tenant, @Nullable String call, @Nullable String agent, String kind, String body) {
  private static final Set<String> BOUNDS = Set.of(
      Fact.CallArrived.class.getSimpleName(), Fact.CallbackBooked.class.getSimpleName(), Fact.Dial.DialBegun.class.getSimpleName(),
      Fact.InteractionClosed.class.getSimpleName());

  static Row of(Fact fact) {
    CallId call = fact.call();
    AgentId agent = fact.agent();
    return new Row(
        fact.atMs(), fact.tenant().value(), call == null ? null : FactJson.clean(call.value()), agent == null ? null : agent.toString(),
        FactJson.kind(fact), FactJson.write(fact));
  }

  /** Whether it opens or closes an interaction, whose head is then written too. */
  boolean bounds() {
    return BOUNDS.contains(kind);
  }
}
