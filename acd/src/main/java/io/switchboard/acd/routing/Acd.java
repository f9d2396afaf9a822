package io.switchboard.acd.routing;

import io.switchboard.acd.floor.Alarms;
import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Handset;
import io.switchboard.acd.floor.Visit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.line.LineEvent;

/** The kernel. Belongs to one thread; knows no other time than what it is told. */
public final class Acd {
  private final Floor floor;

  public Acd(FloorSettings settings) {
    this.floor = new Floor(settings);
  }

  /** To read; only facts change it. */
  public Floor floor() {
    return floor;
  }

  /** Takes a fact of the journal, before the first decision. */
  public void restore(Fact fact) {
    floor.apply(fact);
  }

  /** When the next {@link Event.Tick} has something to do, milliseconds since the epoch, or {@link Alarms#NEVER}. */
  public long nextDueMs() {
    return floor.alarms().nextDueMs();
  }

  /** Decides and applies. Time that goes back counts as standing still. */
  public Decided decide(Event event, long nowMs) {
    Turn turn = new Turn(floor, Math.max(nowMs, floor.lastMs()));
    try {
      take(turn, event);
      Supervising.settle(turn);
      return new Decided(turn.facts, turn.effects, null);
    } catch (RuntimeException bug) {
      return new Decided(turn.facts, turn.effects, bug);
    }
  }

  private static void take(Turn turn, Event event) {
    switch (event) {
      case Event.Arrived e -> Callers.arrived(turn, e.call());
      case Event.Leaves e -> Callers.leaves(turn, e.call());
      case Event.WantsCallback e -> CallingBack.requested(turn, e.call());
      case Event.CallbackAsked e -> turn.effect(new Effect.Answer(CallingBack.asked(turn, e.request())));
      case Event.Heard e -> heard(turn, e.line());
      case Event.PageGone e -> Pages.gone(turn, e.endpoint());
      case Event.PageHere e -> Pages.here(turn, e.endpoint(), e.anew());
      case Event.PhoneFit e -> fit(turn, e);
      case Event.Asked e -> turn.effect(new Effect.Answer(Requests.ask(turn, e.request())));
      case Event.TalkAsked e -> turn.effect(new Effect.Answer(TalkRequests.ask(turn, e.request())));
      case Event.DialAsked e -> turn.effect(new Effect.Answer(Dialling.ask(turn, e.request())));
      case Event.WaitingAsked e -> turn.effect(new Effect.Answer(Moving.ask(turn, e.request())));
      case Event.SupervisionAsked e -> turn.effect(new Effect.Answer(Supervising.ask(turn, e.request())));
      case Event.Closing e -> turn.effect(new Effect.Answer(Requests.close(turn, e.request())));
      case Event.Tick e -> Bells.tick(turn);
      case Event.Configured e -> Reconciliation.configured(turn, e.settings());
    }
  }

  private static void heard(Turn turn, LineEvent event) {
    if (Talks.hears(turn, event) || Dialling.hears(turn, event)) {
      return;
    }
    switch (event) {
      case LineEvent.CallArrived e -> {}
      case LineEvent.KeyPressed e -> {}
      case LineEvent.PlayEnded e -> {}
      case LineEvent.TransferConnected e -> {}
      case LineEvent.TransferEnded e -> {}
      case LineEvent.RecordingEnded e -> {}
      case LineEvent.OfTape e -> {}
      case LineEvent.CallerGone e -> {
        turn.floor.line().callGone(e.call());
        Visit visit = turn.floor.visit(e.call());
        if (visit != null && !visit.absent()) {
          Callers.gone(turn, visit, e.by());
        }
        CallingBack.lineFree(turn, e.call());
      }
      case LineEvent.ListenerJoined e -> Supervising.joined(turn, e.leg());
      case LineEvent.ListenerGone e -> Supervising.gone(turn, e);
      case LineEvent.CalledBack e -> CallingBack.calledBack(turn, e.offer());
      case LineEvent.Dialling e -> {}
      case LineEvent.DialFailed e -> {}
      case LineEvent.OfferRinging e -> Offers.rang(turn, e.offer());
      case LineEvent.OfferFailed e -> Offers.failed(turn, e.offer(), e.ending());
      case LineEvent.Connected e -> Offers.connected(turn, e.offer());
      case LineEvent.Held e -> Holds.held(turn, e.offer());
      case LineEvent.Resumed e -> Holds.atThePhone(turn, e.offer());
      case LineEvent.TalkEnded e -> Offers.talkEnded(turn, e.offer(), e.by());
      case LineEvent.PhoneReachable e -> phone(turn, e);
      case LineEvent.Lost e -> turn.floor.line().up(false);
      case LineEvent.Restored e -> Reconciliation.restored(turn, e);
    }
  }

  private static void fit(Turn turn, Event.PhoneFit event) {
    Handset handset = turn.floor.staff().endpoint(event.endpoint());
    if (handset != null && handset.fit() != event.fit()) {
      turn.floor.staff().fit(handset, event.fit());
      for (int i = 0; event.fit() && i < handset.agents().size(); i++) {
        Matching.agentFree(turn, handset.agents().get(i), Trigger.PHONE_BACK);
      }
    }
  }

  private static void phone(Turn turn, LineEvent.PhoneReachable event) {
    Handset handset = turn.floor.staff().endpoint(event.endpoint());
    if (handset == null) {
      return;
    }
    if (event.reachable()) {
      Bells.phoneBack(turn, handset);
    } else {
      turn.floor.staff().reachable(handset, false, Alarms.NEVER);
      NoAnswer.tell(turn, handset, false);
    }
  }
}
