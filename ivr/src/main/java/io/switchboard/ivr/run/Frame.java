package io.switchboard.ivr.run;

import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A caller in one flow, which another may have called.
 *
 * @param step where he is; empty before the first, or where a changed flow no longer has it
 * @param values variable → what is known
 * @param visits step → how often he came to it
 * @param secrets what was entered and not used yet
 */
public record Frame(Flow flow, String step, Map<String, Value> values, Map<String, Integer> visits, Map<String, Secret> secrets) {
  public Frame {
    values = Map.copyOf(values);
    visits = Map.copyOf(visits);
    secrets = Map.copyOf(secrets);
  }

  /** Before the first step; {@code given}: its parameters. */
  public static Frame begin(Flow flow, Map<String, Value> given) {
    return new Frame(flow, "", flow.variables().empty(), Map.of(), Map.of()).knowing(given);
  }

  /** As facts tell of it, in this flow; before its first step where it has no such step any more. {@code values} as facts write them. */
  public static Frame again(Flow flow, String step, Map<String, String> values, Map<String, Integer> visits) {
    Map<String, Value> known = flow.variables().empty();
    flow.variables().types().forEach((name, type) ->
        Optional.ofNullable(values.get(name)).flatMap(type::read).ifPresent(value -> known.put(name, value)));
    return new Frame(flow, flow.steps().containsKey(step) ? step : "", known, visits, Map.of());
  }

  public Frame at(String now) {
    return new Frame(flow, now, values, visits, secrets);
  }

  public Frame visiting(String now) {
    Map<String, Integer> more = new HashMap<>(visits);
    more.merge(now, 1, Integer::sum);
    return new Frame(flow, step, values, more, secrets);
  }

  public Frame knowing(Map<String, Value> newer) {
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
