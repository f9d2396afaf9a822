package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code flow}: goes through another flow, which comes back by {@code return}.
 *
 * @param flow its name
 * @param with parameter of it → value; one that has no value is empty there
 * @param into variable here → variable there that holds its value in the end
 * @param exits the word with which it returns → the step that follows
 */
public record SubFlow(String flow, SortedMap<String, Expression> with, SortedMap<String, String> into, SortedMap<String, String> exits)
    implements Step {
  public static final String VERB = "flow";
  /** So many flows may be one within the other. */
  public static final int MOST_DEEP = 8;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    exits.forEach((word, step) -> all.add(Branch.on("/flow/exits/" + word, step)));
    return all;
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.call(this);
  }
}
