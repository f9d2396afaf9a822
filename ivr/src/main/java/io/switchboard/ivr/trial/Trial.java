package io.switchboard.ivr.trial;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.run.Caller;
import io.switchboard.ivr.run.Decision;
import io.switchboard.ivr.run.FlowRun;
import io.switchboard.ivr.run.Outward;
import io.switchboard.ivr.run.Run;
import io.switchboard.ivr.run.RunEffect;
import io.switchboard.ivr.run.RunEvent;
import io.switchboard.ivr.run.RunState;
import io.switchboard.ivr.verb.Queueing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One caller in one flow, step by step. What is said is heard to its end at once, and all of it happens at one moment. For one thread.
 */
public final class Trial {
  private final FlowRun kernel;
  private Run run;
  private final long nowMs;
  private final List<RunEffect.Play> heard = new ArrayList<>();
  private final Set<String> steps = new LinkedHashSet<>();
  private final Map<String, String> known = new LinkedHashMap<>();
  private Await awaits = new Await.Keys();

  /** What the flow waits for. */
  public sealed interface Await {
    /** A key of the caller, or that he is silent. */
    record Keys() implements Await {}

    record Lookup(String name, Map<String, String> values) implements Await {}

    /** To know how this queue stands. */
    record Standing(QueueId queue) implements Await {}

    /** That this queue refuses him, lets him go, or an agent answers. {@code step}: what can follow. */
    record Queue(QueueId queue, Queueing step) implements Await {}

    record Callback(QueueId queue) implements Await {}

    record Transferred(String number) implements Await {}

    /** That he has spoken his message, or what is recorded for his call. */
    record Message() implements Await {}

    /** That the agent hangs up. */
    record Talk() implements Await {}

    /** Nothing: it is over. */
    record Over(Ending ending) implements Await {}
  }

  /** Begins. {@code nowMs}: the time, in milliseconds since the epoch. */
  public Trial(Flows flows, String flow, Outward outward, Caller caller, String language, long nowMs) {
    this.kernel = new FlowRun(flows.hours(), outward);
    this.run = Run.fresh(caller, flows, flow, language);
    this.nowMs = nowMs;
    tell(new RunEvent.Started());
  }

  public Await awaits() {
    return awaits;
  }

  /** What was said since this was asked last. */
  public List<RunEffect.Play> heard() {
    List<RunEffect.Play> since = List.copyOf(heard);
    heard.clear();
    return since;
  }

  /** The step where he is, with its flow: {@code flow/step}. */
  public String at() {
    return run.flow().name() + "/" + run.step();
  }

  /** Every step that he came to, as {@link #at} writes it. */
  public Set<String> steps() {
    return Set.copyOf(steps);
  }

  /** What was remembered last under each name, in any flow. */
  public Map<String, String> known() {
    return Map.copyOf(known);
  }

  public Caller caller() {
    return run.caller();
  }

  // --- what happens

  public void press(char key) {
    tell(new RunEvent.KeyPressed(key));
  }

  /** He presses nothing until the flow no longer waits for it. */
  public void keepSilent() {
    if (run.state() == RunState.ASKING) {
      tell(new RunEvent.PlayEnded(run.play(), true));
    }
    if (run.state() == RunState.LISTENING || run.state() == RunState.TAKING) {
      tell(new RunEvent.TimedOut(run.timer()));
    }
  }

  public void answer(Found found) {
    tell(new RunEvent.LookedUp(run.entered(), found));
  }

  public void stands(int waiting, int agents, int ready, long expectedMs) {
    if (awaits instanceof Await.Standing standing) {
      tell(new RunEvent.QueueTold(
          new CallSignal.QueueStands(run.caller().call(), standing.queue(), waiting, agents, ready, expectedMs)));
    }
  }

  public void refused(QueueRefusal reason) {
    if (awaits instanceof Await.Queue queue) {
      tell(new RunEvent.Refused(queue.queue(), reason));
    }
  }

