package io.switchboard.ivr.script;

import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.verb.Page;
import java.util.List;
import java.util.Optional;

/**
 * What came of an event.
 *
 * @param facts to be durable before anybody is told
 * @param look what to look up then
 * @param steps that were entered, written {@code script/step}
 * @param moves the transitions, in order, for the log
 * @param refused why nothing came of it
 */
public record Decided(
    ScriptRun run, List<Fact> facts, Optional<Look> look, List<String> steps, List<Move> moves, Optional<Refusal> refused) {
  /** {@code number} comes back with what is found. */
  public record Look(int number, String lookup, Lookups.Asked asked) {}

  /** One transition; {@code step} is where the agent was. */
  public record Move(String step, ScriptState from, ScriptTrigger trigger, ScriptState to) {
    @Override
    public String toString() {
      return from + " -" + trigger + "-> " + to + (step.isEmpty() ? "" : " (" + step + ")");
    }
  }

  /** Why an agent's answer is not taken. */
  public sealed interface Refusal {
    /** Another page is at hand than the one that he saw: it was answered before, or gone back from. */
    record AnotherPage(int now) implements Refusal {}

    /** It is no answer to this page. */
    record WrongAnswer(Page page) implements Refusal {}

    /** There is no page before the first. */
    record FirstPage() implements Refusal {}

    /** The run is over. */
    record Over() implements Refusal {}
  }

  static Decided refused(ScriptRun run, Refusal why) {
    return new Decided(run, List.of(), Optional.empty(), List.of(), List.of(), Optional.of(why));
  }
}
