package io.switchboard.core.recording;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent.OfTape;
import io.switchboard.core.recording.RecordingEvent.Consent;
import io.switchboard.core.talk.Talk;
import io.switchboard.core.talk.TalkState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides what is recorded. Pure: no clock, no thread, no I/O; state changes by facts alone. */
public final class Recorder {
  /** So often it is tried to begin one while the caller is moved about. */
  static final int TRIES = 20;

  private final Map<CallId, Recording> calls = new HashMap<>();
  private final Map<CallId, Integer> tries = new HashMap<>();
  private final Function<QueueId, RecordingPlan> plans;
  private final Switching switching = new Switching();

  /** {@code plans}: what each queue says now. */
  public Recorder(Function<QueueId, RecordingPlan> plans) {
    this.plans = plans;
  }

  /** {@code facts} have been applied already. */
  public record Decided(List<Fact> facts, List<RecordingEffect> effects) {}

  /** Takes a fact of the journal, before the first decision. */
  public void restore(Fact fact) {
    CallId id = fact.call();
    Recording call = id == null ? null : known(id, fact);
    if (call != null) {
      call.apply(fact);
      forget(call);
    }
  }

  private @Nullable Recording known(CallId id, Fact fact) {
    boolean begins = fact instanceof Fact.CallArrived || fact instanceof Fact.CallbackBooked || fact instanceof Fact.QueueEntered
        || fact instanceof Fact.Dial.DialBegun;
    return begins ? calls.computeIfAbsent(id, each -> new Recording(each, fact.tenant(), plans)) : calls.get(id);
  }

  /** The recording of this call, to read; null: nothing is known of it. */
  public @Nullable Recording call(CallId call) {
    return calls.get(call);
  }

  public Decided decide(RecordingEvent event, long nowMs) {
    RecordingTurn turn = new RecordingTurn(nowMs);
    switch (event) {
      case RecordingEvent.Happened e -> happened(turn, e.fact());
      case RecordingEvent.Heard e -> of(e.line().call(), call -> heard(turn, call, e.line()));
      case RecordingEvent.LineBack e -> List.copyOf(calls.values()).forEach(call -> lineBack(turn, call));
      case RecordingEvent.Opened e -> List.copyOf(calls.values()).forEach(call -> opened(turn, call));
      case RecordingEvent.Asked e -> switching.ask(turn, talkOf(e.request().agent()), e.request());
      case RecordingEvent.Answered e -> of(e.call(), call -> answered(turn, call, e.consent()));
      case RecordingEvent.Named e -> of(e.call(), call -> named(turn, call, e.consent()));
      case RecordingEvent.Unready e -> of(e.call(), call -> failed(turn, call, e.number(), e.why()));
      case RecordingEvent.Again e -> of(e.call(), call -> again(turn, call, e.number()));
      case RecordingEvent.Unwritten e -> of(e.call(), call -> unwritten(turn, call, e));
      case RecordingEvent.Complete e -> of(e.call(), call -> complete(turn, call, e));
    }
    return new Decided(List.copyOf(turn.facts), List.copyOf(turn.effects));
  }

  private interface Then {
    void with(Recording call);
  }

  private void of(CallId id, Then then) {
    Recording call = calls.get(id);
    if (call != null) {
      then.with(call);
    }
  }

  private @Nullable Recording talkOf(AgentId agent) {
    return calls.values().stream().filter(call -> agent.equals(call.agent())).findAny().orElse(null);
  }

  private void happened(RecordingTurn turn, Fact fact) {
    CallId id = fact.call();
    Recording call = id == null || fact instanceof Fact.TalkRecording ? null : known(id, fact); // our own are applied
    if (call == null) {
      return;
    }
    RecordingState before = call.state();
    boolean wasSilent = call.silent();
    call.apply(fact);
    if (call.state() == RecordingState.OVER && before != RecordingState.OVER) {
      ends(turn, call);
    }
    if (fact instanceof Fact.CustomerNamed named) {
      turn.effects.add(new RecordingEffect.LookUpNamed(call.call(), call.tenant(), named.customer()));
    } else if (fact instanceof Fact.QueueEntered && call.state() == RecordingState.OFF) {
      lookUp(turn, call);
    } else if (fact instanceof Fact.Connected && call.dialledAnew()) {
      lookUp(turn, call);
    } else if (fact instanceof Fact.Connected && call.state() == RecordingState.ASKED) {
      tape(turn, call);
    } else if (call.state() == RecordingState.ON && call.silent() != wasSilent) {
      turn.effects.add(new RecordingEffect.Mute(call.call(), call.count(), call.silent()));
    }
    forget(call);
  }

