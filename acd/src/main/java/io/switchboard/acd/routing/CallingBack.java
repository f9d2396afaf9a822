package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Alarms;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Callback;
import io.switchboard.acd.floor.Offer;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.ending.CallbackRefusal;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Phone;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are called back. Each has a place in the one order like a caller who waits; when it is his turn an agent is reserved and he
 * is dialled, and from his answer on he is a caller like any other. A try in vain lets his place rest for a while.
 */
final class CallingBack {
  private static final String BY_CALLER = "caller";

  private CallingBack() {}

  // --- booking

  /** By the caller himself, in his flow: at the place that he has or had in a queue. */
  static void requested(Turn turn, CallSignal.RequestCallback wish) {
    Callback asked = turn.floor.callbacks().from(wish.call()); // told again after a restart
    Callback known = asked == null ? turn.floor.callbacks().of(wish.queue(), wish.number()) : asked; // or booked before: the better place
    if (known != null) {
      Fact.CallbackBooked booked = known.booked();
      turn.send(new CallSignal.CallbackBooked(
          booked.call(), wish.call(), booked.queue(), booked.number(), booked.callerName(), booked.language()));
      return;
    }
    CallQueue queue = turn.floor.queues().queue(wish.queue());
    CallbackRefusal refusal = refusal(turn, queue, wish.number());
    if (queue == null || refusal != null) {
      turn.send(new CallSignal.CallbackRefused(wish.call(), wish.queue(), refusal == null ? CallbackRefusal.NOT_OFFERED : refusal));
      return;
    }
    Visit before = turn.floor.visit(wish.call());
    Fact.QueueEntered entered = before == null ? null : before.entered();
    AgentId preferred = entered != null && entered.preferred() != null
        ? entered.preferred() : Callers.lastAgent(turn, queue, wish.number());
    int priority = entered == null ? 0 : entered.priority();
    String valueClass = entered == null ? "" : entered.valueClass();
    long sinceMs = before == null || before.talked() ? turn.nowMs : before.sinceMs();
    book(turn, wish.call(), queue, wish.number(), wish.callerName(), wish.language(), BY_CALLER, new Fact.QueueEntered(
        turn.nowMs, wish.queue().tenant(), id(turn, wish.call()), 1, wish.queue(), priority,
        entered == null ? Map.of() : entered.skills(), wish.number(), wish.callerName(), valueClass,
        preferred, entered != null && preferred != null && entered.preferred() == null,
        sinceMs, turn.floor.queues().dueMs(queue, priority, valueClass, sinceMs)));
    if (turn.floor.line().isGone(wish.call())) {
      lineFree(turn, wish.call());
    }
  }

  /** By people. */
  static Reply asked(Turn turn, CallbackRequest request) {
    return switch (request) {
      case CallbackRequest.Book asked -> book(turn, asked);
      case CallbackRequest.Cancel asked -> cancel(turn, asked);
    };
  }

  private static Reply book(Turn turn, CallbackRequest.Book asked) {
    CallQueue queue = turn.floor.queues().queue(asked.queue());
    CallbackRefusal refusal = refusal(turn, queue, asked.number());
    if (queue == null || refusal != null) {
      return new Reply.Refused("callback_refused", refused(asked.queue(), asked.number(), refusal));
    }
    if (turn.floor.callbacks().from(asked.from()) != null || turn.floor.callbacks().of(asked.queue(), asked.number()) != null) {
      return new Reply.Refused("callback_booked", new Words(
          asked.number() + " is to be called back already. GET /api/callbacks shows when.",
          asked.number() + " 已预约回呼。时间见 GET /api/callbacks。"));
    }
    long sinceMs = Math.min(asked.sinceMs(), turn.nowMs);
    book(turn, asked.from(), queue, asked.number(), asked.callerName(), asked.language(), asked.by(), new Fact.QueueEntered(
        turn.nowMs, asked.queue().tenant(), id(turn, asked.from()), 1, asked.queue(), 0, Map.of(), asked.number(), asked.callerName(), "",
        asked.preferred(), false, sinceMs, turn.floor.queues().dueMs(queue, 0, "", sinceMs)));
    Callback callback = turn.floor.callbacks().from(asked.from());
    if (asked.notBeforeMs() > turn.nowMs && callback != null) {
      rest(turn, callback, asked.notBeforeMs(), 0, Callback.PROMISED);
    } else if (turn.floor.visit(asked.from()) == null) {
      lineFree(turn, asked.from());
    }
    return new Reply.Accepted("booked");
  }

