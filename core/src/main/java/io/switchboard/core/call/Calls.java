package io.switchboard.core.call;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal.Admitted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kernel of the call stage: all calls of this platform, changed by triggers while live and by facts after a restart. */
final class Calls {
  private final Map<CallId, Call> calls = new HashMap<>();
  private long onTheLine;

  @Nullable Call get(CallId id) {
    return calls.get(id);
  }

  Collection<Call> all() {
    return List.copyOf(calls.values());
  }

  /** Callers on the line, which is what the limit bounds. */
  long onTheLine() {
    return onTheLine;
  }

  private static boolean onTheLine(Call call) {
    return switch (call.state()) {
      case IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING, WAITING, TALKING, PARTED, PARTED_DONE -> true;
      case LEAVING, RELEASING, WRAP_UP, CALLBACK, CLOSED -> false;
    };
  }

  private void put(Call call) {
    count(calls.put(call.id(), call), -1);
    count(call, 1);
  }

  private void remove(CallId id) {
    count(calls.remove(id), -1);
  }

  private void count(@Nullable Call call, int by) {
    if (call != null && onTheLine(call)) {
      onTheLine += by;
    }
  }

  void arrived(Admitted admission) {
    put(Call.arrived(admission));
  }

  void callback(Admitted admission) {
    Call call = Call.arrived(admission);
    put(call.in(CallTransitions.TABLE.next(call.state(), CallTrigger.CALLBACK_BEGUN)));
  }

  void flowEnding(Call call, Ending ending) {
    put(call.endingWith(ending));
  }

  void transferring(Call call, int transfer, String number) {
    put(call.to(new Outside(transfer, number, 0)));
  }

  /** Whether his flow goes on where an agent ends the talk that follows. */
  void goesOn(Call call, boolean afterTalk) {
    put(call.goingOn(afterTalk));
  }

  /** An agent's part is over and the call goes on without him. */
  void handedOn(Call call, OfferId talk, boolean wrapUp) {
    if (wrapUp) {
      put(call.wrapping(talk));
    }
  }

  /** What the end of a talk is for this call. */
  CallTrigger talkEnded(Call call, OfferId talk, Party by, boolean wrapUp) {
    boolean goesOn = call.state() == CallState.TALKING && call.goesOn() && by != Party.CALLER;
    boolean moves = goesOn || CallTransitions.TABLE.moves(call.state(), CallTrigger.TALK_ENDED);
    Call now = wrapUp && moves ? call.wrapping(talk) : call;
    put(goesOn ? now.afterTalk() : now);
    if (goesOn) {
      return CallTrigger.TALK_ENDED_GOES_ON;
    }
    return now.work().isEmpty() ? CallTrigger.TALK_ENDED_DONE : CallTrigger.TALK_ENDED;
  }

  /** The agent has wrapped up this talk. True where no other wrap-up goes on. */
  boolean wrappedUp(Call call, OfferId talk) {
    Call now = call.wrapped(talk);
    put(now);
    return now.work().isEmpty();
  }

  private static CallTrigger atWork(Call call, CallTrigger trigger) {
    CallTrigger same = switch (trigger) {
      case CALLER_GONE -> CallTrigger.CALLER_GONE_AT_WORK;
      case LEFT_QUEUE -> CallTrigger.LEFT_QUEUE_AT_WORK;
      default -> trigger;
    };
    return !call.work().isEmpty() && CallTransitions.TABLE.moves(call.state(), same) ? same : trigger;
  }

  /** Facts of this step, the ending among them when the caller's part is over. A trigger that its row ignores gives none. */
  List<Fact> step(Call call, CallTrigger what, Party by, long nowMs) {
    CallTrigger trigger = atWork(call, what);
    CallState next = CallTransitions.TABLE.next(call.state(), trigger);
    List<Fact> facts = new ArrayList<>(3);
    if (what == CallTrigger.CALLER_GONE) {
      outsideEnded(call, by, nowMs).ifPresent(facts::add);
    }
    if (what == CallTrigger.CALLER_GONE && CallTransitions.TABLE.moves(call.state(), trigger)) {
      facts.add(new Fact.CallEnded(nowMs, call.admission().tenant(), call.id(), ending(call, by)));
    }
    if (next == CallState.CLOSED && call.state() != CallState.CLOSED) {
      facts.add(new Fact.InteractionClosed(nowMs, call.admission().tenant(), call.id()));
      remove(call.id());
    } else {
      Outside outside = call.outside();
      boolean begins = next == CallState.TRANSFERRED && call.state() != next;
      put((outside != null && begins ? call.to(outside.talkingSince(nowMs)) : call).in(next));
    }
    return facts;
  }

