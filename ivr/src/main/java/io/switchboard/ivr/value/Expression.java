package io.switchboard.ivr.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A formula over the variables of a flow, whose names and types were checked. Pure. */
public interface Expression {
  /** As its author wrote it. */
  String text();

  Type type();

  /** The variables that it names. */
  Set<String> reads();

  /**
   * Its value; empty where these values have none: division by zero, a number too large, a text that is no number.
   *
   * @param variables a value for each variable that it {@link #reads}
   */
  Optional<Value> value(Map<String, Value> variables);
}
