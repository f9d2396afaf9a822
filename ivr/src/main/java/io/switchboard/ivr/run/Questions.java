package io.switchboard.ivr.run;

import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Asking;
import io.switchboard.ivr.verb.Collect;
import io.switchboard.ivr.verb.Entering;
import io.switchboard.ivr.verb.Entry;
import io.switchboard.ivr.verb.Menu;
import io.switchboard.ivr.verb.Retry;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The part of {@link Walk} that asks for keys and takes them. */
final class Questions {
  private static final String NO_KEY = "no_key";
  private static final String NOT_CONFIRMED = "not_confirmed";

  private final Walk walk;
  private Question now;
  /** What is to be said; it is said only if no key pressed ahead answers it. */
  private List<Saying> toSay = List.of();

  Questions(Walk walk, Question now) {
    this.walk = walk;
    this.now = now;
  }

  Question now() {
    return now;
  }

  /** Whether a key would be taken. */
  boolean open() {
    return walk.is(RunState.ASKING) || walk.is(RunState.LISTENING) || walk.is(RunState.TAKING);
  }

  /** Whether it is the end of an entry that was over already; it is one key late at most. */
  boolean swallows(char key) {
    boolean swallowed = now.spareEnd() && key == Entry.HASH;
    now = new Question(now.noKeys(), now.wrong(), now.entry(), now.confirming(), false);
    return swallowed;
  }

  void ask(Asking step) {
    now = walk.again() ? now.with("") : now.over(now.spareEnd());
    walk.move(RunTrigger.ASKS);
    toSay = step.prompts();
  }

  /** The walk ends here: what is to be said is said, and who has begun an entry is waited for. */
  void put() {
    if (!toSay.isEmpty()) {
      walk.say(toSay, confirming() ? Map.of(walk.at(Collect.class).into(), now.entry()) : Map.of());
    } else if (walk.is(RunState.TAKING)) {
      walk.wakeAfter(walk.at(Entering.class).betweenKeysMs());
    }
  }

  /** The question was heard to its end. */
  void heard() {
    walk.wakeAfter(walk.at(Asking.class).timeoutMs());
  }

  void key(char key) {
    toSay = List.of();
    switch (walk.at(Asking.class)) {
      case Menu menu -> choose(menu, key);
      case Collect collect when leads(collect, key) -> out(collect, key);
      case Collect collect when now.confirming() -> confirm(collect, key);
      case Entering entering -> enter(entering, key);
    }
  }

  void timedOut() {
    Asking step = walk.at(Asking.class);
    if (walk.is(RunState.TAKING)) {
      Entering entering = (Entering) step;
      settle(entering, entering.entry().whole(now.entry()), false);
      return;
    }
    switch (step) {
      case Menu menu -> answered(NO_KEY);
      case Entering entering -> refused(NO_KEY);
    }
    boolean confirming = now.confirming();
    String entry = now.entry();
    now = now.silent();
    again(step.noKey(), now.noKeys(), RunTrigger.TIMED_OUT, confirming ? entry : "");
  }

  // --- menus

  private void choose(Menu menu, char key) {
    String to = menu.keys().get(key);
    if (to != null) {
      answered(String.valueOf(key));
      leave(to, false);
    } else {
      answered("wrong_key");
      now = now.mistaken();
      again(menu.wrong(), now.wrong(), RunTrigger.KEY_WRONG, "");
    }
  }

  private void answered(String answer) {
    walk.fact(new Fact.MenuAnswered(walk.nowMs(), walk.tenant(), walk.call(), walk.step(), answer));
  }

  // --- entries

  /** Whether it is a key that leads out of the entry: within digits it is one of an entry. */
  private boolean leads(Collect collect, char key) {
    return collect.keys().containsKey(key) && (now.entry().isEmpty() || now.confirming());
  }

