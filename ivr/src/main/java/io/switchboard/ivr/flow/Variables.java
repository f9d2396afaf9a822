package io.switchboard.ivr.flow;

import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a flow may remember of its caller.
 *
 * @param types variable → type, parameters included, in the order of the file
 * @param parameters those that are given by whoever calls this flow
 * @param secrets names of digits that nobody but a lookup may see
 */
public record Variables(Map<String, Type> types, Set<String> parameters, Set<String> secrets) {
  public static final Variables NONE = new Variables(Map.of(), Set.of(), Set.of());

  /** The caller's number in E.164, or "" where he withheld it. */
  public static final String NUMBER = "number";
  /** Our number that he called, in E.164. */
  public static final String CALLED = "called";
  /** The code of the language that he hears. */
  public static final String LANGUAGE = "language";

  /** What every flow knows without having declared it. */
  public static final Map<String, Type> GIVEN = Map.of(NUMBER, Type.TEXT, CALLED, Type.TEXT, LANGUAGE, Type.TEXT);

  public Variables {
    types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
    parameters = Set.copyOf(parameters);
    secrets = Set.copyOf(secrets);
  }

  /** All that an expression or a prompt may name. */
  public Map<String, Type> readable() {
    Map<String, Type> all = new HashMap<>(GIVEN);
    all.putAll(types);
    return all;
  }

  /** Before anything is known. */
  public Map<String, Value> empty() {
    Map<String, Value> values = new HashMap<>();
    types.forEach((name, type) -> values.put(name, type.empty()));
    return values;
  }
}
