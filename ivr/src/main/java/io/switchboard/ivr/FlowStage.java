package io.switchboard.ivr;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.FactsFirst;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.Variables;
import io.switchboard.ivr.lookup.Lookups;
import io.switchboard.ivr.message.MessageFiles;
import io.switchboard.ivr.message.Messages;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.ivr.run.Caller;
import io.switchboard.ivr.run.Decision;
import io.switchboard.ivr.run.FlowRun;
import io.switchboard.ivr.run.Outward;
import io.switchboard.ivr.run.Restart;
import io.switchboard.ivr.run.Run;
import io.switchboard.ivr.run.RunEffect;
import io.switchboard.ivr.run.RunEvent;
import io.switchboard.ivr.run.RunState;
import io.switchboard.ivr.run.Talk;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one flow for each admitted caller: tells {@link FlowRun} what happened and does what it decides. Construct it, give every live fact
 * to {@link #restore}, then {@link #open} it. After that it belongs to the owner's thread.
 */
public final class FlowStage {
  private static final Logger LOG = LoggerFactory.getLogger(FlowStage.class);
  /** More than anybody presses in the moment of his arrival. */
  private static final int EARLY_KEYS = 32;

  /** The prompt that a customer hears when he answers. */
  private static final String CALLBACK_GREETING = "callback-greeting";

  /** A caller in his flow. He stays here until his channel is gone, so that a repeated admission starts nothing anew. */
  private static final class Live {
    Run run;
    final Prompts prompts;
    Optional<RunEvent> missed;
    Timers.@Nullable Timer timer;
    boolean gone;

    /** {@code prompts}: of the release that he is on. */
    Live(Run run, Prompts prompts, Optional<RunEvent> missed) {
      this.run = run;
      this.prompts = prompts;
      this.missed = missed;
    }

    CallId call() {
      return run.caller().call();
    }
  }

  private final Signals signals;
  private final FactsFirst facts;
  private final Line line;
  private final Clock clock;
  private final Timers timers;
  private final Executor owner;
  private final Voice voice;
  private final Map<CallId, Live> runs = new HashMap<>();
  /** Keys of callers who are on the line and not admitted yet: the fact of their arrival is being written. */
  private final Map<CallId, List<RunEvent>> arriving = new HashMap<>();
  private final Restart restart = new Restart();
  private final Messages messages;
  private final Lookups lookups;
  private Flows flows;
  private FlowRun kernel;

  /**
   * @param outward how calls are transferred to numbers outside
   * @param messages where what callers record becomes messages
   * @param lookups the data sources
   */
  public FlowStage(
      Signals signals, Journal journal, Line line, Clock clock, Timers timers, Executor owner, Flows flows, Prompts prompts,
      Outward outward, Messages messages, Lookups lookups) {
    this.signals = signals;
    this.facts = new FactsFirst(journal, owner);
    this.line = line;
    this.clock = clock;
    this.timers = timers;
    this.owner = owner;
    this.voice = new Voice(prompts, owner);
    this.flows = flows;
    this.messages = messages;
    this.lookups = lookups;
    this.kernel = new FlowRun(flows.hours(), outward);
  }

  /** Takes a fact of the journal, in order, before {@link #open}. */
  public void restore(Fact fact) {
    restart.replay(fact);
  }

  /** Takes up all runs on the flows in force; see {@link #open(Map)}. */
  public void open() {
    open(Map.of());
  }

  /**
   * Takes up the runs that the facts told of, and begins to listen; call it on the owner's thread. The runs go on at the next
   * {@link LineEvent.Restored}.
   *
   * @param former releases gone by on which some of them are; whose release is not among them goes on by the flows in force
   */
  public void open(Map<Integer, Edition> former) {
    Edition inForce = new Edition(flows, voice.prompts());
    restart.runs(release -> former.getOrDefault(release, inForce).flows()).forEach(each -> {
      Prompts prompts = former.getOrDefault(each.run().flows().release(), inForce).prompts();
      runs.put(each.run().caller().call(), new Live(each.run(), prompts, each.missed()));
    });
    signals.on(LineEvent.CallArrived.class, e -> arriving(e.call()));
    signals.on(CallSignal.Admitted.class, this::admitted);
    signals.on(CallSignal.Refused.class, s -> tell(s.call(), new RunEvent.Refused(s.queue(), s.reason())));
    signals.on(CallSignal.LeftQueue.class, s -> tell(s.call(), new RunEvent.LeftQueue(s.queue(), s.exit(), s.key(), s.rule())));
    signals.on(CallSignal.QueueStands.class, s -> tell(s.call(), new RunEvent.QueueTold(s)));
    signals.on(CallSignal.Connected.class, s -> tell(s.call(), new RunEvent.Connected(new Talk(s.queue(), s.agent()))));
    signals.on(CallSignal.GoesOn.class, s -> tell(s.call(), new RunEvent.TalkOver()));
    signals.on(CallSignal.CallbackBooked.class, s -> tell(s.from(), new RunEvent.CallbackAnswered(true)));
    signals.on(CallSignal.CallbackRefused.class, s -> tell(s.call(), new RunEvent.CallbackAnswered(false)));
    signals.on(CallSignal.CalledBack.class, this::greet);
    signals.on(CallSignal.Announcement.class, this::announce);
    signals.on(LineEvent.KeyPressed.class, e -> pressed(e.call(), new RunEvent.KeyPressed(e.key())));
    signals.on(LineEvent.PlayEnded.class, e -> tell(e.call(), new RunEvent.PlayEnded(e.play(), e.heard())));
    signals.on(LineEvent.TransferConnected.class, e -> tell(e.call(), new RunEvent.TransferTalks(e.errand())));
    signals.on(LineEvent.TransferEnded.class, e -> tell(e.call(), new RunEvent.TransferOver(e.errand(), e.ending(), e.talkMs())));
    signals.on(LineEvent.RecordingEnded.class, e -> tell(e.call(), new RunEvent.Recorded(e.errand())));
    messages.open(signals);
    signals.on(LineEvent.CallerGone.class, e -> gone(e.call()));
    signals.on(LineEvent.Restored.class, this::restored);
  }

  /** Calls that arrive from now on take these; those under way stay on the flows and prompts that they began with. From any thread. */
  public void publish(Flows newer, Prompts said, Outward dialled) {
    owner.execute(() -> {
      flows = newer;
      voice.say(said);
      kernel = new FlowRun(newer.hoursBeside(kernel.hours()), dialled);
    });
  }

  private void arriving(CallId call) {
    if (!runs.containsKey(call)) {
      arriving.putIfAbsent(call, new ArrayList<>());
    }
  }

  private void pressed(CallId call, RunEvent.KeyPressed key) {
    List<RunEvent> early = arriving.get(call);
    if (early == null) {
      tell(call, key);
    } else if (early.size() < EARLY_KEYS) {
      early.add(key);
    }
  }

  private void admitted(CallSignal.Admitted admitted) {
    List<RunEvent> early = arriving.remove(admitted.call());
    if (early == null) {
      return; // admitted before, or gone while he was
    }
    if (!flows.has(admitted.flow())) {
      LOG.error("{}: there is no flow '{}', the call cannot go on", admitted.call(), admitted.flow());
    }
    Caller caller = new Caller(admitted.tenant(), admitted.call(), admitted.caller(), admitted.callerName(), admitted.called());
    Run run = Run.fresh(caller, flows, admitted.flow(), admitted.language());
    runs.put(admitted.call(), new Live(run, voice.prompts(), Optional.empty()));
    tell(admitted.call(), new RunEvent.Started());
    early.forEach(key -> tell(admitted.call(), key));
  }

  private void gone(CallId call) {
    arriving.remove(call);
    tell(call, new RunEvent.CallerGone());
    Live live = runs.remove(call);
    if (live != null) {
      live.gone = true;
      stopTimer(live);
    }
  }

  private void restored(LineEvent.Restored restored) {
    Map<CallId, Integer> errands =
        restored.calls().stream().collect(Collectors.toMap(live -> live.arrival().call(), LineEvent.LiveCall::errand));
    Set<CallId> present = errands.keySet();
    for (CallId call : List.copyOf(runs.keySet())) {
      if (present.contains(call)) {
        resume(call, errands.getOrDefault(call, 0));
      } else {
        gone(call);
      }
    }
    arriving.keySet().retainAll(present);
    present.forEach(this::arriving);
  }

  private void resume(CallId call, int errand) {
    tell(call, new RunEvent.Resumed(errand));
    Live live = runs.get(call);
    if (live != null) {
      live.run.goesOnAfterTalk().ifPresent(goesOn -> line.afterTalk(call, goesOn));
      Optional<RunEvent> missed = live.missed;
      live.missed = Optional.empty();
      missed.ifPresent(event -> tell(call, event));
    }
  }

  private void tell(CallId call, RunEvent event) {
    Live live = runs.get(call);
    if (live == null) {
      return; // not ours, or gone
    }
    try {
      Decision decision = kernel.decide(live.run, event, clock.nowMs());
      live.run = decision.run();
      decision.moves().forEach(move -> LOG.debug("{}: {}", call, move));
      if (decision.effects().isEmpty()) {
        facts.commit(decision.facts());
      } else {
        facts.commit(decision.facts(), () -> act(live, decision.effects()));
      }
    } catch (RuntimeException bug) {
      fail(live, bug);
    }
  }

  private void act(Live live, List<RunEffect> effects) {
    try {
      for (RunEffect effect : effects) {
        if (!live.gone || outlivesHim(effect)) {
          act(live, effect);
        }
      }
    } catch (RuntimeException bug) {
      fail(live, bug);
    }
  }

  private static boolean outlivesHim(RunEffect effect) {
    return effect instanceof RunEffect.KeepMessage || effect instanceof RunEffect.KeepRecording || effect instanceof RunEffect.Callback;
  }

  private void act(Live live, RunEffect effect) {
    switch (effect) {
      case RunEffect.Play play -> play(live, play);
      case RunEffect.Stop stop -> line.stop(live.call());
      case RunEffect.Enqueue in -> {
        Caller caller = live.run.caller();
        Wish wish = in.wish();
        line.afterTalk(live.call(), in.goesOn());
        AgentId preferred = wish.agent().isEmpty() ? null : new AgentId(in.queue().tenant(), wish.agent());
        signals.send(new CallSignal.Enqueue(
            live.call(), in.queue(), wish.priority(), wish.skills(), caller.number(), caller.name(), wish.valueClass(), preferred,
            wish.keepWait(), wish.onlyMs(), in.goesOn()));
      }
      case RunEffect.AskQueue asked -> signals.send(new CallSignal.AskQueue(live.call(), asked.queue()));
      case RunEffect.Look look -> lookups.look(look.lookup(), look.asked()).thenAccept(found ->
          owner.execute(() -> tell(live.call(), new RunEvent.LookedUp(look.number(), found))));
      case RunEffect.LeaveQueue out -> signals.send(new CallSignal.LeaveQueue(live.call(), out.queue(), out.key()));
      case RunEffect.Callback promise -> signals.send(new CallSignal.RequestCallback(
          live.call(), promise.queue(), promise.number(), live.run.caller().name(), promise.language()));
      case RunEffect.Transfer to -> {
        signals.send(new CallSignal.Transferring(live.call(), to.errand(), to.written()));
        line.transfer(new Line.Transfer(live.call(), to.errand(), to.to(), to.shown(), to.ringMs()));
      }
      case RunEffect.Record record -> line.record(new Line.Recording(
          live.call(), record.errand(), messages.incoming(message(live, record.errand())), record.mostMs(), record.silenceMs()));
      case RunEffect.KeepMessage keep ->
          messages.keep(message(live, keep.errand()), keep.queue(), live.run.caller().number());
      case RunEffect.KeepRecording keep -> messages.statements().keep(message(live, keep.errand()), keep.leastMs(), kept ->
          owner.execute(() -> tell(live.call(), new RunEvent.RecordingKept(keep.errand(), kept))));
      case RunEffect.StartTimer start -> {
        stopTimer(live);
        live.timer = timers.at(start.atMs(), () -> tell(live.call(), new RunEvent.TimedOut(start.timer())));
      }
      case RunEffect.StopTimer stop -> stopTimer(live);
      case RunEffect.End end -> signals.send(new CallSignal.FlowEnded(live.call(), end.ending()));
    }
  }

  private static MessageFiles.Name message(Live live, int number) {
    return new MessageFiles.Name(live.run.caller().tenant(), live.call(), number);
  }

  private void play(Live live, RunEffect.Play play) {
    Map<String, String> arguments = new HashMap<>(play.values());
    arguments.put(Variables.NUMBER, live.run.caller().number());
    arguments.put(Variables.CALLED, live.run.caller().called());
    arguments.put(Variables.LANGUAGE, play.language());
    voice.sounds(live.prompts, play.sayings(), play.language(), arguments, sounds -> {
      RunState state = live.run.state();
      boolean wanted = live.run.play() == play.play()
          && (state == RunState.SPEAKING || state == RunState.ASKING || state == RunState.GREETING);
      if (!wanted || live.gone) {
        return; // the caller has gone on while it was made
      }
      if (sounds.isEmpty()) {
        tell(live.call(), new RunEvent.PlayEnded(play.play(), false));
      } else {
        line.play(live.call(), sounds, play.play());
      }
    });
  }

  /** He was called back and has no flow: he is told who calls, over the music, until his agent answers. */
  private void greet(CallSignal.CalledBack back) {
    voice.sounds(voice.prompts(), List.of(Saying.of(CALLBACK_GREETING)), back.language(), Map.of(), sounds -> {
      if (!sounds.isEmpty()) {
        line.announce(back.call(), sounds);
      }
    });
  }

  /** Said over the music, hence only while he waits: in a talk it would tear the two apart. */
  private void announce(CallSignal.Announcement said) {
    Live live = runs.get(said.call());
    if (live == null || live.run.state() != RunState.QUEUED) {
      return;
    }
    voice.sounds(said.said(), live.run.language(), sounds -> {
      if (!sounds.isEmpty() && !live.gone && live.run.state() == RunState.QUEUED) {
        line.announce(said.call(), sounds);
      }
    });
  }

  private static void stopTimer(Live live) {
    if (live.timer != null) {
      live.timer.cancel();
      live.timer = null;
    }
  }

  /** A bug ends this call and no other. */
  private void fail(Live live, RuntimeException bug) {
    LOG.error("{}: its flow {} failed at step '{}', the call is ended", live.call(), live.run.flow().name(), live.run.step(), bug);
    live.run = live.run.ended();
    stopTimer(live);
    signals.send(new CallSignal.FlowEnded(live.call(), Ending.FAILED));
  }
}
