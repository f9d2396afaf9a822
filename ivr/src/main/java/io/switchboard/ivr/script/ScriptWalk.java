package io.switchboard.ivr.script;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Fact.Scripted;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.run.Frame;
import io.switchboard.ivr.run.Frames;
import io.switchboard.ivr.script.ScriptRun.End;
import io.switchboard.ivr.script.ScriptRun.Shown;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Outcome;
import io.switchboard.ivr.verb.Page;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.SubFlow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that one decision takes, as {@code ivr.run.Walk} takes those of a caller. It lives within one call of {@link Scripting#decide}. */
final class ScriptWalk extends WithoutTelephone {
  /** More steps at once than any checked script has ways: who takes more goes in a circle. */
  private static final int MOST_STEPS = 10_000;

  private final ScriptRun before;
  private final Map<TenantId, Map<String, Hours>> hours;
  private final long nowMs;
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final List<Decided.Move> moves = new ArrayList<>();
  private Optional<Decided.Look> look = Optional.empty();

  private Frames frames;
  private ScriptState state;
  private final List<Shown> pages;
  private int shown;
  private int asked;
  private Optional<End> end;
  private String next = "";
  private String by;

  ScriptWalk(ScriptRun run, Map<TenantId, Map<String, Hours>> hours, long nowMs) {
    this.before = run;
    this.hours = hours;
    this.nowMs = nowMs;
    frames = new Frames(run.scripts().flows(), run.frames());
    state = run.state();
    pages = new ArrayList<>(run.pages());
    shown = run.shown();
    asked = run.asked();
    end = run.end();
    by = run.by();
  }

  Decided decided() {
    int taken = 0;
    while (!next.isEmpty()) {
      if (++taken > MOST_STEPS) {
        throw new IllegalStateException("script " + frames.flow().name() + " goes round in a circle at step " + frames.step());
      }
      enter();
    }
    ScriptRun after = new ScriptRun(
        before.id(), before.contact(), before.scripts(), before.name(), state, pages, frames.all(), shown, asked, by, end);
    return new Decided(after, List.copyOf(facts), look, List.copyOf(steps), List.copyOf(moves), Optional.empty());
  }

  private void enter() {
    String to = next;
    Optional<String> instead = frames.visit(to);
    next = instead.orElse("");
    if (instead.isEmpty()) {
      frames.last(frames.last().at(to));
      steps.add(frames.flow().name() + "/" + to);
      frames.flow().step(to).enter(this);
      if (state == ScriptState.STEPPING) {
        move(ScriptTrigger.PASSES);
      }
    }
  }

  private boolean move(ScriptTrigger trigger) {
    ScriptState to = ScriptTable.TABLE.next(state, trigger);
    boolean moved = ScriptTable.TABLE.moves(state, trigger);
    if (moved) {
      moves.add(new Decided.Move(frames.step(), state, trigger, to));
      state = to;
    }
    return moved;
  }

  // --- what happens

  void begin(String who) {
    by = who;
    move(ScriptTrigger.BEGUN);
    facts.add(new Scripted.ScriptBegun(nowMs, tenant(), call(), run(), before.name(), frames.flow().version(), by));
    go(frames.first());
  }

  /** It was looked at: it answers the page at hand. */
  void answered(String answer, String who) {
    by = who;
    Shown page = pages.getLast();
    Answering.Right right = page.page().flatMap(at -> Answering.value(at, answer)).orElseThrow();
    move(ScriptTrigger.ANSWERED);
    String step = frames.flow().name() + "/" + frames.step();
    facts.add(new Scripted.PageAnswered(nowMs, tenant(), call(), run(), page.number(), step, right.written(), by));
    if (!right.note().isEmpty()) {
      facts.add(new Scripted.NoteWritten(nowMs, tenant(), call(), run(), page.number(), right.note(), by));
    }
    pages.set(pages.size() - 1, page.answered(right.note().isEmpty() ? right.written() : right.note()));
    frames.learn(right.learned());
    go(right.next());
  }

  /** The page answered last is shown anew, as things stood then. */
  void back(String who) {
    by = who;
    move(ScriptTrigger.TAKEN_BACK);
    pages.removeIf(page -> page.answer().isEmpty());
    Shown last = pages.removeLast();
    facts.add(new Scripted.AnswersTakenBack(nowMs, tenant(), call(), run(), last.number(), by));
    frames = new Frames(before.scripts().flows(), last.frames());
    if (frames.here(Page.class).isPresent()) {
      show();
    } else {
      go(frames.first()); // the script has changed over a restart
    }
  }

  void told(int number, Found found) {
    if (number != asked || state != ScriptState.LOOKING_UP) {
      move(ScriptTrigger.STALE);
      return;
    }
    move(ScriptTrigger.TOLD);
    over(frames.at(LookUp.class), found);
  }

  void resumed() {
    boolean there = frames.here().filter(state == ScriptState.SHOWING ? Page.class::isInstance : LookUp.class::isInstance).isPresent();
    if (before.over() || there && !move(ScriptTrigger.RESUMED)) {
      return;
    }
    if (there) {
      asked--; // the same question again
      look(frames.at(LookUp.class));
    } else {
      move(ScriptTrigger.STEP_GONE);
      pages.removeIf(page -> page.answer().isEmpty());
      go(frames.first());
    }
  }

  void breaks(String why) {
    if (move(ScriptTrigger.BREAKS)) {
      next = "";
      pages.removeIf(page -> page.answer().isEmpty());
      end = Optional.of(new End.Broken(why));
      facts.add(new Scripted.ScriptBroken(nowMs, tenant(), call(), run(), why));
    }
  }

  // --- what a step can do

  @Override
  public void go(String step) {
    next = step;
  }

  @Override
  public void show(Page page) {
    show();
  }

  private void show() {
    if (pages.size() == ScriptRun.MOST_PAGES) {
      breaks("more than " + ScriptRun.MOST_PAGES + " pages");
      return;
    }
    move(ScriptTrigger.SHOWS);
    pages.add(new Shown(++shown, frames.all(), Optional.empty()));
    facts.add(new Scripted.PageShown(nowMs, tenant(), call(), run(), shown, places()));
  }

  @Override
  public void look(LookUp step) {
    Map<String, Value> values = frames.values(step.with(), known());
    asked++;
    move(ScriptTrigger.LOOKS);
    facts.add(new Scripted.ScriptAsked(nowMs, tenant(), call(), run(), step.lookup(), asked, places()));
    if (values.size() < step.with().size()) {
      move(ScriptTrigger.TOLD);
      over(step, new Found.Failed("a parameter has no value"));
    } else {
      look = Optional.of(new Decided.Look(asked, step.lookup(), new Lookups.Asked(run() + "." + asked, values, Map.of())));
    }
  }

  private void over(LookUp step, Found found) {
    String why = found instanceof Found.Failed failed ? failed.why() : "";
    facts.add(new Scripted.ScriptTold(nowMs, tenant(), call(), run(), step.lookup(), asked, Frames.outcome(found), why));
    Frames.Back back = Frames.after(step, found);
    frames.learn(back.values());
    go(back.to());
  }

  @Override
  public void call(SubFlow sub) {
    Map<String, Value> given = frames.values(sub.with(), known());
    frames.call(sub);
    frames.learn(given);
    go(frames.first());
  }

  @Override
  public void back(Return exit) {
    if (frames.depth() == 0) {
      breaks("'" + frames.flow().name() + "' is only a part of other scripts");
      return;
    }
    Frames.Back back = frames.back(exit);
    frames.learn(back.values());
    go(back.to());
  }

  @Override
  public void outcome(Outcome outcome) {
    move(ScriptTrigger.ENDS);
    String script = frames.flow().name();
    end = Optional.of(new End.Reached(script, outcome.code()));
    facts.add(new Scripted.OutcomeReached(nowMs, tenant(), call(), run(), script, outcome.code(), by));
  }

  /** A script of this name is gone. */
  @Override
  public void end(Ending ending) {
    breaks("there is no script '" + frames.flow().name() + "' any more");
  }

  @Override
  public void assign(Map<String, Expression> values) {
    frames.learn(frames.values(values, known()));
  }

  @Override
  public boolean holds(Expression condition) {
    return frames.value(condition, known()).equals(Optional.of(new Value.Flag(true)));
  }

  @Override
  public boolean open(String name) {
    Hours named = hours.getOrDefault(tenant(), Map.of()).get(name);
    return named != null && named.openAt(nowMs);
  }

  // --- what they are made of

  private Map<String, Value> known() {
    Contact contact = before.contact();
    return Map.of(
        Variables.NUMBER, new Value.Text(contact.number()), Variables.CALLED, new Value.Text(contact.called()),
        Variables.LANGUAGE, new Value.Text(contact.language()), Variables.QUEUE, new Value.Text(contact.queue()));
  }

  private List<Fact.Place> places() {
    List<Fact.Place> places = new ArrayList<>();
    for (Frame frame : frames.all()) {
      Map<String, String> values = new HashMap<>();
      frame.values().forEach((name, value) -> values.put(name, value.text()));
      places.add(new Fact.Place(frame.flow().name(), frame.step(), values, frame.visits()));
    }
    return List.copyOf(places);
  }

  private TenantId tenant() {
    return before.contact().tenant();
  }

  private CallId call() {
    return before.contact().call();
  }

  private String run() {
    return before.id();
  }
}
