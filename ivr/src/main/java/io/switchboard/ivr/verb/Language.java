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
    return List.of(new Branch("/language/next", next, false));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.speak(language);
    turn.go(next);
  }
}
