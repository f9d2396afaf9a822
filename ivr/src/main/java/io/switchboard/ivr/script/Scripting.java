package io.switchboard.ivr.script;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.script.Decided.Refusal;
import java.util.Map;
import java.util.Optional;

/** The kernel: what becomes of an agent in a script. Pure; the same arguments give the same decision. */
public final class Scripting {
  private final Map<TenantId, Map<String, Hours>> hours;

  /** {@code hours}: of each tenant, all that a script may name. */
  public Scripting(Map<TenantId, Map<String, Hours>> hours) {
    this.hours = Map.copyOf(hours);
  }

  public Map<TenantId, Map<String, Hours>> hours() {
    return hours;
  }

  /**
   * @throws IllegalStateException for what cannot happen unless there is a bug, or a script that the checker did not see
   */
  public Decided decide(ScriptRun run, ScriptEvent event, long nowMs) {
    Optional<Refusal> refusal = refusal(run, event);
    if (refusal.isPresent()) {
      return Decided.refused(run, refusal.get());
    }
    ScriptWalk walk = new ScriptWalk(run, hours, nowMs);
    switch (event) {
      case ScriptEvent.Begun begun -> walk.begin(begun.by());
      case ScriptEvent.Answered answered -> walk.answered(answered.answer(), answered.by());
      case ScriptEvent.Back back -> walk.back(back.by());
      case ScriptEvent.Told told -> walk.told(told.number(), told.found());
      case ScriptEvent.Resumed resumed -> walk.resumed();
      case ScriptEvent.Failed failed -> walk.breaks(failed.why());
    }
    return walk.decided();
  }

  private static Optional<Refusal> refusal(ScriptRun run, ScriptEvent event) {
    return switch (event) {
      case ScriptEvent.Answered answered -> page(run, answered.page()).or(() -> run.now().flatMap(ScriptRun.Shown::page)
          .filter(page -> Answering.value(page, answered.answer()).isEmpty()).map(Refusal.WrongAnswer::new));
      case ScriptEvent.Back back -> back(run, back.page());
      case ScriptEvent.Begun begun -> Optional.empty();
      case ScriptEvent.Told told -> Optional.empty();
      case ScriptEvent.Resumed resumed -> Optional.empty();
      case ScriptEvent.Failed failed -> Optional.empty();
    };
  }

  /** While a data source is asked no page is at hand: it was answered. */
  private static Optional<Refusal> page(ScriptRun run, int page) {
    if (run.over()) {
      return Optional.of(new Refusal.Over());
    }
    boolean same = run.now().filter(shown -> shown.number() == page).isPresent();
    return same ? Optional.empty() : Optional.of(new Refusal.AnotherPage(run.shown()));
  }

  /** Whoever waits for a data source may go back too; he names the page that he answered last. */
  private static Optional<Refusal> back(ScriptRun run, int page) {
    if (run.over()) {
      return Optional.of(new Refusal.Over());
    }
    if (run.shown() != page) {
      return Optional.of(new Refusal.AnotherPage(run.shown()));
    }
    return run.path().isEmpty() ? Optional.of(new Refusal.FirstPage()) : Optional.empty();
  }
}
