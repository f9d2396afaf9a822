package io.switchboard.core.call;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal.Admitted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      case IN_FLOW, ENDING, WAITING, TALKING, PARTED, PARTED_DONE -> true;
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

  /** Facts of this step, the ending among them when the caller's part is over. A trigger that its row ignores gives none. */
  List<Fact> step(Call call, CallTrigger trigger, Party by, long nowMs) {
    CallState next = CallTransitions.TABLE.next(call.state(), trigger);
    List<Fact> facts = new ArrayList<>(2);
    if (trigger == CallTrigger.CALLER_GONE && CallTransitions.TABLE.moves(call.state(), trigger)) {
      facts.add(new Fact.CallEnded(nowMs, call.admission().tenant(), call.id(), ending(call, by)));
    }
    if (next == CallState.CLOSED && call.state() != CallState.CLOSED) {
      facts.add(new Fact.InteractionClosed(nowMs, call.admission().tenant(), call.id()));
      remove(call.id());
    } else {
      put(call.in(next));
    }
    return facts;
  }

  private static Ending ending(Call call, Party by) {
    if (by == Party.UNSEEN && call.state() != CallState.ENDING) {
      return Ending.UNSEEN;
    }
    return switch (call.state()) {
      case IN_FLOW -> Ending.CALLER_HUNG_UP_IN_FLOW;
      case ENDING -> call.flowEnding();
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
      case Fact.QueueEntered f -> restored(f.call(), CallState.WAITING);
      case Fact.QueueLeft f -> restoredGoneOr(f.call(), CallState.IN_FLOW);
      case Fact.Connected f -> restored(f.call(), CallState.TALKING);
      case Fact.TalkEnded f -> restoredGoneOr(f.call(), CallState.PARTED_DONE);
      case Fact.CallEnded f -> restoredEnd(f.call());
      case Fact.InteractionClosed f -> remove(f.call());
      case Fact.AgentStateChanged f -> restoreAgent(f);
      case Fact.StepEntered f -> {}
      case Fact.MenuAnswered f -> {}
      case Fact.LanguageChosen f -> {}
      case Fact.QueueRefused f -> {}
      case Fact.OfferMade f -> {}
      case Fact.OfferRang f -> {}
      case Fact.OfferEnded f -> {}
      case Fact.CallHeld f -> {}
      case Fact.CallResumed f -> {}
      case Fact.WrapUpEnded f -> {}
      case Fact.AgentSkillsSet f -> {}
      case Fact.ClosureSwitched f -> {}
      case Fact.CallbackDue f -> {}
      case Fact.CallbackReached f -> {}
    }
  }

  private void restoreAgent(Fact.AgentStateChanged fact) {
    if (fact.to() == AgentState.WRAP_UP && fact.offer() != null) {
      Call call = calls.get(fact.offer().call());
      if (call != null) {
        put(call.in(call.state() == CallState.PARTED_DONE ? CallState.PARTED : CallState.WRAP_UP));
      }
    }
  }

  private void restored(CallId id, CallState state) {
    Call call = calls.get(id);
    if (call != null && call.state() != CallState.CALLBACK) {
      put(call.in(state));
    }
  }

  /** The caller may have gone before the other stage wrote its part. */
  private void restoredGoneOr(CallId id, CallState state) {
    Call call = calls.get(id);
    if (call != null) {
      boolean gone = switch (call.state()) {
        case LEAVING, RELEASING, CALLBACK -> true;
        case IN_FLOW, ENDING, WAITING, TALKING, PARTED, PARTED_DONE, WRAP_UP, CLOSED -> false;
      };
      put(call.in(gone ? CallState.CLOSED : state));
    }
  }

  private void restoredEnd(CallId id) {
    Call call = calls.get(id);
    if (call != null) {
      put(call.in(switch (call.state()) {
        case WAITING, LEAVING -> CallState.LEAVING;
        case TALKING, RELEASING -> CallState.RELEASING;
        case PARTED, WRAP_UP -> CallState.WRAP_UP;
        case CALLBACK -> CallState.CALLBACK;
        case IN_FLOW, ENDING, PARTED_DONE, CLOSED -> CallState.CLOSED;
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
