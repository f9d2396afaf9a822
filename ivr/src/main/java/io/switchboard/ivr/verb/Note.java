package io.switchboard.ivr.verb;

import java.util.List;

/** {@code note}: the agent writes what is kept with the interaction. {@code optional}: he may write nothing. */
public record Note(Saying.Text text, boolean optional, String next) implements Page {
  public static final String VERB = "note";
  /** Characters. */
  public static final int MOST = 4_000;

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/note/next", next));
  }
}
