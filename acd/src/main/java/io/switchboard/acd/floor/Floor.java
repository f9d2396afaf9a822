package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.offer.OfferState;
import io.switchboard.acd.offer.OfferTransitions;
import io.switchboard.acd.offer.OfferTrigger;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.VisitState;
import io.switchboard.acd.queue.VisitTransitions;
import io.switchboard.acd.queue.VisitTrigger;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.talk.TalkState;
import io.switchboard.core.talk.TalkTrigger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls, queues and agents in memory: a fold of facts. */
public final class Floor {
  /** So long a page may be gone during a talk and take it up again: a network that breaks off for some seconds. */
  public static final long PAGE_BACK_MS = 5_000;

  private final Map<CallId, Visit> visits = new HashMap<>();
  private final Alarms alarms = new Alarms();
  private final Queues queues = new Queues(alarms);
  private final Staff staff = new Staff(alarms);
  private final Waits waits = new Waits(queues, staff, alarms);
  private final AgentAlarms agentAlarms = new AgentAlarms(alarms);
  private final LineTruth line = new LineTruth();
  private final LastAgents lastAgents = new LastAgents();
  private final Callbacks callbacks = new Callbacks();
  private final Dials dials = new Dials();
  private final Dropped dropped = new Dropped();
  private final Told told = new Told();
  private final Listenings listenings = new Listenings();
  private FloorSettings settings;
  private long arrivals;
  private long lastMs;

  public Floor(FloorSettings settings) {
    this.settings = settings;
    configure(settings, 0);
  }

  public FloorSettings settings() {
    return settings;
  }

  public Alarms alarms() {
    return alarms;
  }

  public Queues queues() {
    return queues;
  }

  public Staff staff() {
    return staff;
  }

  public LineTruth line() {
    return line;
  }

  public Callbacks callbacks() {
    return callbacks;
  }

  /** Supervisors in talks. */
  public Listenings listenings() {
    return listenings;
  }

  public Dials dials() {
    return dials;
  }

  /** What agents dialled since midnight, so that the limits of a day hold over a restart. */
  public void recallDials(List<Fact.Dial.DialBegun> before) {
    before.forEach(dial -> dials.begun(dial, settings.dialling(dial.tenant())));
  }

  /** What happened shortly before this run of the platform, in order: who left without a word may call again. */
  public void recallDropped(List<Fact> before) {
    for (Fact fact : before) {
      if (fact instanceof Fact.QueueEntered entered) {
        dropped.back(entered.queue(), entered.caller());
      } else if (fact instanceof Fact.QueueLeft left) {
        dropped.left(left);
      }
    }
  }

  public Dropped dropped() {
    return dropped;
  }

  public LastAgents lastAgents() {
    return lastAgents;
  }

  /** What is seen of the queues of late, while one of them tells waits. */
  public Observed observed() {
    return told.observed();
  }

  /** Takes what was seen of the queues before a restart; it must not be used any more by whoever gives it. */
  public void recall(Observed before) {
    told.recall(before);
  }

  public Collection<Visit> visits() {
    return visits.values();
  }

  public @Nullable Visit visit(CallId call) {
    return visits.get(call);
  }

  /** The offer of this id if it is dialled, rings or is connected, else null. */
  public @Nullable Offer liveOffer(OfferId id) {
    Visit visit = visits.get(id.call());
    if (visit != null) {
      for (int i = 0; i < visit.offers.size(); i++) {
        if (visit.offers.get(i).id().attempt() == id.attempt()) {
          return visit.offers.get(i);
        }
      }
      Third third = visit.third;
      return third != null && third.id().attempt() == id.attempt() ? third.offer() : null;
    }
    return null;
  }

  /** The third party of this id, who rings or talks; null: it is none. */
  public @Nullable Third third(OfferId id) {
    Visit visit = visits.get(id.call());
    Third third = visit == null ? null : visit.third;
    return third != null && third.id().attempt() == id.attempt() ? third : null;
  }

  /** The time of the last fact: the floor's clock does not go back. */
  public long lastMs() {
    return lastMs;
  }

  /** Forgets a call that is over, once its visit is. */
  public void forget(CallId call) {
    visits.remove(call);
  }

  /** Takes other settings: whoever waits keeps his time of entry, whoever talks goes on. */
  public void configure(FloorSettings changed, long nowMs) {
    settings = changed;
    told.configure(changed, nowMs);
    List<Visit> inQueue = visits.values().stream().filter(Visit::inQueue)
        .sorted(Comparator.comparingLong(Visit::enteredMs).thenComparingLong(Visit::number)).toList();
    inQueue.forEach(queues::leave);
    staff.standDown();
    queues.configure(changed);
    staff.configure(changed.agents(), queues::known);
    for (Visit visit : inQueue) {
      queues.enter(visit);
      if (visit.offers.isEmpty()) {
        waits.begin(visit, nowMs);
      }
    }
  }

