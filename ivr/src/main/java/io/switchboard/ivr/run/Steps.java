package io.switchboard.ivr.run;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.time.Hours;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.Play;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Step;
import io.switchboard.ivr.verb.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps that one decision takes: a run taken apart, changed, and put together again. It lives within one call of
 * {@link FlowRun#decide} and is never seen outside.
 */
final class Steps implements Turn {
  /** More steps at once than any checked flow has ways: who takes more goes in a circle. */
  private static final int MOST_STEPS = 10_000;

  private final Run before;
  private final Map<String, Hours> hours;
  private final long nowMs;
  private final List<Fact> facts = new ArrayList<>();
  private final List<RunEffect> effects = new ArrayList<>();
  private final List<Decision.Move> moves = new ArrayList<>();

  private RunState state;
  private String step;
  private String next = "";
  private String language;
  private int noKeys;
  private int wrongKeys;
  private String ahead;
  private int play;
  private int timer;
  /** What the menu is to say; said only if no key pressed ahead answers it. */
  private List<Saying> question = List.of();

  Steps(Run run, Map<String, Hours> hours, long nowMs) {
    this.before = run;
    this.hours = hours;
    this.nowMs = nowMs;
    state = run.state();
    step = run.step();
    language = run.language();
    noKeys = run.noKeys();
    wrongKeys = run.wrongKeys();
    ahead = run.ahead();
    play = run.play();
    timer = run.timer();
  }

  Decision decision() {
    int taken = 0;
    while (!next.isEmpty() || (!question.isEmpty() && !ahead.isEmpty())) {
      if (++taken > MOST_STEPS) {
        throw new IllegalStateException("flow " + before.flow().name() + " goes round in a circle at step " + step);
      }
      if (!next.isEmpty()) {
        enter();
      } else {
        answer(takeAhead());
      }
    }
    if (!question.isEmpty()) {
      say(question);
    }
    tidy();
    Run after = new Run(before.caller(), before.flow(), state, step, language, noKeys, wrongKeys, ahead, play, timer);
    return new Decision(after, List.copyOf(facts), List.copyOf(effects), List.copyOf(moves));
  }

  /** Stops what the last state had begun and the new one does not need. */
  private void tidy() {
    if (before.state() == RunState.LISTENING && timer == before.timer() && state != RunState.LISTENING) {
      effects.addFirst(new RunEffect.StopTimer());
    }
    boolean mayPlay = before.state() == RunState.SPEAKING || before.state() == RunState.ASKING;
    if (mayPlay && (state == RunState.QUEUED || state == RunState.CONNECTED)) {
      effects.addFirst(new RunEffect.Stop());
    }
  }

  /** Takes one transition; false where the table ignores it. */
  boolean move(RunTrigger trigger) {
    RunState to = RunTable.TABLE.next(state, trigger);
    boolean moved = RunTable.TABLE.moves(state, trigger);
    if (moved) {
      moves.add(new Decision.Move(step, state, trigger, to));
      state = to;
    }
    return moved;
  }

  // --- what happens

  void key(char key) {
    if (state == RunState.ASKING || state == RunState.LISTENING) {
      answer(key);
      return;
    }
    if (state == RunState.QUEUED && queueStep().map(enqueue -> enqueue.keys().containsKey(key)).orElse(false)) {
      move(RunTrigger.KEY_LEAVES);
      effects.add(new RunEffect.LeaveQueue(queue(at(Enqueue.class)), String.valueOf(key)));
      return;
    }
    RunState was = state;
    if (move(RunTrigger.KEY_KEPT)) {
      keep(key);
      if (was == RunState.SPEAKING) {
        go(at(Play.class).next());
      }
    }
  }

  private void keep(char key) {
    if (ahead.length() < Run.MOST_AHEAD) {
      ahead += key;
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
    boolean plays = was == RunState.SPEAKING || was == RunState.ASKING;
    if (!plays || ended != play) {
      move(RunTrigger.STALE);
      return;
    }
    move(RunTrigger.PLAY_ENDED);
    if (was == RunState.SPEAKING) {
      go(at(Play.class).next());
    } else {
      effects.add(new RunEffect.StartTimer(++timer, nowMs + at(Menu.class).timeoutMs()));
    }
  }

  void timedOut(int due) {
    if (state != RunState.LISTENING || due != timer) {
      move(RunTrigger.STALE);
      return;
    }
    fact("no_key");
    askAgain(at(Menu.class), at(Menu.class).noKey(), ++noKeys, RunTrigger.TIMED_OUT);
  }

  private void answer(char key) {
    Menu menu = at(Menu.class);
    String to = menu.keys().get(key);
    question = List.of();
    if (to != null) {
      fact(String.valueOf(key));
      move(RunTrigger.KEY_FITS);
      go(to);
    } else {
      fact("wrong_key");
      askAgain(menu, menu.wrongKey(), ++wrongKeys, RunTrigger.KEY_WRONG);
    }
  }

  private void askAgain(Menu menu, Menu.Retry retry, int failures, RunTrigger again) {
    if (retry.again(failures)) {
      move(again);
      question = new ArrayList<>(List.of(retry.say()));
      question.addAll(menu.prompts());
    } else {
      move(RunTrigger.GAVE_UP);
      go(retry.then());
    }
  }

  private void fact(String answer) {
    facts.add(new Fact.MenuAnswered(nowMs, before.caller().tenant(), before.caller().call(), step, answer));
  }

  void refused(QueueId queue, QueueRefusal reason) {
    if (isElsewhere(queue)) {
      move(RunTrigger.STALE);
    } else if (move(RunTrigger.REFUSED)) {
      go(queueStep().map(enqueue -> enqueue.refused(reason)).orElse(before.flow().first()));
    }
  }

  void left(QueueId queue, QueueExit exit, String key, String rule) {
    if (isElsewhere(queue)) {
      move(RunTrigger.STALE);
    } else if (exit == QueueExit.ABANDONED || exit == QueueExit.UNSEEN) {
      move(RunTrigger.CALLER_GONE);
    } else if (move(RunTrigger.LEFT_QUEUE)) {
      forgetKeys();
      go(queueStep().map(enqueue -> enqueue.left(exit, key, rule)).orElse(before.flow().first()));
    }
  }

  private void enter() {
    step = next;
    next = "";
    facts.add(new Fact.StepEntered(
        nowMs, before.caller().tenant(), before.caller().call(), before.flow().name(), before.flow().version(), step));
    before.flow().step(step).enter(this);
    if (state == RunState.STEPPING) {
      move(RunTrigger.PASSES);
    }
  }

  private <S extends Step> S at(Class<S> verb) {
    return verb.cast(before.flow().step(step));
  }

  private boolean isElsewhere(QueueId queue) {
    return queueStep().map(enqueue -> !queue(enqueue).equals(queue)).orElse(false);
  }

  /** The step that handed the caller to his queue; empty where a changed flow, after a restart, no longer has it. */
  private Optional<Enqueue> queueStep() {
    return step.isEmpty() || !(before.flow().step(step) instanceof Enqueue enqueue) ? Optional.empty() : Optional.of(enqueue);
  }

  private QueueId queue(Enqueue enqueue) {
    return new QueueId(before.caller().tenant(), enqueue.queue());
  }

  private void say(List<Saying> sayings) {
    effects.add(new RunEffect.Play(++play, List.copyOf(sayings), language));
  }

  // --- what a step can do

  @Override
  public void go(String to) {
    next = to;
  }

  @Override
  public void play(Play entered) {
    if (!ahead.isEmpty() && before.flow().asksAfter(step)) {
      go(entered.next()); // a key pressed ahead cuts it before it begins
    } else {
      move(RunTrigger.PLAYS);
      say(entered.prompts());
    }
  }

  @Override
  public void ask(Menu menu) {
    noKeys = 0;
    wrongKeys = 0;
    move(RunTrigger.ASKS);
    question = menu.prompts();
  }

  @Override
  public void enqueue(Enqueue entered) {
    move(RunTrigger.QUEUES);
    effects.add(new RunEffect.Enqueue(queue(entered), entered.wish()));
  }

  @Override
  public void end(Ending ending) {
    move(RunTrigger.ENDS);
    effects.add(new RunEffect.End(ending));
  }

  @Override
  public void speak(String chosen) {
    language = chosen;
    facts.add(new Fact.LanguageChosen(nowMs, before.caller().tenant(), before.caller().call(), chosen));
  }

  @Override
  public boolean open(String name) {
    Hours named = hours.get(name);
    if (named == null) {
      throw new IllegalStateException("no opening hours are named '" + name + "'");
    }
    return named.openAt(nowMs);
  }
}