  private void forget(Recording call) {
    if (call.closed() && call.state() != RecordingState.OVER) {
      calls.remove(call.call());
      tries.remove(call.call());
    }
  }

  private static void ends(RecordingTurn turn, Recording call) {
    if (!call.callOver()) {
      turn.effects.add(new RecordingEffect.Stop(call.call()));
    }
    turn.effects.add(new RecordingEffect.Keep(call.tenant(), call.call(), call.count()));
  }

  private static void lookUp(RecordingTurn turn, Recording call) {
    if (call.plan().mode() != RecordingPlan.Mode.OFF) {
      turn.effects.add(new RecordingEffect.LookUp(call.call(), call.tenant(), call.number()));
    }
  }

  private void answered(RecordingTurn turn, Recording call, Consent consent) {
    QueueId queue = call.queue();
    String by = switching.starts(call.call());
    boolean wanted = call.plan().mode() == RecordingPlan.Mode.ALWAYS || !by.isEmpty();
    if (queue == null || call.state() != RecordingState.OFF || !call.served() || call.plan().mode() == RecordingPlan.Mode.OFF) {
      return;
    }
    if (consent != Consent.NOT_REFUSED) {
      String why = consent == Consent.REFUSED ? Fact.TalkRecording.CONSENT_REFUSED : Fact.TalkRecording.CONSENT_UNKNOWN;
      if (consent == Consent.REFUSED || wanted) {
        turn.fact(call, new Fact.TalkRecording.TalkRecordingRefused(turn.nowMs, call.tenant(), call.call(), 0, queue, why));
      }
      Switching.refused(turn, call, consent);
    } else if (wanted) {
      int number = call.count() + 1;
      tries.remove(call.call());
      turn.fact(call, new Fact.TalkRecording.TalkRecordingAsked(
          turn.nowMs, call.tenant(), call.call(), number, queue, RecordingFiles.incoming(call.tenant(), call.call(), number), by));
      tape(turn, call);
    }
  }

  /** What was recorded before it was known who he is goes. */
  private static void named(RecordingTurn turn, Recording call, Consent consent) {
    QueueId queue = call.queue();
    if (consent != Consent.REFUSED || queue == null || call.plan().mode() == RecordingPlan.Mode.OFF && !call.state().lives()) {
      return;
    }
    boolean lives = call.state().lives();
    turn.fact(call, new Fact.TalkRecording.TalkRecordingRefused(
        turn.nowMs, call.tenant(), call.call(), lives ? call.count() : 0, queue, Fact.TalkRecording.CONSENT_REFUSED));
    if (lives) {
      turn.effects.add(new RecordingEffect.Stop(call.call()));
      turn.effects.add(new RecordingEffect.Drop(call.tenant(), call.call(), call.count()));
    }
  }

  private static void tape(RecordingTurn turn, Recording call) {
    Talk talk = call.talk();
    turn.effects.add(new RecordingEffect.Tape(
        call.tenant(), call.call(), call.count(), call.plan().announcement(), call.language(), talk == null ? null : talk.offer()));
  }

  private void heard(RecordingTurn turn, Recording call, OfTape event) {
    if (event.number() != call.count()) {
      return;
    }
    switch (event) {
      case OfTape.Runs e -> runs(turn, call);
      case OfTape.Failed e when e.why().equals(OfTape.Failed.INTERRUPTED) && tries.merge(call.call(), 1, Integer::sum) <= TRIES ->
          turn.effects.add(new RecordingEffect.Again(call.call(), e.number()));
      case OfTape.Failed e -> failed(turn, call, e.number(), e.why());
      case OfTape.Muted e -> switching.muted(turn, call, e);
    }
  }