  /** The one way in which a fact changes the floor, live and in a replay. Facts of other stages change nothing. */
  public void apply(Fact fact) {
    lastMs = Math.max(lastMs, fact.atMs());
    told.observe(fact);
    switch (fact) {
      case Fact.CallbackBooked f -> callbacks.booked(f);
      case Fact.CallbackDue f -> callbackDue(f);
      case Fact.CallbackReached f -> callbackReached(f);
      case Fact.Dial f -> dial(f);
      case Fact.QueueEntered f -> entered(f);
      case Fact.WaitTold f -> Told.apply(visits.get(f.call()), f);
      case Fact.OfferMade f -> offerMade(f);
      case Fact.OfferRang f -> offerRang(f);
      case Fact.OfferEnded f -> offerEnded(f);
      case Fact.Connected f -> connected(f);
      case Fact.QueueLeft f -> left(f);
      case Fact.CallHeld f -> held(f);
      case Fact.CallResumed f -> resumed(f);
      case Fact.InTalk f -> inTalk(f);
      case Fact.Listening f -> listening(f);
      case Fact.MicrophoneSwitched f -> {}
      case Fact.TalkEnded f -> talkEnded(f);
      case Fact.WrapUpCoded f -> staff.known(f.agent()).coded(f);
      case Fact.WrapUpEnded f -> staff.known(f.agent()).workEnded(f.offer());
      case Fact.AgentStateChanged f -> agentChanged(f);
      case Fact.AgentSkillsSet f -> staff.skilled(f.agent(), f.skills());
      case Fact.ClosureSwitched f -> queues.close(f);
      case Fact.CallEnded f -> callOver(f.call());
      case Fact.InteractionClosed f -> callOver(f.call());
      case Fact.CallArrived f -> {}
      case Fact.StepEntered f -> {}
      case Fact.Learned f -> {}
      case Fact.Task f -> {}
      case Fact.CustomerNamed f -> {}
      case Fact.AfterTalk f -> {}
      case Fact.Scripted f -> {}
      case Fact.MenuAnswered f -> {}
      case Fact.LanguageChosen f -> {}
      case Fact.QueueRefused f -> {}
      case Fact.Errand f -> {}
      case Fact.TalkRecording f -> {}
    }
  }

  private void entered(Fact.QueueEntered fact) {
    Visit before = visits.get(fact.call());
    int attempts = before == null ? 0 : before.attempts;
    Visit visit = new Visit(fact, arrivals++, queues.known(fact.queue()), attempts);
    visit.callback = callbacks.begins(visit);
    visits.put(fact.call(), visit);
    dropped.back(fact.queue(), fact.caller());
    queues.enter(visit);
    waits.begin(visit, fact.atMs());
  }

  private void dial(Fact.Dial fact) {
    switch (fact) {
      case Fact.Dial.DialBegun f -> {
        dials.begun(f, settings.dialling(f.tenant()));
        visits.put(f.call(), DialFold.begun(f, arrivals++, queues.known(f.queue()), staff.known(f.agent())));
      }
      case Fact.Dial.DialPlaced f -> DialFold.placed(f, liveOffer(f.offer()));
      case Fact.Dial.DialEnded f -> {
        Offer offer = liveOffer(f.offer());
        DialFold.ended(f, offer);
        if (offer != null) {
          forgetIfOver(offer.visit());
        }
      }
    }
  }

  private void callbackDue(Fact.CallbackDue fact) {
    Visit visit = visits.get(fact.call());
    Callback callback = visit == null ? null : visit.callback;
    if (visit != null && callback != null) {
      callback.dueMs = fact.dueMs();
      callback.tries = fact.tries();
      callback.promisedMs = fact.why().equals(Callback.PROMISED) ? fact.dueMs() : callback.promisedMs;
      waits.again(visit, fact.atMs());
    }
  }

  private void callbackReached(Fact.CallbackReached fact) {
    Visit visit = visits.get(fact.call());
    Callback callback = visit == null ? null : visit.callback;
    if (visit == null || callback == null) {
      return;
    }
    callback.reached = true;
    visit.offered |= !visit.offers.isEmpty();
    queues.reached(visit);
    alarms.clear(callback.alarm);
    QueueSettings queue = visit.queue().settings;
    for (Offer offer : visit.offers) {
      offer.rings(fact.atMs(), queue == null ? offer.ringMs() : queue.ringMs());
      setAlarm(offer.agent());
    }
    if (visit.state == VisitState.WAITING) {
      waits.again(visit, fact.atMs());
    }
  }

  /** Its time has come to be dialled as soon as an agent can be reserved. */
  public void awake(Callback callback, long nowMs) {
    waits.again(callback.visit(), nowMs);
  }

