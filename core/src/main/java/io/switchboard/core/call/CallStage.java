package io.switchboard.core.call;

import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.FactsFirst;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first and the last stage of every call: admits it, follows it by what the others say, writes its one ending. */
public final class CallStage {
  private static final Logger LOG = LoggerFactory.getLogger(CallStage.class);
  private static final Runnable NOTHING = () -> {};

  private final Numbers numbers;
  private final int maxCalls;
  private final Signals signals;
  private final Line line;
  private final Clock clock;
  private final FactsFirst facts;
  private final Calls calls = new Calls();

  /**
   * @param maxCalls callers on the line at once; the next one hears the busy flow
   * @param owner runs tasks on this stage's own thread
   */
  public CallStage(Numbers numbers, int maxCalls, Signals signals, Journal journal, Line line, Clock clock, Executor owner) {
    this.numbers = numbers;
    this.maxCalls = maxCalls;
    this.signals = signals;
    this.line = line;
    this.clock = clock;
    this.facts = new FactsFirst(journal, owner);
  }

  /** Takes a fact of the journal, before {@link #open}. */
  public void restore(Fact fact) {
    calls.restore(fact);
  }

  /** Begins to listen; call it on the owner's thread. */
  public void open() {
    facts.commit(calls.closeRestored(clock.nowMs()));
    signals.on(LineEvent.CallArrived.class, this::arrived);
    signals.on(LineEvent.CallerGone.class, e -> step(e.call(), CallTrigger.CALLER_GONE, e.by(), NOTHING));
    signals.on(LineEvent.Connected.class, e -> step(e.offer().call(), CallTrigger.CONNECTED));
    signals.on(LineEvent.Restored.class, this::reconcile);
    signals.on(CallSignal.Transferring.class, this::transferring);
    signals.on(LineEvent.TransferConnected.class, e -> step(e.call(), CallTrigger.TRANSFER_TALKS));
    signals.on(LineEvent.TransferEnded.class, e -> step(e.call(), CallTrigger.TRANSFER_OVER));
    signals.on(CallSignal.Enqueue.class, this::enqueued);
    signals.on(CallSignal.Waiting.class, s -> step(s.call(), CallTrigger.QUEUED));
    signals.on(CallSignal.Refused.class, s -> step(s.call(), CallTrigger.LEFT_QUEUE));
    signals.on(CallSignal.LeftQueue.class, this::leftQueue);
    signals.on(CallSignal.CallbackBooked.class, this::booked);
    signals.on(CallSignal.DialBegun.class, this::dialled);
    signals.on(CallSignal.DialOver.class, s -> step(s.call(), CallTrigger.LEFT_QUEUE));
    signals.on(CallSignal.Connected.class, s -> step(s.call(), CallTrigger.CONNECTED));
    signals.on(CallSignal.HandedOn.class, this::handedOn);
    signals.on(CallSignal.TalkEnded.class, this::talkEnded);
    signals.on(CallSignal.WrappedUp.class, this::wrappedUp);
    signals.on(CallSignal.FlowEnded.class, this::flowEnded);
  }

  private void arrived(LineEvent.CallArrived arrival) {
    if (calls.get(arrival.call()) != null) {
      return; // told again by a snapshot
    }
    String called = numbers.called(arrival);
    boolean full = calls.onTheLine() >= maxCalls;
    EntryPoint own = numbers.entryPoint(called);
    EntryPoint entry = full ? numbers.busy(own) : own;
    CallSignal.Admitted admission = new CallSignal.Admitted(
        arrival.call(), entry.tenant(), entry.flow(), entry.language(), called, numbers.caller(arrival), arrival.callerName());
    calls.arrived(admission);
    LOG.debug("{}: arrived for {} at entry point {}{}", arrival.call(), called, entry.name(), full ? " (limit of calls reached)" : "");
    facts.commit(
        List.of(new Fact.CallArrived(clock.nowMs(), entry.tenant(), arrival.call(), called, admission.caller(), admission.callerName(),
            arrival.trunk(), entry.name(), entry.flow(), entry.language())),
        () -> signals.send(admission));
  }

  /** An interaction of its own begins, whose facts the ACD wrote. */
  private void booked(CallSignal.CallbackBooked signal) {
    if (calls.get(signal.call()) == null) {
      calls.callback(new CallSignal.Admitted(
          signal.call(), signal.queue().tenant(), "", signal.language(), "", signal.number(), signal.callerName()));
      LOG.debug("{}: {} is to be called back, from {}", signal.call(), signal.number(), signal.from());
    }
  }

