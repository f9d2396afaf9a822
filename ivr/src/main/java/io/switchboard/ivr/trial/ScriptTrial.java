package io.switchboard.ivr.trial;

import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.ivr.flow.Script;
import io.switchboard.ivr.flow.Scripts;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.run.Frame;
import io.switchboard.ivr.script.Contact;
import io.switchboard.ivr.script.Decided;
import io.switchboard.ivr.script.Refusals;
import io.switchboard.ivr.script.ScriptEvent;
import io.switchboard.ivr.script.ScriptRun;
import io.switchboard.ivr.script.Scripting;
import io.switchboard.ivr.script.Views;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One agent in one script, page by page, by the kernel that runs real ones. For one thread. */
public final class ScriptTrial {
  private static final String AGENT = "agent";

  private final Scripting kernel;
  private final String reads;
  private final long nowMs;
  private final Set<String> steps = new HashSet<>();
  private ScriptRun run;
  private Optional<Decided.Look> look = Optional.empty();

  /**
   * Begins.
   *
   * @param reads the language that the agent reads
   * @param nowMs the time, in milliseconds since the epoch
   */
  public ScriptTrial(Scripts scripts, Script script, Contact contact, String reads, long nowMs) {
    this.kernel = new Scripting(scripts.flows().hours());
    this.reads = reads;
    this.nowMs = nowMs;
    this.run = ScriptRun.fresh("trial-1", contact, scripts, script);
    tell(new ScriptEvent.Begun(AGENT));
  }

  /** As the agent sees it. */
  public ScriptRequest.Run view() {
    return Views.of(run, reads);
  }

  /** The question to a data source that is open. */
  public Optional<Decided.Look> look() {
    return look;
  }

  public void found(Found found) {
    tell(new ScriptEvent.Told(run.asked(), found));
  }

  /** Empty: taken; else what would be right. */
  public Optional<String> answer(String answer) {
    return tell(new ScriptEvent.Answered(run.shown(), answer, AGENT));
  }

  /** Empty: done. */
  public Optional<String> back() {
    return tell(new ScriptEvent.Back(run.shown(), AGENT));
  }

  /** Where he is: {@code script/step}. */
  public String at() {
    Frame frame = run.frames().getLast();
    return frame.flow().name() + "/" + frame.step();
  }

  /** Every step that he came to. */
  public Set<String> steps() {
    return Set.copyOf(steps);
  }

  /** What the script at hand knows, as facts write it. */
  public Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    run.frames().getLast().values().forEach((name, value) -> known.put(name, value.text()));
    return known;
  }

  private Optional<String> tell(ScriptEvent event) {
    Decided decided = kernel.decide(run, event, nowMs);
    if (decided.refused().isPresent()) {
      return decided.refused().map(why -> why + " " + Refusals.of(why, run, reads).about());
    }
    run = decided.run();
    look = decided.look();
    steps.addAll(decided.steps());
    return Optional.empty();
  }
}
