package io.switchboard.ivr.run;

import io.switchboard.core.ending.Ending;
import io.switchboard.ivr.value.Expression;
import io.switchboard.ivr.verb.Asking;
import io.switchboard.ivr.verb.Callback;
import io.switchboard.ivr.verb.Enqueue;
import io.switchboard.ivr.verb.LookUp;
import io.switchboard.ivr.verb.Recording;
import io.switchboard.ivr.verb.Return;
import io.switchboard.ivr.verb.Speaking;
import io.switchboard.ivr.verb.SubFlow;
import io.switchboard.ivr.verb.ToAgent;
import io.switchboard.ivr.verb.Transfer;
import io.switchboard.ivr.verb.Turn;
import io.switchboard.ivr.verb.Voicemail;
import io.switchboard.ivr.verb.WaitCondition;
import java.util.Map;

/** What a step does with a caller: each deed is done by the part of the walk that knows how. */
record CallersTurn(Walk walk) implements Turn {
  @Override
  public void go(String step) {
    walk.go(step);
  }

  @Override
  public void speak(Speaking step) {
    walk.speak(step);
  }

  @Override
  public void ask(Asking step) {
    walk.questions().ask(step);
  }

  @Override
  public void enqueue(Enqueue step) {
    walk.inquiries().enqueue(step);
  }

  @Override
  public void weigh(WaitCondition step) {
    walk.inquiries().weigh(step);
  }

  @Override
  public void callback(Callback step) {
    walk.inquiries().callback(step);
  }

  @Override
  public void look(LookUp step) {
    walk.inquiries().look(step);
  }

  @Override
  public void transfer(Transfer step) {
    walk.errands().transfer(step);
  }

  @Override
  public void transfer(ToAgent step) {
    walk.inquiries().ring(step);
  }

  @Override
  public void voicemail(Voicemail step) {
    walk.errands().greet(step.prompts());
  }

  @Override
  public void record(Recording step) {
    walk.errands().greet(step.prompts());
  }

  @Override
  public void call(SubFlow step) {
    walk.call(step);
  }

  @Override
  public void back(Return step) {
    walk.back(step);
  }

  @Override
  public void end(Ending ending) {
    walk.end(ending);
  }

  @Override
  public void language(String chosen) {
    walk.language(chosen);
  }

  @Override
  public void assign(Map<String, Expression> values) {
    walk.remember(walk.values(values));
  }

  @Override
  public boolean holds(Expression condition) {
    return walk.inquiries().holds(condition, Map.of());
  }

  @Override
  public boolean open(String hours) {
    return walk.open(hours);
  }
}
