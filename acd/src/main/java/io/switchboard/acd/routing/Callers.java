package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.Agent;
import io.switchboard.acd.floor.CallQueue;
import io.switchboard.acd.floor.Callback;
import io.switchboard.acd.floor.OverflowWatch;
import io.switchboard.acd.floor.Patience;
import io.switchboard.acd.floor.Visit;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls come to a queue, are refused, leave it. */
final class Callers {
  /** At most so many in one decision: each may ask how long a call would wait. */
  private static final int LOOKS = 4;

  private Callers() {}

  static void arrived(Turn turn, CallSignal.Enqueue call) {
    Visit before = turn.floor.visit(call.call());
    if (turn.floor.line().isGone(call.call())) {
      turn.send(new CallSignal.LeftQueue(call.call(), call.queue(), QueueExit.ABANDONED)); // hung up on the way here
      return;
    }
    if (before != null && before.state() != VisitState.LEFT) {
      return; // told again after a restart
    }
    CallQueue queue = turn.floor.queues().queue(call.queue());
    QueueRefusal refusal = call.onlyMs() > 0 ? refusalForOne(turn, queue, call.preferred()) : refusal(turn, queue);
    if (queue == null || refusal != null) {
      QueueRefusal reason = refusal == null ? QueueRefusal.UNKNOWN_QUEUE : refusal;
      turn.fact(new Fact.QueueRefused(turn.nowMs, call.queue().tenant(), call.call(), call.queue(), reason));
      turn.send(new CallSignal.Refused(call.call(), call.queue(), reason));
    } else {
      enter(turn, queue, call, before);
    }
  }

  private static @Nullable QueueRefusal refusal(Turn turn, @Nullable CallQueue queue) {
    QueueSettings settings = queue == null ? null : queue.settings();
    if (queue == null || settings == null) {
      return QueueRefusal.UNKNOWN_QUEUE;
    }
    if (turn.floor.queues().emergency(queue)) {
      return QueueRefusal.EMERGENCY;
    }
    if (!settings.doors().hours().openAt(turn.nowMs)) {
      return QueueRefusal.CLOSED;
    }
    if (unattended(queue)) {
      return QueueRefusal.NO_AGENTS;
    }
    return settings.doors().maxWaiting() > 0 && queue.inQueue() >= settings.doors().maxWaiting() ? QueueRefusal.FULL : null;
  }

  /** He does not wait, so neither the queue's hours nor how many wait there matter. */
  private static @Nullable QueueRefusal refusalForOne(Turn turn, @Nullable CallQueue queue, @Nullable AgentId wanted) {
    if (queue == null || queue.settings() == null) {
      return QueueRefusal.UNKNOWN_QUEUE;
    }
    if (turn.floor.queues().emergency(queue)) {
      return QueueRefusal.EMERGENCY;
    }
    Agent agent = wanted == null ? null : turn.floor.staff().agent(wanted);
    return turn.mayOffer() && agent != null && agent.offerable() ? null : QueueRefusal.AGENT_BUSY;
  }

  /** Whose agent is ready now: nobody who could go to him waits, so he passes nobody over. */
  private static void enterForOne(Turn turn, CallQueue queue, CallSignal.Enqueue call, int number) {
    turn.fact(new Fact.QueueEntered(
        turn.nowMs, queue.id().tenant(), call.call(), number, queue.id(), call.priority(), call.skills(), call.caller(),
        call.callerName(), call.valueClass(), call.preferred(), false, turn.nowMs,
        turn.floor.queues().dueMs(queue, call.priority(), call.valueClass(), turn.nowMs), call.onlyMs(), call.goesOn(), "", ""));
    Visit visit = turn.floor.visit(call.call());
    QueueSettings settings = queue.settings();
    if (settings == null || visit == null) {
      throw new IllegalStateException(call.call() + " entered and is not there");
    }
    turn.effect(new Effect.Music(call.call(), settings.waiting().musicClass()));
    turn.send(new CallSignal.Waiting(call.call(), queue.id()));
    Matching.callFree(turn, visit, Trigger.CALL_ARRIVED);
  }