  /** While he waits for his agent nothing of him is recorded: it begins with the talk. */
  private static void runs(RecordingTurn turn, Recording call) {
    AgentId agent = call.agent();
    QueueId queue = call.ruledBy();
    if (call.state() == RecordingState.ASKED && agent != null && queue != null) {
      turn.fact(call, new Fact.TalkRecording.TalkRecordingBegun(turn.nowMs, call.tenant(), call.call(), call.count(), queue, agent));
      turn.effects.add(new RecordingEffect.Watch(call.tenant(), call.call(), call.count()));
      if (call.silent()) {
        turn.effects.add(new RecordingEffect.Mute(call.call(), call.count(), true));
      }
    } else if (!call.state().lives()) {
      turn.effects.add(new RecordingEffect.Stop(call.call()));
    }
  }

  /** Who waits may yet be told when his agent answers. */
  private static void failed(RecordingTurn turn, Recording call, int number, String why) {
    AgentId agent = call.agent();
    QueueId queue = call.ruledBy();
    if (call.state() != RecordingState.ASKED || number != call.count() || queue == null) {
      return;
    }
    turn.effects.add(new RecordingEffect.Complain(call.call(), why));
    if (agent != null) {
      turn.fact(call, new Fact.TalkRecording.TalkRecordingRefused(
          turn.nowMs, call.tenant(), call.call(), number, queue, Fact.TalkRecording.FAILED));
    }
  }

  private static void again(RecordingTurn turn, Recording call, int number) {
    Talk talk = call.talk();
    if (call.state() == RecordingState.ASKED && number == call.count() && talk != null) {
      if (talk.state() == TalkState.TALKING) {
        tape(turn, call);
      } else {
        turn.effects.add(new RecordingEffect.Again(call.call(), number));
      }
    }
  }

  private static void unwritten(RecordingTurn turn, Recording call, RecordingEvent.Unwritten event) {
    Talk talk = call.talk();
    QueueId queue = call.ruledBy();
    if (event.number() != call.count() || call.state() != RecordingState.ON || talk == null || queue == null) {
      return;
    }
    if (talk.state() != TalkState.TALKING || call.silent()) {
      turn.effects.add(new RecordingEffect.Watch(call.tenant(), call.call(), call.count())); // it is not to grow now
      return;
    }
    turn.fact(call, new Fact.TalkRecording.TalkRecordingRefused(
        turn.nowMs, call.tenant(), call.call(), call.count(), queue, Fact.TalkRecording.FAILED));
    turn.effects.add(new RecordingEffect.Stop(call.call()));
    turn.effects.add(new RecordingEffect.Complain(call.call(), event.why()));
  }

  private void complete(RecordingTurn turn, Recording call, RecordingEvent.Complete event) {
    QueueId queue = call.ruledBy();
    if (call.state() == RecordingState.OVER && event.number() == call.count() && queue != null) {
      turn.fact(call, new Fact.TalkRecording.TalkRecordingEnded(
          turn.nowMs, call.tenant(), call.call(), event.number(), queue, event.file(), event.ms()));
      turn.effects.add(new RecordingEffect.Take(call.tenant(), call.call(), event.number()));
      if (call.served()) {
        lookUp(turn, call); // he has come to another queue meanwhile
      }
      forget(call);
    }
  }

  /** What was said last may not have been heard. */
  private static void lineBack(RecordingTurn turn, Recording call) {
    Talk talk = call.talk();
    if (call.state() == RecordingState.ON || call.state() == RecordingState.PAUSED) {
      turn.effects.add(new RecordingEffect.Mute(call.call(), call.count(), call.silent()));
    } else if (call.state() == RecordingState.ASKED && talk != null) {
      turn.effects.add(new RecordingEffect.Again(call.call(), call.count()));
    }
  }

  private static void opened(RecordingTurn turn, Recording call) {
    if (call.state() == RecordingState.OVER) {
      ends(turn, call);
    } else if (call.state() == RecordingState.OFF && call.served() && call.refused().isEmpty() && call.count() == 0) {
      lookUp(turn, call);
    }
  }

  /** Decisions of one event in the making. */
  static final class RecordingTurn {
    final long nowMs;
    final List<Fact> facts = new ArrayList<>(2);
    final List<RecordingEffect> effects = new ArrayList<>(3);

    RecordingTurn(long nowMs) {
      this.nowMs = nowMs;
    }

    void fact(Recording call, Fact.TalkRecording fact) {
      call.apply(fact);
      facts.add(fact);
    }
  }
}
