package io.switchboard.ivr.flow;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.verb.Hangup;
import java.util.Map;

/**
 * The flows in force, by name, and the opening hours of each tenant, by theirs. A checked set: {@code ivr.adapter.yaml} builds it, or says
 * everything that is wrong with it.
 */
public record Flows(Map<String, Flow> byName, Map<TenantId, Map<String, Hours>> hours) {
  public Flows {
    byName = Map.copyOf(byName);
    hours = Map.copyOf(hours);
  }

  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The flow of this name; one that ends the call as failed where there is none (any more). */
  public Flow named(String name) {
    Flow flow = byName.get(name);
    return flow != null ? flow : new Flow(name, "none", "missing", Map.of("missing", new Hangup(Ending.FAILED)));
  }
}
