package io.switchboard.ivr.verb;

import java.util.List;

/** {@code show}: what the agent tells his customer, or should know. */
public record Show(Saying.Text text, String next) implements Page {
  public static final String VERB = "show";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/show/next", next));
  }
}
