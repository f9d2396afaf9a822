package io.switchboard.acd;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Snapshot;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.time.ManualTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stage with everything around it in memory, driven by a test in few words. */
public final class Shift {
  public static final QueueId SALES = QueueId.of("demo", "sales");
  public static final QueueId SUPPORT = QueueId.of("demo", "support");
  public static final TenantId DEMO = SALES.tenant();
  /** Sunday 2026-11-22 10:00 UTC. */
  public static final long START = 1_795_341_600_000L;

  public final ManualTime time = new ManualTime(START);
  public final MemoryJournal journal;
  public final FakeLine line = new FakeLine();
  public final DirectSignals signals = new DirectSignals();
  public final AcdStage stage;

  public Shift(FloorSettings settings) {
    this(settings, new MemoryJournal());
    restored(List.of(), List.of(), Set.of());
  }

  /** As after a crash: with what the journal kept. The line is still down. */
  public Shift(FloorSettings settings, MemoryJournal kept) {
    journal = kept;
    stage = new AcdStage(settings, signals, journal, line, time, time, Runnable::run);
    journal.replayLive(stage::restore);
    stage.open();
  }

  // --- settings in few words

  public static QueueSettings queue(QueueId id) {
    return QueueSettings.of(id);
  }

  public static QueueSettings wrapUp(QueueSettings q, long wrapUpMs) {
    return q.withWork(q.ringMs(), wrapUpMs);
  }

  public static AgentSettings agent(String name, Map<String, Integer> skills, QueueId... queues) {
    return agent(name, skills, 1, queues);
  }

  public static AgentSettings agent(String name, Map<String, Integer> skills, int strikes, QueueId... queues) {
    return new AgentSettings(AgentId.of("demo", name), name, new Phone.Endpoint(name), skills, Set.of(queues), strikes, 1);
  }

  public static AgentId id(String name) {
    return AgentId.of("demo", name);
  }

  public static CallId call(String name) {
    return new CallId(name);
  }

  public static OfferId offer(String call, int attempt) {
    return new OfferId(new CallId(call), attempt);
  }

  // --- what happens

  public Reply ask(AgentRequest request) {
    return signals.ask(request).toCompletableFuture().getNow(null);
  }

  public Reply close(QueueId queue, boolean closed) {
    return signals.ask(new ClosureRequest(DEMO, queue, closed, "supervisor")).toCompletableFuture().getNow(null);
  }

  public void ready(String... names) {
    for (String name : names) {
      ask(new AgentRequest.SignIn(id(name)));
      ask(new AgentRequest.Ready(id(name)));
    }
  }

  public void enters(String call, QueueId queue) {
    enters(call, queue, 0, Map.of());
  }

  public void enters(String call, QueueId queue, int priority, Map<String, Integer> skills) {
    signals.send(new CallSignal.Enqueue(call(call), queue, priority, skills, "+4930", "Caller"));
  }

  public void hears(LineEvent... events) {
    Arrays.stream(events).forEach(signals::send);
  }

  public void rings(String call, int attempt) {
    hears(new LineEvent.OfferRinging(offer(call, attempt)));
  }

  public void answers(String call, int attempt) {
    hears(new LineEvent.OfferRinging(offer(call, attempt)), new LineEvent.Connected(offer(call, attempt)));
  }

  public void fails(String call, int attempt, OfferEnding ending) {
    hears(new LineEvent.OfferFailed(offer(call, attempt), ending));
  }

  public void holds(String call, int attempt) {
    hears(new LineEvent.Held(offer(call, attempt)));
  }

  public void takesBack(String call, int attempt) {
    hears(new LineEvent.Resumed(offer(call, attempt)));
  }

  public void talkEnds(String call, int attempt, Party by) {
    hears(new LineEvent.TalkEnded(offer(call, attempt), by), new LineEvent.CallerGone(call(call), by));
  }

  public void callerHangsUp(String call) {
    hears(new LineEvent.CallerGone(call(call), Party.CALLER));
  }

  public void restored(List<String> calls, List<LineEvent.LiveOffer> offers, Set<String> unreachable) {
    hears(new LineEvent.Restored(calls.stream()
        .map(c -> new LineEvent.LiveCall(new LineEvent.CallArrived(call(c), "+49", "+4930", "Caller", "trunk"))).toList(), offers,
            unreachable));
  }

  // --- what came of it

  /** Whom the call is or was offered to, in order: the agent of each ring that left. */
  public List<String> rung(String call) {
    return line.commands(FakeLine.Command.Ringing.class).stream()
        .filter(r -> r.ring().offer().call().value().equals(call))
        .map(r -> ((Phone.Endpoint) r.ring().phone()).name()).toList();
  }

  /** The calls that rang at this agent's phone, in order. */
  public List<String> rungAt(String agent) {
    return line.commands(FakeLine.Command.Ringing.class).stream()
        .filter(r -> r.ring().phone().equals(new Phone.Endpoint(agent)))
        .map(r -> r.ring().offer().call().value()).toList();
  }

  public AgentState state(String agent) {
    return stage.floor().staff().agent(id(agent)).state();
  }

  public String reason(String agent) {
    return stage.floor().staff().agent(id(agent)).reason();
  }

  /** What this agent's desk was told, in order. */
  public List<Notice> told(String agent) {
    return signals.sent(AgentSignal.Told.class).stream().filter(t -> t.agent().equals(id(agent))).map(AgentSignal.Told::notice).toList();
  }

  public <F extends Fact> F last(Class<F> type) {
    return journal.facts(type).getLast();
  }

  public Snapshot snapshot() {
    return Snapshot.of(stage.floor());
  }
}
