package io.switchboard.ivr.verb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code choose}: the agent chooses one of several answers, each of which leads somewhere.
 *
 * @param choices by name, in the order of the file
 * @param into the variable that holds the name of the choice; empty: none does
 */
public record Choose(Saying.Text text, Map<String, Choice> choices, String into) implements Page {
  public static final String VERB = "choose";

  public Choose {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /** {@code label}: what stands on the button. */
  public record Choice(Saying.Text label, String then) {}

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    choices.forEach((name, choice) -> all.add(Branch.key("/choose/choices/" + name + "/then", choice.then())));
    return all;
  }

  @Override
  public List<Spoken> says() {
    List<Spoken> all = new ArrayList<>(Page.super.says());
    choices.forEach((name, choice) -> all.add(new Spoken("/choose/choices/" + name + "/label", choice.label())));
    return all;
  }
}