  /** His transfer ends with him; where he is still there the flow writes its end. */
  private static Optional<Fact> outsideEnded(Call call, Party by, long nowMs) {
    Outside outside = call.outside();
    if (outside == null || (call.state() != CallState.TRANSFERRING && call.state() != CallState.TRANSFERRED)) {
      return Optional.empty();
    }
    boolean seen = by != Party.UNSEEN;
    return Optional.of(new Fact.Errand.TransferEnded(
        nowMs, call.admission().tenant(), call.id(), outside.transfer(), outside.number(),
        seen ? TransferEnding.CALLER_HUNG_UP : TransferEnding.UNSEEN, seen ? outside.talkMs(nowMs) : 0));
  }

  private static Ending ending(Call call, Party by) {
    if (by == Party.UNSEEN && call.state() != CallState.ENDING) {
      return Ending.UNSEEN;
    }
    return switch (call.state()) {
      case IN_FLOW, TRANSFERRING -> call.talked() ? Ending.AGENT_HUNG_UP : Ending.CALLER_HUNG_UP_IN_FLOW;
      case TRANSFERRED -> Ending.TRANSFERRED;
      case ENDING -> call.talked() && call.flowEnding() == Ending.FLOW_ENDED ? Ending.AGENT_HUNG_UP : call.flowEnding();
      case WAITING -> Ending.ABANDONED;
      case TALKING -> by == Party.AGENT ? Ending.AGENT_HUNG_UP : Ending.CALLER_HUNG_UP_AFTER_TALK;
      case PARTED, PARTED_DONE -> Ending.AGENT_HUNG_UP;
      case LEAVING, RELEASING, WRAP_UP, CALLBACK, CLOSED -> throw new IllegalStateException("a second ending in " + call.state());
    };
  }

  /** One fact of the journal; in their order they give the state that wrote them. */
  void restore(Fact fact) {
    switch (fact) {
      case Fact.CallArrived f ->
          arrived(new Admitted(f.call(), f.tenant(), f.flow(), f.language(), f.called(), f.caller(), f.callerName()));
      case Fact.CallbackBooked f -> callback(new Admitted(f.call(), f.tenant(), "", f.language(), "", f.number(), f.callerName()));
      case Fact.Dial.DialBegun f -> callback(new Admitted(f.call(), f.tenant(), "", f.language(), "", f.number(), ""));
      case Fact.Dial.DialEnded f when f.result() != DialResult.ANSWERED -> restoredGoneOr(f.call(), CallState.CLOSED);
      case Fact.Dial f -> {}
      case Fact.QueueEntered f -> restored(f.call(), CallState.WAITING);
      case Fact.QueueLeft f -> restoredGoneOr(f.call(), CallState.IN_FLOW);
      case Fact.Connected f -> restored(f.call(), CallState.TALKING);
      case Fact.TalkEnded f -> restoredTalkEnd(f);
      case Fact.AfterTalk f -> restoredGoingOn(f.call(), true);
      case Fact.CallEnded f -> restoredEnd(f.call());
      case Fact.InteractionClosed f -> remove(f.call());
      case Fact.AgentStateChanged f -> restoreAgent(f);
      case Fact.Errand f -> restoreErrand(f);
      case Fact.TalkRecording f -> {}
      case Fact.StepEntered f -> restoredGoingOn(f.call(), false);
      case Fact.Learned f -> {}
      case Fact.Task f -> {}
      case Fact.CustomerNamed f -> {}
      case Fact.Scripted f -> {}
      case Fact.MenuAnswered f -> {}
      case Fact.LanguageChosen f -> {}
      case Fact.QueueRefused f -> {}
      case Fact.WaitTold f -> {}
      case Fact.OfferMade f -> {}
      case Fact.OfferRang f -> {}
      case Fact.OfferEnded f -> {}
      case Fact.CallHeld f -> {}
      case Fact.CallResumed f -> {}
      case Fact.InTalk.HandedOn f -> restoredHandedOn(f);
      case Fact.InTalk f -> {}
      case Fact.Listening f -> {}
      case Fact.MicrophoneSwitched f -> {}
      case Fact.WrapUpCoded f -> {}
      case Fact.WrapUpEnded f -> {}
      case Fact.AgentSkillsSet f -> {}
      case Fact.ClosureSwitched f -> {}
      case Fact.CallbackDue f -> {}
      case Fact.CallbackReached f -> {}
    }
  }

