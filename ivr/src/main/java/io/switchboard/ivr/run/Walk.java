package io.switchboard.ivr.run;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Speaking;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that one decision takes: a run taken apart, changed, and put together again. It lives within one call of
 * {@link FlowRun#decide} and is never seen outside. What a kind of step does stands beside it: {@link CallersTurn}, {@link Questions},
 * {@link Inquiries}, {@link Errands}.
 */
final class Walk {
  /** More steps at once than any checked flow has ways: who takes more goes in a circle. */
  private static final int MOST_STEPS = 10_000;

  private final Run before;
  private final Map<TenantId, Map<String, Hours>> hours;
  private final long nowMs;
  private final List<Fact> facts = new ArrayList<>();
  private final List<RunEffect> effects = new ArrayList<>();
  private final List<Decision.Move> moves = new ArrayList<>();

  private final Frames frames;
  private RunState state;
  private String next = "";
  /** The step that comes next is gone on with after a gap: it is not a new one. */
  private boolean again;
  private String language;
  private String ahead;
  private int play;
  private int timer;
  private int entered;
  private Requests requests;
  private @Nullable Talk talk;

  private final Turn turn = new CallersTurn(this);
  private final Questions questions;
  private final Inquiries inquiries;
  private final Errands errands;

  Walk(Run run, Map<TenantId, Map<String, Hours>> hours, Outward outward, long nowMs) {
    this.before = run;
    this.hours = hours;
    this.nowMs = nowMs;
    frames = new Frames(run.flows(), run.frames());
    state = run.state();
    language = run.language();
    ahead = run.ahead();
    play = run.play();
    timer = run.timer();
    entered = run.entered();
    requests = run.requests();
    talk = run.talk();
    questions = new Questions(this, run.question());
    inquiries = new Inquiries(this);
    errands = new Errands(this, run, outward);
  }

  Decision decision() {
    int taken = 0;
    while (!next.isEmpty() || (questions.open() && !ahead.isEmpty())) {
      if (++taken > MOST_STEPS) {
        throw new IllegalStateException("flow " + flow().name() + " goes round in a circle at step " + step());
      }
      if (!next.isEmpty()) {
        enter();
      } else {
        questions.key(takeAhead());
      }
    }
    questions.put();
    tidy();
    Run after = new Run(
        before.caller(), before.flows(), frames.all(), state, language, questions.now(), ahead, play, timer, errands.last(), entered,
        requests, talk);
    return new Decision(after, List.copyOf(facts), List.copyOf(effects), List.copyOf(moves));
  }

  /** Stops what the last state had begun and the new one does not need. */
  private void tidy() {
    boolean timed = before.state() == RunState.LISTENING || before.state() == RunState.TAKING;
    if (timed && timer == before.timer() && state != before.state()) {
      effects.addFirst(new RunEffect.StopTimer());
    }
    boolean mayPlay = before.state() == RunState.SPEAKING || before.state() == RunState.ASKING
        || before.state() == RunState.GREETING;
    if (mayPlay && (state == RunState.QUEUED || state == RunState.CONNECTED)) {
      effects.addFirst(new RunEffect.Stop());
    }
  }

  /** Takes one transition; false where the table ignores it. */
  boolean move(RunTrigger trigger) {
    RunState to = RunTable.TABLE.next(state, trigger);
    boolean moved = RunTable.TABLE.moves(state, trigger);
    if (moved) {
      moves.add(new Decision.Move(step(), state, trigger, to));
      state = to;
    }
    return moved;
  }

  private void enter() {
    String to = next;
    next = "";
    if (!again) {
      Optional<String> instead = frames.visit(to);
      if (instead.isPresent()) {
        next = instead.get();
        return;
      }
      entered++;
    }
    frame(frame().at(to));
    facts.add(new Fact.StepEntered(
        nowMs, tenant(), call(), flow().name(), flow().version(), to, frames.depth(), entered, before.flows().release()));
    flow().step(to).enter(turn);
    again = false;
    if (state == RunState.STEPPING) {
      move(RunTrigger.PASSES);
    }
  }

  // --- what happens

  /** The line, or the platform, is back. */
  void resumed(int errand) {
    if (errands.goesOn(errand)) {
      return;
    }
    String here = step().isEmpty() ? first() : step();
    String onward = errands.onward(here);
    if (move(RunTrigger.RESUMED)) {
      go(onward);
      again = onward.equals(here) && !step().isEmpty();
    }
  }

  void key(char key) {
    if (questions.swallows(key)) {
      return;
    }
    switch (state) {
      case ASKING, LISTENING, TAKING -> questions.key(key);
      case GREETING -> {
        move(RunTrigger.KEY_CUTS);
        errands.record();
      }
      case QUEUED -> {
        if (!inquiries.leaves(key)) {
          keep(key);
        }
      }
      case NEW, STEPPING, SPEAKING, BOOKING, LOOKING_UP, WEIGHING, TRANSFERRING, TRANSFERRED, RECORDING, KEEPING, CONNECTED,
          ENDED -> keep(key);
    }
  }

  private void keep(char key) {
    RunState was = state;
    if (move(RunTrigger.KEY_KEPT)) {
      if (ahead.length() < Run.MOST_AHEAD) {
        ahead += key;
      }
      if (was == RunState.SPEAKING) {
        go(at(Speaking.class).next());
      }
    }
  }

  private char takeAhead() {
    char key = ahead.charAt(0);
    ahead = ahead.substring(1);
    return key;
  }

  void forgetKeys() {
    ahead = "";
  }

  void playEnded(int ended) {
    RunState was = state;
    boolean plays = was == RunState.SPEAKING || was == RunState.ASKING || was == RunState.GREETING;
    if (!plays || ended != play) {
      move(RunTrigger.STALE);
      return;
    }
    move(RunTrigger.PLAY_ENDED);
    if (was == RunState.SPEAKING) {
      go(at(Speaking.class).next());
    } else if (was == RunState.GREETING) {
      errands.record();
    } else {
      questions.heard();
    }
  }

  void timedOut(int due) {
    if ((state == RunState.LISTENING || state == RunState.TAKING) && due == timer) {
      questions.timedOut();
    } else {
      move(RunTrigger.STALE);
    }
  }

  void talks(@Nullable Talk now) {
    if (move(RunTrigger.TALKS)) {
      talk = now;
      forgetKeys();
    }
  }

  /** His last talk with an agent, or null. */
  @Nullable Talk talk() {
    return talk;
  }

  void gone() {
    boolean records = state == RunState.RECORDING;
    if (move(RunTrigger.CALLER_GONE) && records) {
      errands.keep();
    }
  }

  Questions questions() {
    return questions;
  }

  Inquiries inquiries() {
    return inquiries;
  }

  Errands errands() {
    return errands;
  }

  // --- what the parts need

  Caller caller() {
    return before.caller();
  }

  TenantId tenant() {
    return before.caller().tenant();
  }

  CallId call() {
    return before.caller().call();
  }

  long nowMs() {
    return nowMs;
  }

  boolean is(RunState which) {
    return state == which;
  }

  /** Whether the step at hand is gone on with after a gap. */
  boolean again() {
    return again;
  }

  void fact(Fact fact) {
    facts.add(fact);
  }

  void effect(RunEffect effect) {
    effects.add(effect);
  }

  /** Wakes the run after so long, if it still waits then. */
  void wakeAfter(long ms) {
    effects.add(new RunEffect.StartTimer(++timer, nowMs + ms));
  }

  /** {@code also}: what texts say beside the variables. */
  void say(List<Saying> sayings, Map<String, String> also) {
    Map<String, String> values = new HashMap<>();
    frame().values().forEach((name, value) -> values.put(name, value.text()));
    values.putAll(also);
    effects.add(new RunEffect.Play(++play, List.copyOf(sayings), language, values));
  }

  int entered() {
    return entered;
  }

  /** By which a data source knows what the step at hand asks. */
  String request() {
    return requests.of(call(), flow().name(), step());
  }

  /** {@code outcome}, as facts name it, came of what the step at hand asked. */
  void told(String outcome) {
    requests = requests.told(flow().name(), step(), outcome);
  }

  String languageNow() {
    return language;
  }

  Frame frame() {
    return frames.last();
  }

  void frame(Frame changed) {
    frames.last(changed);
  }

  Flow flow() {
    return frame().flow();
  }

  String step() {
    return frame().step();
  }

  String first() {
    return flow().first();
  }

  /** The step at hand; empty where a changed flow, after a restart, no longer has it. */
  Optional<Step> stepHere() {
    return frames.here();
  }

  <S extends Step> Optional<S> here(Class<S> verb) {
    return frames.here(verb);
  }

  <S extends Step> S at(Class<S> verb) {
    return frames.at(verb);
  }

  /** From now on the flow knows these; where they are none, nothing changes. */
  void remember(Map<String, Value> values) {
    if (!values.isEmpty()) {
      facts.add(new Fact.Learned.Remembered(nowMs, tenant(), call(), frames.depth(), frames.learn(values)));
    }
  }

  /** {@code also}: what is known beside the flow's variables. */
  Optional<Value> value(Expression expression, Map<String, Value> also) {
    return frames.value(expression, known(also));
  }

  private Map<String, Value> known(Map<String, Value> also) {
    Map<String, Value> known = new HashMap<>();
    known.put(Variables.NUMBER, new Value.Text(before.caller().number()));
    known.put(Variables.CALLED, new Value.Text(before.caller().called()));
    known.put(Variables.LANGUAGE, new Value.Text(language));
    known.putAll(also);
    return known;
  }

  Map<String, Value> values(Map<String, Expression> expressions) {
    return frames.values(expressions, known(Map.of()));
  }

  // --- where a step leads

  void go(String to) {
    next = to;
  }

  void speak(Speaking step) {
    if (!ahead.isEmpty() && flow().asksAfter(step())) {
      go(step.next()); // a key pressed ahead cuts it before it begins
    } else {
      move(RunTrigger.PLAYS);
      say(step.prompts(), Map.of());
    }
  }

  void call(SubFlow sub) {
    Map<String, Value> given = values(sub.with());
    frames.call(sub);
    remember(given);
    go(first());
  }

  void back(Return exit) {
    if (frames.depth() == 0) {
      end(Ending.FLOW_ENDED);
      return;
    }
    Frames.Back back = frames.back(exit);
    remember(back.values());
    go(back.to());
  }

  void end(Ending ending) {
    move(RunTrigger.ENDS);
    effects.add(new RunEffect.End(ending));
  }

  void language(String chosen) {
    language = chosen;
    facts.add(new Fact.LanguageChosen(nowMs, tenant(), call(), chosen));
  }

  boolean open(String name) {
    Hours named = hours.getOrDefault(tenant(), Map.of()).get(name);
    return named != null && named.openAt(nowMs);
  }
}