  private static Words refused(QueueId queue, String number, @Nullable CallbackRefusal refusal) {
    return switch (refusal == null ? CallbackRefusal.NOT_OFFERED : refusal) {
      case NUMBER_NOT_ALLOWED -> new Words(
          "Queue " + queue + " calls no such number back: '" + number + "'. Add its beginning to the queue's callback.numbers; 6 characters"
              + " or more of a premium rate number.",
          "队列 " + queue + " 不回呼该号码：'" + number + "'。请在队列的 callback.numbers 中加入其前缀；声讯号码须写出至少 6 个字符。");
      case EMERGENCY -> new Words(
          "An emergency closure of queue " + queue + " is in force. Switch it off first.", "队列 " + queue + " 已紧急关闭。请先解除。");
      case FULL -> new Words(
          "As many customers of queue " + queue + " wait to be called back as may. Raise callback.most, or cancel some.",
          "队列 " + queue + " 的待回呼客户已达上限。请调高 callback.most 或取消部分回呼。");
      case NOT_OFFERED -> new Words(
          "Queue " + queue + " calls nobody back. Give it a section 'callback'.", "队列 " + queue + " 不提供回呼。请为其添加 'callback' 配置。");
    };
  }

  private static @Nullable CallbackRefusal refusal(Turn turn, @Nullable CallQueue queue, String number) {
    Returns.Callback rules = queue == null ? null : queue.callbacks();
    if (queue == null || rules == null) {
      return CallbackRefusal.NOT_OFFERED;
    }
    if (turn.floor.queues().emergency(queue)) {
      return CallbackRefusal.EMERGENCY;
    }
    if (queue.callbacksPending() >= rules.most()) {
      return CallbackRefusal.FULL;
    }
    return rules.allows(number) ? null : CallbackRefusal.NUMBER_NOT_ALLOWED;
  }

  private static void book(
      Turn turn, CallId from, CallQueue queue, String number, String name, String language, String by, Fact.QueueEntered place) {
    Fact.CallbackBooked booked =
        new Fact.CallbackBooked(turn.nowMs, queue.id().tenant(), place.call(), from, queue.id(), number, name, language, by);
    turn.fact(booked);
    turn.fact(place);
    turn.send(signal(booked));
  }

  private static CallSignal.CallbackBooked signal(Fact.CallbackBooked booked) {
    return new CallSignal.CallbackBooked(
        booked.call(), booked.from(), booked.queue(), booked.number(), booked.callerName(), booked.language());
  }

  /** An interaction of its own, whose id tells whence it came. */
  private static CallId id(Turn turn, CallId from) {
    return new CallId(from + "+" + Long.toString(turn.floor.callbacks().idMs(turn.nowMs), Character.MAX_RADIX));
  }

  private static Reply cancel(Turn turn, CallbackRequest.Cancel asked) {
    Visit visit = turn.floor.visit(asked.callback());
    if (visit == null || !visit.absent() || !visit.inQueue() || !visit.queue().id().tenant().equals(asked.queue().tenant())) {
      return new Reply.Refused("unknown_callback", Words.of(asked.callback().value()));
    }
    over(turn, visit, QueueExit.CANCELLED);
    return new Reply.Accepted("cancelled");
  }

  // --- until he is reached

  /** Nobody is on the line any more on which this was asked for: he may be dialled. */
  static void lineFree(Turn turn, CallId from) {
    Callback callback = turn.floor.callbacks().from(from);
    if (callback != null && callback.dueMs() == Alarms.NEVER) {
      rest(turn, callback, turn.nowMs, callback.tries(), "hung_up");
      due(turn, callback);
    }
  }

  /** He may be dialled, or his window is over. While the line is down nobody is; its return asks again. */
  static void due(Turn turn, Callback callback) {
    Visit visit = callback.visit();
    Returns.Callback rules = visit.queue().callbacks();
    if (visit.state() != VisitState.WAITING || callback.reached() || !turn.floor.line().up()) {
      return;
    }
    if (rules == null) {
      over(turn, visit, QueueExit.CANCELLED);
    } else if (windowOver(turn, callback, rules)) {
      over(turn, visit, QueueExit.UNREACHED);
    } else if (callback.dueMs() <= turn.nowMs) {
      if (open(turn, visit)) {
        turn.floor.awake(callback, turn.nowMs);
        Matching.callFree(turn, visit, Trigger.CALLBACK_DUE);
      } else {
        rest(turn, callback, turn.nowMs + rules.retryMs(), callback.tries(), "closed");
      }
    }
  }

