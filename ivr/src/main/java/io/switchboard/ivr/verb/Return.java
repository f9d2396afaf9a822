package io.switchboard.ivr.verb;

import java.util.List;

/** {@code return}: goes back to the flow that called this one; where none did, the call is over. {@code as}: the word for how it went. */
public record Return(String as) implements Step {
  public static final String VERB = "return";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of();
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.back(this);
  }
}
