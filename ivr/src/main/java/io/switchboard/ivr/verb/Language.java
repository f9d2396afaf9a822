package io.switchboard.ivr.verb;

import java.util.List;

/** {@code language}: from now on the caller hears this language, also in the queue. */
public record Language(String language, String next) implements Step {
  public static final String VERB = "language";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/language/next", next));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.language(language);
    turn.go(next);
  }
}