  private void restoreErrand(Fact.Errand fact) {
    Call call = calls.get(fact.call());
    if (call == null) {
      return;
    }
    switch (fact) {
      case Fact.Errand.TransferStarted f -> put(call.to(new Outside(f.transfer(), f.number(), 0)).in(CallState.TRANSFERRING));
      case Fact.Errand.TransferConnected f ->
          put(call.to(new Outside(f.transfer(), f.number(), f.atMs())).in(CallState.TRANSFERRED));
      case Fact.Errand.TransferEnded f -> put(call.in(CallState.IN_FLOW));
      case Fact.Errand.VoicemailBegun f -> {}
      case Fact.Errand.VoicemailLeft f -> {}
      case Fact.Errand.VoicemailDropped f -> {}
      case Fact.Errand.VoicemailHeard f -> {}
      case Fact.Errand.VoicemailDone f -> {}
      case Fact.Errand.RecordingBegun f -> {}
      case Fact.Errand.RecordingKept f -> {}
      case Fact.Errand.RecordingDropped f -> {}
    }
  }

  private void restoreAgent(Fact.AgentStateChanged fact) {
    if (fact.to() == AgentState.WRAP_UP && fact.offer() != null) {
      Call call = calls.get(fact.offer().call());
      if (call != null) {
        put(call.wrapping(fact.offer()).in(switch (call.state()) {
          case PARTED, PARTED_DONE -> CallState.PARTED;
          case WRAP_UP, CLOSED, CALLBACK -> CallState.WRAP_UP;
          case IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING, WAITING, LEAVING, TALKING, RELEASING -> call.state();
        }));
      }
    }
  }

  private void restoredGoingOn(CallId id, boolean afterTalk) {
    Call call = calls.get(id);
    if (call != null) {
      put(call.goingOn(afterTalk));
    }
  }

  private void restoredHandedOn(Fact.InTalk.HandedOn fact) {
    Call call = calls.get(fact.call());
    if (call != null) {
      put(call.handing(fact.talk()));
    }
  }

  private void restoredTalkEnd(Fact.TalkEnded fact) {
    Call call = calls.get(fact.call());
    if (call != null && (fact.offer().equals(call.handedOn()) || fact.by() == Party.LOST)) {
      return; // he talks with somebody else, or waits again, as the next facts say
    }
    if (call != null && call.state() == CallState.TALKING && call.goesOn() && fact.by() != Party.CALLER) {
      put(call.afterTalk().in(CallState.IN_FLOW));
    } else {
      restoredGoneOr(fact.call(), CallState.PARTED_DONE);
    }
  }

  /** He waits or talks, as the ACD noted it; perhaps when he had gone already, which has its ending and gets no other. */
  private void restored(CallId id, CallState state) {
    Call call = calls.get(id);
    if (call == null) {
      return;
    }
    switch (call.state()) {
      case LEAVING, RELEASING, WRAP_UP, CLOSED -> put(call.in(state == CallState.TALKING ? CallState.RELEASING : CallState.LEAVING));
      case IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING, WAITING, TALKING, PARTED, PARTED_DONE -> put(call.in(state));
      case CALLBACK -> {}
    }
  }

  /** The caller may have gone before the other stage wrote its part. */
  private void restoredGoneOr(CallId id, CallState state) {
    Call call = calls.get(id);
    if (call != null) {
      boolean gone = switch (call.state()) {
        case LEAVING, RELEASING, CALLBACK -> true;
        case IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING, WAITING, TALKING, PARTED, PARTED_DONE, WRAP_UP, CLOSED -> false;
      };
      put(call.in(gone ? over(call) : state));
    }
  }

  /** The caller's part is over: so is the call, unless an agent wraps up an earlier talk. */
  private static CallState over(Call call) {
    return call.work().isEmpty() ? CallState.CLOSED : CallState.WRAP_UP;
  }

  private void restoredEnd(CallId id) {
    Call call = calls.get(id);
    if (call != null) {
      put(call.in(switch (call.state()) {
        case WAITING, LEAVING -> CallState.LEAVING;
        case TALKING, RELEASING -> CallState.RELEASING;
        case PARTED, WRAP_UP -> CallState.WRAP_UP;
        case CALLBACK -> CallState.CALLBACK;
        case IN_FLOW, TRANSFERRING, TRANSFERRED, ENDING -> over(call);
        case PARTED_DONE, CLOSED -> CallState.CLOSED;
      }));
    }
  }

  /** After the last fact: closes what had only its closing left. */
  List<Fact> closeRestored(long nowMs) {
    List<Fact> facts = new ArrayList<>();
    for (Call call : all()) {
      if (call.state() == CallState.CLOSED) {
        remove(call.id());
        facts.add(new Fact.InteractionClosed(nowMs, call.admission().tenant(), call.id()));
      }
    }
    return facts;
  }
}
