package io.switchboard.ivr.verb;

import io.switchboard.core.ending.Ending;
import java.util.List;
import java.util.Set;

/** {@code hangup}: ends the call for a reason. */
public record Hangup(Ending reason) implements Step {
  public static final String VERB = "hangup";

  /** The endings that a flow may give; the others are what callers and agents do. */
  public static final Set<Ending> REASONS =
      Set.of(
          Ending.FLOW_ENDED, Ending.UNKNOWN_NUMBER, Ending.BUSY, Ending.CLOSED, Ending.EMERGENCY, Ending.NO_AGENTS, Ending.TRANSFERRED,
          Ending.CALLBACK_BOOKED);

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
    turn.end(reason);
  }
}