  private static void enter(Turn turn, CallQueue queue, CallSignal.Enqueue call, @Nullable Visit before) {
    int number = before == null ? 1 : before.entered().visit() + 1;
    if (call.onlyMs() > 0) {
      enterForOne(turn, queue, call, number);
      return;
    }
    Callback own = turn.floor.callbacks().of(queue.id(), call.caller());
    long sinceMs = since(turn, queue, call, before, own);
    QueueSettings settings = queue.settings();
    AgentId last = call.preferred() == null ? lastAgent(turn, queue, call.caller()) : null;
    turn.fact(new Fact.QueueEntered(
        turn.nowMs, queue.id().tenant(), call.call(), number, queue.id(), call.priority(), call.skills(), call.caller(),
        call.callerName(), call.valueClass(), last == null ? call.preferred() : last, last != null, sinceMs,
        turn.floor.queues().dueMs(queue, call.priority(), call.valueClass(), sinceMs), 0, call.goesOn(), "", ""));
    Visit visit = turn.floor.visit(call.call());
    if (settings == null || visit == null) {
      throw new IllegalStateException(call.call() + " entered and is not there");
    }
    turn.effect(new Effect.Music(call.call(), settings.waiting().musicClass()));
    turn.send(new CallSignal.Waiting(call.call(), queue.id()));
    Matching.callFree(turn, visit, Trigger.CALL_ARRIVED);
    if (own != null && own.visit().absent()) {
      CallingBack.over(turn, own.visit(), QueueExit.RETURNED);
    }
    overflow(turn, visit);
    Announcements.message(turn, visit);
    if (settings.waiting().announceOnEntry()) {
      Announcements.tell(turn, visit);
    }
  }

  /** From when his wait counts: from now, or whence he has a place that he brings along or finds again. */
  private static long since(
      Turn turn, CallQueue queue, CallSignal.Enqueue call, @Nullable Visit before, @Nullable Callback own) {
    long sinceMs = before != null && call.keepWait() && !before.talked() ? before.sinceMs() : turn.nowMs;
    if (own != null && own.visit().absent()) {
      sinceMs = Math.min(sinceMs, own.visit().sinceMs());
    }
    QueueSettings settings = queue.settings();
    long redialMs = settings == null ? 0 : settings.returns().redialMs();
    Long dropped = redialMs == 0 ? null : turn.floor.dropped().sinceMs(queue.id(), call.caller(), turn.nowMs - redialMs);
    return dropped == null ? sinceMs : Math.min(sinceMs, dropped);
  }

  /** Who talked with this number last, where the queue wants them to talk again. */
  static @Nullable AgentId lastAgent(Turn turn, CallQueue queue, String caller) {
    QueueSettings settings = queue.settings();
    long since = settings == null ? 0 : settings.choice().lastAgentMs();
    return since == 0 || caller.isEmpty() ? null : turn.floor.lastAgents().agent(queue.id().tenant(), caller, turn.nowMs - since);
  }

  /** His offer ended unanswered: he is at his place again, unless the queue would not have him any more. */
  static void back(Turn turn, Visit visit) {
    CallQueue queue = visit.queue();
    if (visit.only() && visit.flowless()) {
      HandingOn.unanswered(turn, visit);
    } else if (visit.only()) {
      leave(turn, visit, QueueExit.NO_ANSWER);
    } else if (visit.flowless() && queue.settings() != null && !turn.floor.queues().emergency(queue)) {
      Matching.callFree(turn, visit, Trigger.OFFER_FAILED);
    } else if (visit.absent()) {
      Matching.callFree(turn, visit, Trigger.OFFER_FAILED);
    } else if (queue.settings() == null) {
      leave(turn, visit, QueueExit.QUEUE_REMOVED);
    } else if (turn.floor.queues().emergency(queue)) {
      leave(turn, visit, QueueExit.EMERGENCY);
    } else if (unattended(queue)) {
      leave(turn, visit, QueueExit.NO_AGENTS);
    } else if (visit.callback() == null && turn.floor.queues().overdue(visit, turn.nowMs)) {
      leave(turn, visit, QueueExit.MAX_WAIT);
    } else {
      Matching.callFree(turn, visit, Trigger.OFFER_FAILED);
      overflow(turn, visit);
    }
  }

  /** Sends it on if it waits and a rule of its queue says so now. */
  private static void overflow(Turn turn, Visit visit) {
    for (OverflowWatch overflow : visit.queue().overflows()) {
      if (visit.callback() == null && overflow.looksAt(visit, turn.nowMs)) {
        overflow(turn, visit, overflow);
      }
    }
  }

  private static void overflow(Turn turn, Visit visit, OverflowWatch overflow) {
    if (visit.state() == VisitState.WAITING && turn.floor.line().up()
        && overflow.rule().holds(
            turn.floor.queues().position(visit) - 1, visit.queue().signedIn(), () -> Announcements.expectedMs(turn, visit))) {
      leave(turn, visit, QueueExit.OVERFLOW, "", overflow.rule().name());
    }
  }

  /** Some of its calls have waited long enough to be looked at. While the line is down nobody is sent on: its return asks again. */
  static void overflow(Turn turn, OverflowWatch overflow) {
    if (!turn.floor.line().up()) {
      return;
    }
    Visit visit = overflow.poll(turn.nowMs);
    for (int looks = 1; visit != null; looks++) {
      overflow(turn, visit, overflow);
      visit = looks < LOOKS ? overflow.poll(turn.nowMs) : null; // its alarm is set for the rest
    }
  }

  static void leave(Turn turn, Visit visit, QueueExit exit) {
    leave(turn, visit, exit, "", "");
  }