  /** The same for one that an agent dials. */
  private void dialled(CallSignal.DialBegun signal) {
    if (calls.get(signal.call()) == null) {
      calls.callback(new CallSignal.Admitted(signal.call(), signal.queue().tenant(), "", signal.language(), "", signal.number(), ""));
      LOG.debug("{}: {} is dialled", signal.call(), signal.number());
    }
  }

  private void flowEnded(CallSignal.FlowEnded signal) {
    Call call = calls.get(signal.call());
    if (call != null && CallTransitions.TABLE.moves(call.state(), CallTrigger.FLOW_ENDED)) {
      calls.flowEnding(call, signal.ending());
      step(call.id(), CallTrigger.FLOW_ENDED, Party.UNSEEN, () -> line.hangUp(call.id()));
    }
  }

  private void leftQueue(CallSignal.LeftQueue signal) {
    if (signal.exit() == QueueExit.UNSEEN) {
      step(signal.call(), CallTrigger.CALLER_GONE, Party.UNSEEN, NOTHING);
    } else if (signal.exit() == QueueExit.ABANDONED) {
      step(signal.call(), CallTrigger.CALLER_GONE, Party.CALLER, NOTHING);
    }
    step(signal.call(), CallTrigger.LEFT_QUEUE);
  }

  private void transferring(CallSignal.Transferring signal) {
    Call call = calls.get(signal.call());
    if (call != null && CallTransitions.TABLE.moves(call.state(), CallTrigger.TRANSFER_STARTED)) {
      calls.transferring(call, signal.transfer(), signal.number());
      step(call.id(), CallTrigger.TRANSFER_STARTED);
    }
  }

  private void enqueued(CallSignal.Enqueue signal) {
    Call call = calls.get(signal.call());
    if (call != null) {
      calls.goesOn(call, signal.goesOn());
      step(signal.call(), CallTrigger.QUEUED);
    }
  }

  private void handedOn(CallSignal.HandedOn signal) {
    Call call = calls.get(signal.call());
    if (call != null) {
      calls.handedOn(call, signal.offer(), signal.wrapUp());
      step(signal.call(), signal.waits() ? CallTrigger.HANDED_BACK : CallTrigger.HANDED_ON);
    }
  }

  private void talkEnded(CallSignal.TalkEnded signal) {
    Call call = calls.get(signal.call());
    if (call != null) {
      CallTrigger trigger = calls.talkEnded(call, signal.offer(), signal.by(), signal.wrapUp());
      boolean goesOn = trigger == CallTrigger.TALK_ENDED_GOES_ON;
      step(signal.call(), trigger, Party.UNSEEN, goesOn ? () -> signals.send(new CallSignal.GoesOn(signal.call())) : NOTHING);
    }
  }

  private void wrappedUp(CallSignal.WrappedUp signal) {
    Call call = calls.get(signal.call());
    if (call != null && calls.wrappedUp(call, signal.offer())) {
      step(signal.call(), CallTrigger.WRAPPED_UP);
    }
  }

  private void step(CallId id, CallTrigger trigger) {
    step(id, trigger, Party.UNSEEN, NOTHING);
  }

  private void step(CallId id, CallTrigger trigger, Party by, Runnable effects) {
    Call call = calls.get(id);
    if (call == null) {
      return; // closed before: the others' word came late
    }
    List<Fact> written = calls.step(call, trigger, by, clock.nowMs());
    if (LOG.isDebugEnabled()) {
      Call now = calls.get(id);
      LOG.debug("{}: {} -{}-> {}", id, call.state(), trigger, now == null ? CallState.CLOSED : now.state());
    }
    if (effects == NOTHING) {
      facts.commit(written);
    } else {
      facts.commit(written, effects);
    }
  }

  /** Asterisk tells who is on the line; whoever is missing has gone unseen, whoever is new is admitted now. */
  private void reconcile(LineEvent.Restored restored) {
    Set<CallId> live = restored.calls().stream().map(c -> c.arrival().call()).collect(Collectors.toSet());
    for (Call call : calls.all()) {
      if (live.contains(call.id())) {
        resume(call);
      } else if (CallTransitions.TABLE.moves(call.state(), CallTrigger.CALLER_GONE)) {
        step(call.id(), CallTrigger.CALLER_GONE, Party.UNSEEN, NOTHING);
      }
    }
    restored.calls().forEach(c -> arrived(c.arrival()));
  }

  private void resume(Call call) {
    switch (call.state()) {
      case IN_FLOW -> facts.commit(List.of(), () -> signals.send(call.talked() ? new CallSignal.GoesOn(call.id()) : call.admission()));
      case ENDING, PARTED, PARTED_DONE -> line.hangUp(call.id());
      case TRANSFERRING, TRANSFERRED, WAITING, LEAVING, TALKING, RELEASING, WRAP_UP, CALLBACK, CLOSED -> {}
    }
  }
}