  /** Whether he may be dialled now; if not, he rests, since his queue has closed while he waited for an agent. */
  static boolean mayBeDialled(Turn turn, Visit visit) {
    Callback callback = visit.callback();
    Returns.Callback rules = visit.queue().callbacks();
    if (callback == null || callback.reached() || rules == null || open(turn, visit)) {
      return true;
    }
    rest(turn, callback, turn.nowMs + rules.retryMs(), callback.tries(), "closed");
    return false;
  }

  private static boolean open(Turn turn, Visit visit) {
    QueueSettings settings = visit.queue().settings();
    return settings != null && settings.doors().hours().openAt(turn.nowMs) && !turn.floor.queues().emergency(visit.queue());
  }

  private static boolean windowOver(Turn turn, Callback callback, Returns.Callback rules) {
    return turn.nowMs >= callback.windowFromMs() + rules.windowMs();
  }

  private static void rest(Turn turn, Callback callback, long dueMs, int tries, String why) {
    Fact.CallbackBooked booked = callback.booked();
    turn.fact(new Fact.CallbackDue(turn.nowMs, booked.tenant(), booked.call(), booked.queue(), dueMs, tries, why));
  }

  /** What the line is to dial: the customer, for the agent whom this offer reserves. */
  static Effect dial(OfferId offer, Visit visit, Returns.Callback rules) {
    return new Effect.CallBack(new Line.Ring(
        offer, new Phone.Number(visit.entered().caller(), rules.trunks()), rules.from(), "", rules.ringMs()));
  }

  /** He did not answer, or could not be reached: that is not the agent's doing. */
  static void missed(Turn turn, Offer offer, OfferEnding why) {
    Visit visit = offer.visit();
    Callback callback = visit.callback();
    Returns.Callback rules = visit.queue().callbacks();
    Offers.end(turn, offer, OfferEnding.CUSTOMER_MISSED);
    if (callback != null) {
      int tries = callback.tries() + 1;
      if (rules == null || tries >= rules.attempts() || windowOver(turn, callback, rules)) {
        over(turn, visit, QueueExit.UNREACHED);
      } else {
        rest(turn, callback, turn.nowMs + rules.retryMs(), tries, why.name().toLowerCase(Locale.ROOT));
      }
    }
    Agents.offerOver(turn, offer.agent());
    Matching.agentFree(turn, offer.agent(), Trigger.AGENT_FREE);
  }

  /** It is over before he was reached; an agent who was reserved is free again. */
  static void over(Turn turn, Visit visit, QueueExit exit) {
    Offers.over(turn, visit, OfferEnding.WITHDRAWN, () -> Callers.leave(turn, visit, exit));
  }

  // --- he answered

  static void calledBack(Turn turn, OfferId id) {
    Visit visit = turn.floor.visit(id.call());
    if (visit == null || !visit.inQueue()) {
      turn.effect(new Effect.HangUp(id.call())); // it was over before he answered
    } else if (visit.absent()) {
      reached(turn, visit, visit.offers().isEmpty() ? null : visit.offers().getFirst());
    }
  }

  /** From now on he waits like any caller, and is nearly there: his agent's phone rings. */
  private static void reached(Turn turn, Visit visit, @Nullable Offer offer) {
    TenantId tenant = visit.queue().id().tenant();
    turn.fact(new Fact.CallbackReached(turn.nowMs, tenant, visit.call(), visit.queue().id(), offer == null ? null : offer.id()));
    QueueSettings settings = visit.queue().settings();
    if (settings != null) {
      turn.effect(new Effect.Music(visit.call(), settings.waiting().musicClass()));
    }
    Callback callback = visit.callback();
    turn.send(new CallSignal.CalledBack(visit.call(), callback == null ? "" : callback.booked().language()));
    if (offer == null) {
      Callers.back(turn, visit);
    } else {
      Offers.ring(turn, offer);
    }
  }

  /** The line tells who is on it: who answered meanwhile is here, who was being dialled is not any more. */
  static void restored(Turn turn, Visit visit, Set<CallId> calls) {
    Offer offer = visit.offers().isEmpty() ? null : visit.offers().getFirst();
    if (!visit.inQueue()) {
      if (calls.contains(visit.call())) {
        turn.effect(new Effect.HangUp(visit.call())); // he answered when it was over
      }
    } else if (calls.contains(visit.call())) {
      reached(turn, visit, offer);
    } else if (offer != null) {
      Offers.returned(turn, offer, OfferEnding.LOST);
    }
  }

  /** After the line told who is on it. */
  static void linesFree(Turn turn, Set<CallId> calls) {
    for (Callback callback : turn.floor.callbacks().all()) {
      if (!calls.contains(callback.booked().from())) {
        lineFree(turn, callback.booked().from());
      }
      due(turn, callback);
    }
  }
}
