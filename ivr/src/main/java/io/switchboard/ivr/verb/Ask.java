package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code ask}: the agent asks his customer something and enters the answer.
 *
 * @param optional he may leave it empty
 * @param into the variable that holds the answer; empty where there is none
 */
public record Ask(Saying.Text text, Answers answers, boolean optional, String into, String next) implements Page {
  public static final String VERB = "ask";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/ask/next", next));
  }
}
