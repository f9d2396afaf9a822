package io.switchboard.core.metric;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Attaching;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.CallNow.Talk;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One tenant's calls, queues and agents, folded from its facts. */
final class TenantNow {
  final TenantId id;
  final Reporting reporting;
  final Map<CallId, CallNow> calls = new LinkedHashMap<>();
  private long entered;
  final Map<String, QueueId> queues = new TreeMap<>();
  final Map<String, AgentNow> agents = new TreeMap<>();
  final Map<QueueId, Set<AgentId>> servedBy = new HashMap<>();
  final Closures closures = new Closures();
  Map<QueueId, QueueDay> days = new HashMap<>();
  ArrivalCounts arrived = new ArrivalCounts();
  Tally<Ending> endings = new Tally<>(Ending.class);
  Tally<DialResult> dials = new Tally<>(DialResult.class);
  Feedback feedback = new Feedback();
  long dayMs = Long.MIN_VALUE;
  private long nextDayMs = Long.MIN_VALUE;
  private final boolean daily;

  TenantNow(TenantId id, Reporting reporting) {
    this.id = id;
    this.reporting = reporting;
    this.daily = true;
  }

  /** Of one period instead of day after day. */
  TenantNow(TenantId id, Reporting reporting, long fromMs, long untilMs) {
    this.id = id;
    this.reporting = reporting;
    this.daily = false;
    this.dayMs = fromMs;
    this.nextDayMs = untilMs;
  }

  void expect(QueueId queue, Set<AgentId> agents) {
    expect(queue);
    servedBy.put(queue, Set.copyOf(agents));
    agents.forEach(this::agent);
  }

  void expectNobody() {
    servedBy.clear();
  }

  void expect(QueueId queue) {
    queues.put(queue.name(), queue);
  }

  AgentNow agent(AgentId agent) {
    return agents.computeIfAbsent(agent.name(), name -> new AgentNow(agent, dayMs, daily ? Long.MAX_VALUE : nextDayMs));
  }

  /** At midnight the counts begin anew; live state goes on. */
  void roll(long atMs) {
    if (!daily || atMs < nextDayMs) {
      return;
    }
    dayMs = reporting.midnight(atMs);
    nextDayMs = reporting.nextMidnight(atMs);
    days = new HashMap<>();
    arrived = new ArrivalCounts();
    endings = new Tally<>(Ending.class);
    dials = new Tally<>(DialResult.class);
    feedback = feedback.nextDay();
    agents.values().forEach(agent -> agent.newDay(dayMs));
  }

  void apply(Fact fact) {
    roll(fact.atMs());
    switch (fact) {
      case Fact.CallArrived arrived -> arrived(arrived);
      case Fact.StepEntered in -> attach(in.call(), in);
      case Fact.Learned learned -> learned(learned);
      case Fact.Task.TaskMade made when !daily && !counts(made.atMs()) -> { }
      case Fact.Task task -> feedback.task(task);
      case Fact.AfterTalk after -> { }
      case Fact.Scripted scripted -> { }
      case Fact.MenuAnswered in -> attach(in.call(), in);
      case Fact.LanguageChosen in -> attach(in.call(), in);
      case Fact.QueueRefused refused -> queue(refused.queue(), refused.atMs(), day -> day.refused(refused.reason()));
      case Fact.CallbackBooked booked -> booked(booked);
      case Fact.Dial.DialBegun begun -> dialBegun(begun);
      case Fact.Dial.DialPlaced placed -> { }
      case Fact.Dial.DialEnded ended -> dialEnded(ended);
      case Fact.CallbackDue due -> rests(due);
      case Fact.CallbackReached reached -> reached(reached);
      case Fact.QueueEntered entered -> entered(entered);
      case Fact.WaitTold told -> told(told);
      case Fact.OfferMade made -> offerMade(made);
      case Fact.OfferRang rings -> { }
      case Fact.OfferEnded ended -> offerEnded(ended);
      case Fact.Connected connected -> connected(connected);
      case Fact.QueueLeft left -> left(left);
      case Fact.CallHeld held -> { }
      case Fact.CallResumed resumed -> { }
      case Fact.InTalk.HandedOn handed -> handedOn(handed);
      case Fact.InTalk inTalk -> { }
      case Fact.Listening listening -> { }
      case Fact.MicrophoneSwitched switched -> { }
      case Fact.TalkEnded ended -> talkEnded(ended);
      case Fact.WrapUpCoded coded -> { }
      case Fact.CustomerNamed named -> { }
      case Fact.WrapUpEnded ended -> wrapUpEnded(ended);
      case Fact.CallEnded ended -> ended(ended);
      case Fact.InteractionClosed closed -> closed(closed);
      case Fact.AgentStateChanged changed -> agent(changed.agent()).changed(changed);
      case Fact.AgentSkillsSet set -> {}
      case Fact.Errand errand -> errand(errand);
      case Fact.TalkRecording recording -> { }
      case Fact.ClosureSwitched switched -> closures.switched(switched);
    }
  }