  private static void leave(Turn turn, Visit visit, QueueExit exit, String key, String rule) {
    QueueId queue = visit.queue().id();
    boolean absent = visit.absent();
    turn.fact(new Fact.QueueLeft(turn.nowMs, queue.tenant(), visit.call(), queue, exit, turn.nowMs - visit.enteredMs(), key, rule,
        visit.entered().caller(), visit.sinceMs()));
    turn.send(new CallSignal.LeftQueue(visit.call(), queue, exit, key, rule));
    boolean onTheLine = (visit.callback() != null || visit.flowless()) && !visit.absent() && exit != QueueExit.ABANDONED && exit != QueueExit.UNSEEN;
    if (absent) {
      turn.floor.forget(visit.call()); // nobody is on the line whose end could tell that it is over
    }
    if (onTheLine) {
      turn.effect(new Effect.HangUp(visit.call())); // he has no flow to go on with
    }
  }

  /** By a key. Whose phone rings for him rings no more; who talks has left already. */
  static void leaves(Turn turn, CallSignal.LeaveQueue wish) {
    Visit visit = turn.floor.visit(wish.call());
    if (visit == null || !visit.inQueue() || !visit.queue().id().equals(wish.queue())) {
      return;
    }
    Offers.over(turn, visit, OfferEnding.WITHDRAWN, () -> leave(turn, visit, QueueExit.KEY, wish.key(), ""));
  }

  /**
   * Whoever waits for longer than his queue allows leaves it; for whom a phone rings, only if nobody answers. While the line is down nobody
   * knows who is still there, and after a restart the other stages may not listen yet: its return asks again.
   */
  static void patienceOver(Turn turn, Patience patience) {
    if (!turn.floor.line().up()) {
      return;
    }
    Visit visit = turn.floor.queues().overdue(patience, turn.nowMs);
    while (visit != null) {
      if (visit.state() == VisitState.WAITING) {
        leave(turn, visit, QueueExit.MAX_WAIT);
      }
      visit = turn.floor.queues().overdue(patience, turn.nowMs);
    }
  }

  /** The caller's channel is gone, wherever he was. */
  static void gone(Turn turn, Visit visit, Party by) {
    QueueExit exit = by == Party.UNSEEN ? QueueExit.UNSEEN : QueueExit.ABANDONED;
    switch (visit.state()) {
      case WAITING, OFFERED -> Offers.callerGone(turn, visit, exit);
      case TALKING -> {
        Talks.endThird(turn, visit, by);
        visit.offers().forEach(talk -> Offers.talkEnded(turn, talk, by));
      }
      case LEFT -> {}
    }
    turn.floor.forget(visit.call());
  }

  /** After this agent signed out: nobody waits for him, and calls leave those of his queues that have nobody left. */
  static void signedOut(Turn turn, Agent agent) {
    leaveUnattended(turn, agent);
    expectedNoMore(turn, agent, true);
  }

  /** Who waited for this agent alone may be answered by anybody: his time with it is over, or the agent is gone. */
  static void expectedNoMore(Turn turn, Agent agent, boolean all) {
    Visit visit = turn.floor.queues().expectedNoMore(agent.expected(), turn.nowMs, all);
    while (visit != null) {
      Matching.callFree(turn, visit, Trigger.PREFERRED_AGENT_BUSY);
      visit = turn.floor.queues().expectedNoMore(agent.expected(), turn.nowMs, all);
    }
  }

  /** Calls leave those of his queues that have nobody left and do not wait without agents. */
  private static void leaveUnattended(Turn turn, Agent agent) {
    AgentSettings settings = agent.settings();
    if (settings != null) {
      Set<CallQueue> left = new HashSet<>();
      for (QueueId id : settings.queues()) {
        CallQueue queue = turn.floor.queues().queue(id);
        if (queue != null && queue.inQueue() > 0 && unattended(queue)) {
          left.add(queue);
        }
      }
      if (!left.isEmpty()) {
        leaveAll(turn, QueueExit.NO_AGENTS, left::contains);
      }
    }
  }

  /** Everybody who waits in these queues leaves, in the order of arrival. Who rings may still be answered. */
  static void leaveAll(Turn turn, QueueExit exit, Predicate<CallQueue> queues) {
    List<Visit> leaving = turn.floor.visits().stream()
        .filter(v -> v.state() == VisitState.WAITING && !v.absent() && queues.test(v.queue()) && !(v.flowless() && exit == QueueExit.NO_AGENTS))
        .sorted(Comparator.comparingLong(Visit::number))
        .toList();
    leaving.forEach(v -> leave(turn, v, exit));
  }

  /** Nobody is signed in and the queue does not wait for somebody to come. */
  static boolean unattended(CallQueue queue) {
    QueueSettings settings = queue.settings();
    return settings != null && !settings.doors().withoutAgents() && queue.signedIn() == 0;
  }
}
