package io.switchboard.ivr.run;

import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * A caller in one flow, which another may have called.
 *
 * @param step where he is; empty before the first, or where a changed flow no longer has it
 * @param values variable → what is known
 * @param visits step → how often he came to it
 * @param secrets what was entered and not used yet
 */
record Frame(Flow flow, String step, Map<String, Value> values, Map<String, Integer> visits, Map<String, Secret> secrets) {
  Frame {
    values = Map.copyOf(values);
    visits = Map.copyOf(visits);
    secrets = Map.copyOf(secrets);
  }

  /** Before the first step; {@code given}: its parameters. */
  static Frame begin(Flow flow, Map<String, Value> given) {
    return new Frame(flow, "", flow.variables().empty(), Map.of(), Map.of()).knowing(given);
  }

  Frame at(String now) {
    return new Frame(flow, now, values, visits, secrets);
  }

  Frame visiting(String now) {
    Map<String, Integer> more = new HashMap<>(visits);
    more.merge(now, 1, Integer::sum);
    return new Frame(flow, step, values, more, secrets);
  }

  Frame knowing(Map<String, Value> newer) {
    Map<String, Value> all = new HashMap<>(values);
    all.putAll(newer);
    return new Frame(flow, step, all, visits, secrets);
  }

  Frame holding(String name, Secret secret) {
    Map<String, Secret> all = new HashMap<>(secrets);
    all.put(name, secret);
    return new Frame(flow, step, values, visits, all);
  }

  Frame withoutSecrets() {
    return new Frame(flow, step, values, visits, Map.of());
  }
}
