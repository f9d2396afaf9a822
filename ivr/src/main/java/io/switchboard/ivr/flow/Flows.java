package io.switchboard.ivr.flow;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.prompt.Prompt;
import io.switchboard.ivr.verb.Hangup;
import io.switchboard.ivr.verb.Saying;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flows of one release, by name, and the opening hours of each tenant, by theirs. A checked set: {@code ivr.adapter.yaml} builds it, or says
 * everything that is wrong with it.
 *
 * @param release the number under which they were published; 0: they were not
 */
public record Flows(Map<String, Flow> byName, Map<TenantId, Map<String, Hours>> hours, int release) {
  public Flows {
    byName = Map.copyOf(byName);
    hours = Map.copyOf(hours);
  }

  /** Not published. */
  public Flows(Map<String, Flow> byName, Map<TenantId, Map<String, Hours>> hours) {
    this(byName, hours, 0);
  }

  /** The same, published under this number. */
  public Flows released(int number) {
    return new Flows(byName, hours, number);
  }

  /** The texts that stand in flows, as prompts {@code flow/step} in each language. */
  public List<Prompt> texts() {
    List<Prompt> all = new ArrayList<>();
    byName.forEach((name, flow) -> flow.steps().forEach((at, step) -> step.says().forEach(spoken -> {
      if (spoken.saying() instanceof Saying.Text text) {
        text.byLanguage().forEach((language, words) -> all.add(new Prompt(language, name + "/" + at, words, Optional.empty())));
      }
    })));
    return all;
  }

  /** The hours of each tenant, and from {@code older} what is not here any more: who is on an older version may come to a step that names it. */
  public Map<TenantId, Map<String, Hours>> hoursBeside(Map<TenantId, Map<String, Hours>> older) {
    Map<TenantId, Map<String, Hours>> all = new HashMap<>(older);
    hours.forEach((tenant, plans) -> all.merge(tenant, plans, (old, now) -> {
      Map<String, Hours> both = new HashMap<>(old);
      both.putAll(now);
      return both;
    }));
    return all;
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