  /** What belongs to this moment is of today, or of the period; yesterday is closed. */
  private boolean counts(long atMs) {
    return atMs >= dayMs && atMs < nextDayMs;
  }

  private interface Booking {
    void in(QueueDay day);
  }

  private void queue(QueueId queue, long atMs, Booking booking) {
    expect(queue);
    if (counts(atMs)) {
      booking.in(days.computeIfAbsent(queue, each -> new QueueDay(reporting.definitions())));
    }
  }

  private void arrived(Fact.CallArrived fact) {
    if (counts(fact.atMs())) {
      arrived.add(fact.entryPoint(), fact.flow());
    }
    calls.put(fact.call(), new CallNow(fact));
  }

  private void booked(Fact.CallbackBooked fact) {
    CallNow from = calls.get(fact.from());
    calls.put(fact.call(), new CallNow(fact, from == null ? new Attaching() : from.attached().copy()));
    queue(fact.queue(), fact.atMs(), day -> day.callbacks().booked());
  }

  private void dialBegun(Fact.Dial.DialBegun fact) {
    calls.put(fact.call(), new CallNow(fact));
    expect(fact.queue());
    if (counts(fact.atMs())) {
      agent(fact.agent()).dialled();
    }
  }

  private void dialEnded(Fact.Dial.DialEnded fact) {
    if (counts(fact.atMs())) {
      dials.add(fact.result());
    }
    CallNow call = calls.get(fact.call());
    if (call != null && fact.result() != DialResult.ANSWERED) {
      call.gone();
    }
  }

  private void learned(Fact.Learned fact) {
    attach(fact.call(), fact);
    if (fact instanceof Fact.Learned.Scored scored && counts(scored.atMs())) {
      feedback.scored(scored);
    }
  }

  private void attach(@Nullable CallId id, Fact fact) {
    CallNow call = id == null ? null : calls.get(id);
    if (call != null) {
      call.attached().apply(fact);
    }
  }

