package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Expression;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code set}: puts values into variables, all of them computed from what was there before. One that has no value stays as it was.
 *
 * @param values variable → its new value, of its type
 */
public record Assign(SortedMap<String, Expression> values, String next) implements Step {
  public static final String VERB = "set";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/set/next", next));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.assign(values);
    turn.go(next);
  }
}
