package io.switchboard.ivr.verb;

import io.switchboard.ivr.value.Expression;
import java.util.List;
import java.util.SortedMap;

/**
 * {@code lookup}: asks a data source.
 *
 * @param lookup its name
 * @param with parameter → its value; where one has no value the source is not asked, and {@code failed} follows
 * @param secrets parameter → the secret variable that it takes; the digits are forgotten afterwards
 * @param into variable → the name of what the lookup gives
 * @param found something was found
 * @param nothing the source says that there is nothing
 * @param failed the source gave no answer that could be used in time
 */
public record LookUp(
    String lookup, SortedMap<String, Expression> with, SortedMap<String, String> secrets, SortedMap<String, String> into, String found,
    String nothing, String failed) implements Step {
  public static final String VERB = "lookup";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        Branch.on("/lookup/found", found), Branch.on("/lookup/nothing", nothing), Branch.on("/lookup/failed", failed));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.look(this);
  }
}
