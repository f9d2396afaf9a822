package io.switchboard.ivr.verb;

import java.util.List;

/**
 * {@code hours}: goes one way while the named hours of the caller's tenant are open, and another while they are closed, or where he has none
 * of this name.
 */
public record OpeningHours(String hours, String open, String closed) implements Step {
  public static final String VERB = "hours";

  @Override
  public String verb() {
    return VERB;
  }

  @Override
  public List<Branch> branches() {
    return List.of(Branch.on("/hours/open", open), Branch.on("/hours/closed", closed));
  }

  @Override
  public List<Spoken> says() {
    return List.of();
  }

  @Override
  public void enter(Turn turn) {
    turn.go(turn.open(hours) ? open : closed);
  }
}