  private void rests(Fact.CallbackDue fact) {
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.rests(fact.dueMs());
    }
  }

  private void reached(Fact.CallbackReached fact) {
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.reached(fact.atMs());
    }
  }

  /** A callback has no call whose end is told: with its visit or its talk it is off the line. */
  private static void over(CallNow call) {
    if (call.callback()) {
      call.gone();
    }
  }

  private void entered(Fact.QueueEntered fact) {
    CallNow call = calls.get(fact.call());
    boolean again = fact.why().equals(Fact.QueueEntered.RETURNED);
    if (call == null || !call.callback() && !again) {
      queue(fact.queue(), fact.atMs(), QueueDay::entered);
    }
    if (call != null) {
      call.waits(fact, ++entered);
    }
  }

  private void told(Fact.WaitTold fact) {
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.told(new ToldCounts.Told(fact.atMs(), fact.lowMs(), fact.highMs()));
      queue(fact.queue(), call.sinceMs(), day -> day.waitsTold().told());
    }
  }

  private void offerMade(Fact.OfferMade fact) {
    queue(fact.queue(), fact.atMs(), QueueDay::offerMade);
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.rings(fact.agent());
    }
  }

  private void offerEnded(Fact.OfferEnded fact) {
    queue(fact.queue(), fact.atMs(), day -> day.offerUnanswered(fact.ending()));
    if (fact.ending().agentLetItPass() && counts(fact.atMs())) {
      agent(fact.agent()).letPass();
    }
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.waitsOn();
    }
  }

  private void connected(Fact.Connected fact) {
    long enteredMs = fact.atMs() - fact.waitMs();
    CallNow call = calls.get(fact.call());
    if (call != null && call.dialled()) {
      call.talks(fact.queue(), fact.agent(), fact.atMs()); // he called nobody
      return;
    }
    if (call != null && call.returned()) {
      expect(fact.queue()); // its answer was counted when it was answered first
    } else if (call != null && call.callback()) {
      queue(fact.queue(), enteredMs, day -> day.callbacks().reached(fact.waitMs()));
    } else {
      queue(fact.queue(), enteredMs, day -> day.answered(fact.waitMs()));
    }
    if (counts(enteredMs)) {
      agent(fact.agent()).answered();
    }
    if (call != null) {
      call.takeTold().forEach(range -> queue(fact.queue(), enteredMs, day -> day.waitsTold().answered(range, fact.atMs())));
      call.talks(fact.queue(), fact.agent(), fact.atMs());
    }
  }

  private void left(Fact.QueueLeft fact) {
    CallNow call = calls.get(fact.call());
    long enteredMs = fact.atMs() - fact.waitMs();
    if (call != null && call.returned()) {
      expect(fact.queue()); // it was answered before
    } else if (call != null && call.callback()) {
      queue(fact.queue(), enteredMs, day -> day.callbacks().over(fact.exit()));
    } else {
      queue(fact.queue(), enteredMs, day -> day.left(fact.exit(), fact.waitMs()));
    }
    if (call != null) {
      call.takeTold().forEach(range -> queue(fact.queue(), enteredMs, day -> day.waitsTold().left(range, fact.atMs())));
      call.backInFlow(fact.atMs());
      over(call);
    }
  }

  private void talkEnded(Fact.TalkEnded fact) {
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.talksToBook().put(fact.offer(), new Talk(fact.queue(), fact.agent(), fact.talkMs(), call.dialled()));
      if (!call.handedOn(fact.agent())) {
        call.backInFlow(fact.atMs());
        over(call);
      }
    }
  }

  private void handedOn(Fact.InTalk.HandedOn fact) {
    CallNow call = calls.get(fact.call());
    if (call != null && fact.third() != null) {
      call.handedOn(fact.by(), fact.agent(), fact.atMs());
    }
  }

  /** Talks with a number outside show as a stage of their own: no queue, no agent. */
  private void errand(Fact.Errand fact) {
    CallNow call = calls.get(fact.call());
    if (call != null && fact instanceof Fact.Errand.TransferConnected) {
      call.transferred(fact.atMs());
    } else if (call != null && fact instanceof Fact.Errand.TransferEnded) {
      call.backInFlow(fact.atMs());
      over(call);
    }
  }

  private void wrapUpEnded(Fact.WrapUpEnded fact) {
    CallNow call = calls.get(fact.call());
    Talk talk = call == null ? null : call.talksToBook().remove(fact.offer());
    if (talk != null) {
      handled(talk, fact.wrapUpMs(), fact.atMs());
    }
  }

  private void handled(Talk talk, long wrapUpMs, long atMs) {
    if (!talk.dialled()) {
      queue(talk.queue(), atMs, day -> day.handled(talk.talkMs() + wrapUpMs));
    }
    if (counts(atMs)) {
      agent(talk.agent()).handled(talk.talkMs() + wrapUpMs);
    }
  }

  private void ended(Fact.CallEnded fact) {
    if (counts(fact.atMs())) {
      endings.add(fact.ending());
    }
    CallNow call = calls.get(fact.call());
    if (call != null) {
      call.gone();
    }
  }

  /** A talk that had no wrap-up is handled now: nothing more will happen. */
  private void closed(Fact.InteractionClosed fact) {
    @Nullable CallNow call = calls.remove(fact.call());
    if (call != null) {
      call.talksToBook().values().forEach(talk -> handled(talk, 0, fact.atMs()));
    }
  }
}