  private void offerMade(Fact.OfferMade fact) {
    Visit visit = visits.get(fact.call());
    if (visit == null) {
      return;
    }
    move(visit, VisitTrigger.OFFER_MADE);
    queues.stopWaiting(visit);
    Agent agent = staff.known(fact.agent());
    Offer offer = new Offer(fact.offer(), visit, agent, fact.atMs(), fact.ringMs());
    visit.add(offer);
    visit.attempts = fact.offer().attempt();
    visit.offered |= !visit.absent();
    agent.offer = offer;
  }

  private void offerRang(Fact.OfferRang fact) {
    Offer offer = liveOffer(fact.offer());
    if (offer != null) {
      offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.RANG);
    }
  }

  private void offerEnded(Fact.OfferEnded fact) {
    Offer offer = liveOffer(fact.offer());
    if (offer == null) {
      return;
    }
    offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.FAILED);
    Visit visit = offer.visit();
    visit.remove(offer);
    if (visit.offers.isEmpty()) {
      move(visit, VisitTrigger.OFFERS_ENDED);
      waits.begin(visit, fact.atMs());
    } else {
      move(visit, VisitTrigger.OFFER_ENDED);
    }
    offer.agent().workEnded(offer.id());
  }

  private void connected(Fact.Connected fact) {
    lastAgents.connected(fact);
    Offer offer = liveOffer(fact.offer());
    if (offer == null) {
      return;
    }
    offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.CONNECTED);
    offer.connectedMs = fact.atMs();
    move(offer.visit(), VisitTrigger.CONNECTED);
    offer.visit().talk = TalkState.TALKING;
    if (offer.visit().dial == null) {
      queues.leave(offer.visit());
    }
  }

  private void left(Fact.QueueLeft fact) {
    Visit visit = visits.get(fact.call());
    if (visit != null) {
      move(visit, VisitTrigger.QUEUE_LEFT);
      queues.leave(visit);
      dropped.left(fact);
      over(visit);
      forgetIfOver(visit);
    }
  }

  private void inTalk(Fact.InTalk fact) {
    Visit visit = visits.get(Objects.requireNonNull(fact.call()));
    TalkFold.apply(fact, visit, staff::known);
    if (visit != null) {
      forgetIfOver(visit);
    }
  }

  private void listening(Fact.Listening fact) {
    listenings.apply(fact);
    if (fact instanceof Fact.Listening.ListenBegun begun) {
      Visit visit = visits.get(begun.call());
      if (visit != null) {
        visit.attempts = Math.max(visit.attempts, begun.leg().attempt());
      }
    }
    staff.listening(fact.by(), listenings.of(fact.by()) != null);
  }

  private void held(Fact.CallHeld fact) {
    Offer offer = liveOffer(fact.offer());
    if (offer != null) {
      if (fact.aside()) {
        TalkFold.move(offer.visit(), TalkTrigger.HOLD);
      }
      offer.hold(fact.atMs());
    }
  }

  private void resumed(Fact.CallResumed fact) {
    Offer offer = liveOffer(fact.offer());
    if (offer != null) {
      TalkFold.move(offer.visit(), TalkTrigger.RESUME);
      offer.resume(fact.heldMs());
    }
  }

  private void talkEnded(Fact.TalkEnded fact) {
    Offer offer = liveOffer(fact.offer());
    if (offer == null) {
      return;
    }
    offer.state = OfferTransitions.TABLE.next(offer.state, OfferTrigger.TALK_ENDED);
    offer.talkEndedMs = fact.atMs();
    move(offer.visit(), VisitTrigger.TALK_ENDED);
    TalkFold.move(offer.visit(), TalkTrigger.END);
    offer.visit().talked = true;
    offer.visit().remove(offer);
    over(offer.visit());
    forgetIfOver(offer.visit());
  }

  private void over(Visit visit) {
    if (visit.callback != null) {
      alarms.clear(visit.callback.alarm);
      callbacks.over(visit.callback);
    }
  }

  private void agentChanged(Fact.AgentStateChanged fact) {
    Agent agent = staff.known(fact.agent());
    staff.become(agent, fact);
    if (fact.offer() == null) {
      agent.offer = null;
    }
    setAlarm(agent);
  }

  /** Sets what wakes him: the end of what he does now, and his next break. */
  public void setAlarm(Agent agent) {
    agentAlarms.set(agent, settings.ringGraceMs(), lastMs);
  }

  /** The call's own stage may write its end before or after ours. */
  private void callOver(CallId call) {
    Visit visit = visits.get(call);
    if (visit != null) {
      visit.callOver = true;
      forgetIfOver(visit);
    }
  }

  private void forgetIfOver(Visit visit) {
    if (visit.callOver && visit.state == VisitState.LEFT) {
      visits.remove(visit.call());
    }
  }

  private static void move(Visit visit, VisitTrigger trigger) {
    visit.state = VisitTransitions.TABLE.next(visit.state, trigger);
  }

  /** Whether this offer may still be dialled: a decision whose facts took long to be durable may be out of date. */
  public boolean toBeRung(OfferId id) {
    Offer offer = liveOffer(id);
    return line.up() && offer != null && offer.state() == OfferState.MADE;
  }
}
