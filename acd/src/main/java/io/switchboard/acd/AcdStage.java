package io.switchboard.acd;

import io.switchboard.acd.estimate.Observed;
import io.switchboard.acd.floor.Alarms;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Standing;
import io.switchboard.acd.routing.Acd;
import io.switchboard.acd.routing.Decided;
import io.switchboard.acd.routing.Effect;
import io.switchboard.acd.routing.Event;
import io.switchboard.acd.routing.Why;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.FactsFirst;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.ExpectedWaits;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Request;
import io.switchboard.core.signal.PhoneSignal;
import io.switchboard.core.signal.Signals;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.signal.WaitingRequest;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import io.switchboard.core.signal.WhyRequest;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stage in which a call waits and is given to an agent. In this order: construct, {@link #restore} each fact of the journal,
 * {@link #open}. Everything runs on the owner's thread.
 */
public final class AcdStage {
  private static final Logger LOG = LoggerFactory.getLogger(AcdStage.class);
  private static final Consumer<Reply> NOBODY = reply -> {};

  private final Acd acd;
  private final Signals signals;
  private final Line line;
  private final Clock clock;
  private final Timers timers;
  private final FactsFirst facts;
  private Timers.@Nullable Timer timer;
  private long timerMs = Alarms.NEVER;
  private final Screens screens;
  private int brokenOff;

  /**
   * @param timers wakes on the owner's thread
   * @param owner runs tasks on this stage's own thread
   */
  public AcdStage(
      FloorSettings settings, Signals signals, Journal journal, Line line, Clock clock, Timers timers, Executor owner) {
    this.acd = new Acd(settings);
    this.signals = signals;
    this.line = line;
    this.clock = clock;
    this.timers = timers;
    this.facts = new FactsFirst(journal, owner);
    this.screens = new Screens(clock, timers);
  }

  /** Takes a fact of the journal, before {@link #open}. */
  public void restore(Fact fact) {
    acd.restore(fact);
  }

  /** Who talked with whom before this run of the platform, the newest first; call it on the owner's thread, at any time. */
  public void remember(List<Fact.Connected> talks) {
    talks.forEach(acd.floor().lastAgents()::remember);
  }

  /** What happened shortly before this run of the platform, in order, so that who dropped finds his place; before {@link #open}. */
  public void recallDropped(List<Fact> before) {
    acd.floor().recallDropped(before);
  }

  /** What agents dialled since midnight; before {@link #open}. */
  public void recallDials(List<Fact.Dial.DialBegun> before) {
    acd.floor().recallDials(before);
  }

  /** A phone is dialled once its agent's screens show who calls, at most so many milliseconds later; before {@link #open}. Else at once. */
  public void awaitScreens(long atMostMs) {
    screens.patience(atMostMs);
  }

  /** Begins to listen; call it on the owner's thread. Nobody is offered a call before the line has told the whole truth. */
  public void open() {
    configure(acd.floor().settings());
    signals.on(CallSignal.Enqueue.class, call -> step(new Event.Arrived(call), NOBODY));
    signals.on(CallSignal.AskQueue.class, asked -> signals.send(Standing.of(acd.floor(), asked, clock.nowMs())));
    signals.on(CallSignal.LeaveQueue.class, call -> step(new Event.Leaves(call), NOBODY));
    signals.on(CallSignal.RequestCallback.class, call -> step(new Event.WantsCallback(call), NOBODY));
    signals.on(AgentSignal.Shown.class, shown -> screens.shown(shown.offer()));
    hear(LineEvent.CallerGone.class);
    hear(LineEvent.CalledBack.class);
    hear(LineEvent.Dialling.class);
    hear(LineEvent.DialFailed.class);
    hear(LineEvent.OfferRinging.class);
    hear(LineEvent.OfferFailed.class);
    hear(LineEvent.Connected.class);
    hear(LineEvent.Held.class);
    hear(LineEvent.Resumed.class);
    hear(LineEvent.TalkEnded.class);
    hear(LineEvent.ListenerJoined.class);
    hear(LineEvent.ListenerGone.class);
    hear(LineEvent.PhoneReachable.class);
    hear(LineEvent.Lost.class);
    hear(LineEvent.Restored.class);
    signals.on(PhoneSignal.Gone.class, page -> step(new Event.PageGone(page.endpoint()), NOBODY));
    signals.on(PhoneSignal.Here.class, page -> step(new Event.PageHere(page.endpoint(), page.anew()), NOBODY));
    signals.on(PhoneSignal.Fit.class, phone -> step(new Event.PhoneFit(phone.endpoint(), phone.fit()), NOBODY));
    answer(AgentRequest.SignIn.class, Event.Asked::new);
    answer(AgentRequest.Ready.class, Event.Asked::new);
    answer(AgentRequest.NotReady.class, Event.Asked::new);
    answer(AgentRequest.SignOut.class, Event.Asked::new);
    answer(AgentRequest.SetSkills.class, Event.Asked::new);
    answer(AgentRequest.ExtendWrapUp.class, Event.Asked::new);
    answer(AgentRequest.PlanBreak.class, Event.Asked::new);
    answer(AgentRequest.WrapUp.class, Event.Asked::new);
    answer(TalkRequest.Decline.class, Event.TalkAsked::new);
    answer(TalkRequest.HangUp.class, Event.TalkAsked::new);
    answer(TalkRequest.Hold.class, Event.TalkAsked::new);
    answer(TalkRequest.Resume.class, Event.TalkAsked::new);
    answer(TalkRequest.Consult.class, Event.TalkAsked::new);
    answer(TalkRequest.Swap.class, Event.TalkAsked::new);
    answer(TalkRequest.Cancel.class, Event.TalkAsked::new);
    answer(TalkRequest.Conference.class, Event.TalkAsked::new);
    answer(TalkRequest.Complete.class, Event.TalkAsked::new);
    answer(TalkRequest.Transfer.class, Event.TalkAsked::new);
    answer(TalkRequest.Mute.class, Event.TalkAsked::new);
    answer(SupervisionRequest.Listen.class, Event.SupervisionAsked::new);
    answer(SupervisionRequest.Leave.class, Event.SupervisionAsked::new);
    answer(SupervisionRequest.TakeOver.class, Event.SupervisionAsked::new);
    answer(DialRequest.class, Event.DialAsked::new);
    answer(WaitingRequest.Move.class, Event.WaitingAsked::new);
    answer(WaitingRequest.Prioritise.class, Event.WaitingAsked::new);
    answer(WaitingRequest.Give.class, Event.WaitingAsked::new);
    answer(CallbackRequest.Book.class, Event.CallbackAsked::new);
    answer(CallbackRequest.Cancel.class, Event.CallbackAsked::new);
    answer(ClosureRequest.class, Event.Closing::new);
    signals.answer(ExpectedWaits.class, (asked, reply) -> reply.accept(Standing.expected(acd.floor(), asked.tenant(), clock.nowMs())));
    signals.answer(WhyRequest.class, (asked, reply) -> reply.accept(Why.waiting(acd.floor(), asked, clock.nowMs())));
  }

  /** Other settings from now on; call it on the owner's thread. Who waits keeps his place, who talks goes on. */
  public void configure(FloorSettings settings) {
    step(new Event.Configured(settings), NOBODY);
  }

  /**
   * What a fold of the facts of the hour before this run saw, so that callers are told their waits soon after a restart. At any time after
   * {@link #open}, once, on the owner's thread; {@code before} is the stage's from then on.
   */
  public void recall(Observed before) {
    acd.floor().recall(before);
  }

  /** The state, to read on the owner's thread. */
  public Floor floor() {
    return acd.floor();
  }

  /** Decisions that a bug broke off. What they had decided until then was done; 0 is the only good value. */
  public int brokenOff() {
    return brokenOff;
  }

  private <E extends LineEvent> void hear(Class<E> type) {
    signals.on(type, event -> step(new Event.Heard(event), NOBODY));
  }

  private <Q extends Request<Reply>> void answer(Class<Q> type, Function<Q, Event> event) {
    BiConsumer<Q, Consumer<Reply>> answering = (request, reply) -> step(event.apply(request), reply);
    signals.answer(type, answering);
  }

  private void step(Event event, Consumer<Reply> asker) {
    Decided decided = acd.decide(event, clock.nowMs());
    if (LOG.isDebugEnabled()) {
      Transcript.lines(event, decided.facts()).forEach(LOG::debug);
    }
    if (decided.bug() != null) {
      brokenOff++;
      LOG.error("{}: the decision broke off after {}", event, decided.facts(), decided.bug());
    }
    show(decided.effects());
    if (decided.effects().isEmpty()) {
      facts.commit(decided.facts());
    } else {
      facts.commit(decided.facts(), () -> act(decided.effects(), asker));
    }
    wake();
  }

  private void show(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Show show) {
        screens.offered(show.offered().offer().offer());
        signals.send(show.offered());
      }
    }
  }

  private void act(List<Effect> effects, Consumer<Reply> asker) {
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Ring e -> screens.afterwards(e.ring().offer(), () -> ring(e.ring(), line::ring));
        case Effect.CallBack e -> ring(e.dial(), line::callBack);
        case Effect.Dial e -> dial(e.dial());
        case Effect.HangUp e -> line.hangUp(e.call());
        case Effect.Arrange e -> line.arrange(e.talk(), e.third(), e.with());
        case Effect.Consult e -> consult(e);
        case Effect.RingOutside e -> ringOutside(e.third());
        case Effect.HandOn e -> line.handOn(e.talk(), e.third());
        case Effect.HangUpLeg e -> line.hangUp(e.leg());
        case Effect.Drop e -> line.drop(e.talk());
        case Effect.Cancel e -> line.cancel(e.offer());
        case Effect.Listen e -> listen(e.listener());
        case Effect.Mute e -> line.mute(e.talk(), e.muted());
        case Effect.Music e -> line.music(e.call(), e.musicClass());
        case Effect.Send e -> signals.send(e.signal());
        case Effect.Answer e -> asker.accept(e.reply());
        case Effect.Show shown -> { }
      }
    }
  }

  /** The facts may have taken so long that the offer is over: caller gone, line lost. */
  private void ring(Line.Ring ring, Consumer<Line.Ring> command) {
    if (acd.floor().toBeRung(ring.offer())) {
      command.accept(ring);
    } else {
      LOG.debug("{}: not rung, it is over already", ring.offer());
    }
  }

  private void dial(Line.Dial dial) {
    if (acd.floor().toBeRung(dial.agent().offer())) {
      line.dial(dial);
    } else {
      LOG.debug("{}: not dialled, it is over already", dial.agent().offer());
    }
  }

  private void consult(Effect.Consult effect) {
    if (acd.floor().third(effect.third().offer()) != null) {
      line.consult(effect.third(), effect.talk());
    }
  }

  private void listen(Line.Listener listener) {
    if (acd.floor().listenings().leg(listener.leg()) != null) {
      line.listen(listener);
    }
  }

  private void ringOutside(Line.Ring third) {
    if (acd.floor().third(third.offer()) != null) {
      line.ring(third);
    }
  }

  /** One timer, at what is due first. */
  private void wake() {
    long due = acd.nextDueMs();
    if (due == timerMs) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    timerMs = due;
    timer = due == Alarms.NEVER ? null : timers.at(due, this::tick);
  }

  private void tick() {
    timer = null;
    timerMs = Alarms.NEVER;
    step(new Event.Tick(), NOBODY);
  }
}
