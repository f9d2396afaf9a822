package io.switchboard.ivr.run;

import io.switchboard.core.journal.Fact;
import java.util.List;

/**
 * What came of an event.
 *
 * @param facts to be durable before the effects leave
 * @param moves the transitions, in order, for the log
 */
public record Decision(Run run, List<Fact> facts, List<RunEffect> effects, List<Move> moves) {
  /** One transition; {@code step} is where the caller was. */
  public record Move(String step, RunState from, RunTrigger trigger, RunState to) {
    @Override
    public String toString() {
      return from + " -" + trigger + "-> " + to + (step.isEmpty() ? "" : " (" + step + ")");
    }
  }
}