  private void out(Collect collect, char key) {
    walk.fact(new Fact.Learned.EntryLeft(walk.nowMs(), walk.tenant(), walk.call(), walk.step(), String.valueOf(key)));
    leave(Objects.requireNonNull(collect.keys().get(key)), false);
  }

  private void enter(Entering step, char key) {
    if (key == Entry.ANEW && !now.entry().isEmpty()) {
      now = now.with("");
      walk.move(RunTrigger.KEY_TAKEN);
      return;
    }
    boolean digit = key >= '0' && key <= '9';
    Entry.Verdict verdict = step.entry().by(now.entry(), key);
    if (digit) {
      now = now.with(now.entry() + key);
      walk.move(RunTrigger.KEY_TAKEN);
    }
    settle(step, verdict, digit);
  }

  /** {@code byLength}: its last digit made it whole, and a key that ends it may still follow. */
  private void settle(Entering step, Entry.Verdict verdict, boolean byLength) {
    switch (verdict) {
      case MORE -> {}
      case WRONG -> mistaken(step, "wrong_entry");
      case WHOLE -> {
        boolean spare = byLength && step.entry().end() == Entry.HASH;
        switch (step) {
          case Collect collect when !collect.confirm().isEmpty() -> {
            now = now.confirmed(spare);
            if (!walk.is(RunState.TAKING)) {
              walk.move(RunTrigger.KEY_TAKEN);
            }
            walk.move(RunTrigger.READ_BACK);
            toSay = collect.confirm();
          }
          case Collect collect -> take(collect, spare);
          case Survey survey -> score(survey, spare);
        }
      }
    }
  }

  private void confirm(Collect collect, char key) {
    if (key == Collect.YES) {
      take(collect, false);
    } else {
      mistaken(collect, NOT_CONFIRMED);
    }
  }

  private void take(Collect collect, boolean spare) {
    boolean secret = walk.flow().variables().secrets().contains(collect.into());
    walk.fact(new Fact.Learned.EntryTaken(walk.nowMs(), walk.tenant(), walk.call(), walk.step(), collect.into(), secret));
    if (secret) {
      walk.frame(walk.frame().holding(collect.into(), new Secret(now.entry())));
    } else {
      walk.remember(Map.of(collect.into(), new Value.Text(now.entry())));
    }
    leave(collect.next(), spare);
  }

  private void score(Survey survey, boolean spare) {
    Scores.score(walk, survey, Integer.parseInt(now.entry()));
    leave(survey.next(), spare);
  }

  private void mistaken(Entering step, String why) {
    refused(why);
    boolean asksAnew = why.equals(NOT_CONFIRMED);
    now = now.mistaken();
    if (asksAnew && step.wrong().again(now.wrong())) {
      walk.move(RunTrigger.KEY_WRONG);
      toSay = step.prompts();
    } else {
      again(step.wrong(), now.wrong(), RunTrigger.KEY_WRONG, "");
    }
  }

  private void refused(String why) {
    walk.fact(new Fact.Learned.EntryRefused(walk.nowMs(), walk.tenant(), walk.call(), walk.step(), why));
  }

  // --- both

  private void leave(String to, boolean spare) {
    now = now.over(spare);
    walk.move(RunTrigger.KEY_FITS);
    walk.go(to);
  }

  /** {@code readBack}: the entry that he did not confirm, which he is asked for again; empty: the question itself. */
  private void again(Retry retry, int failures, RunTrigger trigger, String readBack) {
    if (!retry.again(failures)) {
      now = now.over(false);
      walk.move(RunTrigger.GAVE_UP);
      walk.go(retry.then());
      return;
    }
    walk.move(trigger);
    toSay = new ArrayList<>(List.of(retry.say()));
    if (readBack.isEmpty()) {
      toSay.addAll(walk.at(Asking.class).prompts());
    } else {
      now = now.with(readBack).confirmed(false);
      toSay.addAll(walk.at(Collect.class).confirm());
    }
  }

  private boolean confirming() {
    return now.confirming() && walk.here(Collect.class).isPresent();
  }
}
