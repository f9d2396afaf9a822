package io.switchboard.ivr.script;

import io.switchboard.core.signal.ScriptRequest.Outcome;
import io.switchboard.core.signal.ScriptRequest.Reason;

/** Refusals as the API knows them. */
public final class Refusals {
  private Refusals() {}

  /** {@code language}: of who reads it. */
  public static Outcome.Refused of(Decided.Refusal why, ScriptRun run, String language) {
    return switch (why) {
      case Decided.Refusal.AnotherPage another -> new Outcome.Refused(Reason.ANOTHER_PAGE, Integer.toString(another.now()));
      case Decided.Refusal.WrongAnswer wrong -> new Outcome.Refused(Reason.WRONG_ANSWER, new Wanted(language).of(wrong.page()));
      case Decided.Refusal.FirstPage first -> new Outcome.Refused(Reason.FIRST_PAGE, "");
      case Decided.Refusal.Over over -> new Outcome.Refused(Reason.SCRIPT_OVER, run.name());
    };
  }
}
