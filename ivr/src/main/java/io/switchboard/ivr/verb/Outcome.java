package io.switchboard.ivr.verb;

import java.util.List;

/** {@code outcome}: the script is over, with this of its outcomes. */
public record Outcome(String code) implements Step {
  public static final String VERB = "outcome";

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
    turn.outcome(this);
  }
}
