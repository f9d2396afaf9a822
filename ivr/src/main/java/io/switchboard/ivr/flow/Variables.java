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
 * @param given what is known without having been declared
 */
public record Variables(Map<String, Type> types, Set<String> parameters, Set<String> secrets, Map<String, Type> given) {

  /** The caller's number in E.164, or "" where he withheld it. */
  public static final String NUMBER = "number";
  /** Our number that he called, in E.164. */
  public static final String CALLED = "called";
  /** The code of the language that he hears. */
  public static final String LANGUAGE = "language";

  /** What every flow knows without having declared it. */
  public static final Map<String, Type> GIVEN = Map.of(NUMBER, Type.TEXT, CALLED, Type.TEXT, LANGUAGE, Type.TEXT);

  /** Of a script alone: the queue in which the caller was last, or "". */
  public static final String QUEUE = "queue";

  /** What every script knows without having declared it. */
  public static final Map<String, Type> GIVEN_IN_SCRIPTS =
      Map.of(NUMBER, Type.TEXT, CALLED, Type.TEXT, LANGUAGE, Type.TEXT, QUEUE, Type.TEXT);

  public static final Variables NONE = new Variables(Map.of(), Set.of(), Set.of());

  public Variables {
    types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
    parameters = Set.copyOf(parameters);
    secrets = Set.copyOf(secrets);
    given = Map.copyOf(given);
  }

  /** Of a flow. */
  public Variables(Map<String, Type> types, Set<String> parameters, Set<String> secrets) {
    this(types, parameters, secrets, GIVEN);
  }

  /** All that an expression or a prompt may name. */
  public Map<String, Type> readable() {
    Map<String, Type> all = new HashMap<>(given);
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