  public void left(QueueExit exit, String key, String rule) {
    if (awaits instanceof Await.Queue queue) {
      tell(new RunEvent.LeftQueue(queue.queue(), exit, key, rule));
    }
  }

  public void connected() {
    tell(new RunEvent.Connected());
  }

  /** His flow goes on where it says so; else that is the end of his call. */
  public void agentHangsUp() {
    if (run.goesOnAfterTalk().orElse(false)) {
      tell(new RunEvent.TalkOver());
    } else {
      hangUp();
      awaits = new Await.Over(Ending.AGENT_HUNG_UP);
    }
  }

  public void callback(boolean booked) {
    tell(new RunEvent.CallbackAnswered(booked));
  }

  public void transferEnds(TransferEnding ending) {
    tell(new RunEvent.TransferOver(run.errand(), ending, 0));
  }

  /** {@code enough} false: he says nothing, or too little. */
  public void speaks(boolean enough) {
    tell(new RunEvent.Recorded(run.errand()));
    if (run.state() == RunState.KEEPING) {
      tell(new RunEvent.RecordingKept(run.errand(), enough));
    }
  }

  public void hangUp() {
    tell(new RunEvent.CallerGone());
  }

  private void tell(RunEvent event) {
    Decision decision = kernel.decide(run, event, nowMs);
    run = decision.run();
    decision.facts().forEach(this::note);
    Optional<Ending> ended = Optional.empty();
    for (RunEffect effect : decision.effects()) {
      switch (effect) {
        case RunEffect.Play play -> heard.add(play);
        case RunEffect.End end -> ended = Optional.of(end.ending());
        case RunEffect.StartTimer timer -> {}
        case RunEffect.StopTimer timer -> {}
        case RunEffect.Stop stop -> {}
        case RunEffect.LeaveQueue leave -> {}
        case RunEffect.KeepMessage keep -> {}
        case RunEffect.KeepRecording keep -> {}
        case RunEffect.Enqueue in -> awaits = new Await.Queue(in.queue(), (Queueing) run.flow().step(run.step()));
        case RunEffect.AskQueue asked -> awaits = new Await.Standing(asked.queue());
        case RunEffect.Look look -> awaits = new Await.Lookup(look.lookup(), shown(look));
        case RunEffect.Callback callback -> awaits = new Await.Callback(callback.queue());
        case RunEffect.Transfer transfer -> awaits = new Await.Transferred(transfer.written());
        case RunEffect.Record record -> awaits = new Await.Message();
      }
    }
    await(ended);
    if (run.state() == RunState.SPEAKING || run.state() == RunState.GREETING) {
      tell(new RunEvent.PlayEnded(run.play(), true));
    }
  }

  private void await(Optional<Ending> ended) {
    switch (run.state()) {
      case ASKING, LISTENING, TAKING, SPEAKING, GREETING, NEW, STEPPING -> awaits = new Await.Keys();
      case CONNECTED -> awaits = new Await.Talk();
      case ENDED -> awaits = new Await.Over(ended.orElse(Ending.CALLER_HUNG_UP_IN_FLOW));
      case LOOKING_UP, WEIGHING, BOOKING, TRANSFERRING, TRANSFERRED, RECORDING, KEEPING, QUEUED -> {} // its effect said it
    }
  }

  private static Map<String, String> shown(RunEffect.Look look) {
    Map<String, String> values = new LinkedHashMap<>();
    look.asked().values().forEach((name, value) -> values.put(name, value.text()));
    look.asked().secrets().forEach((name, secret) -> values.put(name, secret.toString()));
    return values;
  }

  private void note(Fact fact) {
    switch (fact) {
      case Fact.StepEntered entered -> steps.add(entered.flow() + "/" + entered.step());
      case Fact.Learned.Remembered remembered -> known.putAll(remembered.values());
      default -> {} // what else is remembered is nobody's business here
    }
  }
}
