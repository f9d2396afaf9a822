package io.switchboard.ivr.flow;

import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Saying;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agent goes through with a caller: steps as a flow has them, and what may come of it.
 *
 * @param title as agents see it
 * @param outcomes code → its label, in the order of the file
 */
public record Script(Flow flow, Saying.Text title, Map<String, Saying.Text> outcomes) {
  public Script {
    outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
  }

  public String name() {
    return flow.name();
  }

  /** Whether it is only a part of others, to which it returns. */
  public boolean part() {
    return flow.steps().values().stream().anyMatch(Return.class::isInstance);
  }
}
