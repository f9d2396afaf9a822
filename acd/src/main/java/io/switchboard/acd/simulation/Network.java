package io.switchboard.acd.simulation;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Phone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The telephone network as it really is, whether or not anybody is told. What happens in it is said to {@code tell}. */
final class Network {
  /** An agent's leg. */
  static final class Leg {
    final OfferId offer;
    final Phone phone;
    boolean connected;
    boolean held;

    Leg(OfferId offer, Phone phone) {
      this.offer = offer;
      this.phone = phone;
    }
  }

  final Set<CallId> calls = new LinkedHashSet<>();
  final Map<OfferId, Leg> legs = new LinkedHashMap<>();
  /** Customers' phones that ring, since they are called back. */
  final Set<OfferId> dials = new LinkedHashSet<>();
  final Set<String> deadPhones = new LinkedHashSet<>();
  final List<String> violations = new ArrayList<>();
  private final Set<OfferId> rung = new HashSet<>();
  boolean linkUp;
  private final Consumer<LineEvent> tell;

  Network(Consumer<LineEvent> tell) {
    this.tell = tell;
  }

  /** Does what it was commanded, if the commands can reach it. */
  void obey(List<FakeLine.Command> commands) {
    List<FakeLine.Command> given = List.copyOf(commands);
    commands.clear();
    for (FakeLine.Command command : given) {
      if (linkUp) {
        switch (command) {
          case FakeLine.Command.Ringing c -> ring(c);
          case FakeLine.Command.CallBack c -> dial(c.dial().offer());
          case FakeLine.Command.Dials c -> {}
          case FakeLine.Command.AfterTalk c -> {}
          case FakeLine.Command.Cancel c -> cancel(c.offer());
          case FakeLine.Command.HangUp c -> callerGone(c.call(), Party.AGENT);
          case FakeLine.Command.Play c -> {}
          case FakeLine.Command.Stop c -> {}
          case FakeLine.Command.Music c -> {}
          case FakeLine.Command.Announce c -> {}
          case FakeLine.Command.Transferring c -> {}
          case FakeLine.Command.Records c -> {}
          case FakeLine.Command.Arrange c -> {}
          case FakeLine.Command.Consult c -> {}
          case FakeLine.Command.HandOn c -> {}
          case FakeLine.Command.HangUpLeg c -> hangUp(c.talk());
          case FakeLine.Command.Drop c -> drop(c.talk());
          case FakeLine.Command.Listen c -> {}
          case FakeLine.Command.Mute c -> {}
        }
      }
    }
  }

  private void ring(FakeLine.Command.Ringing command) {
    OfferId offer = command.ring().offer();
    if (!calls.contains(offer.call())) {
      tell.accept(new LineEvent.OfferFailed(offer, OfferEnding.CALLER_GONE));
      return;
    }
    if (!rung.add(offer)) {
      violations.add("offer " + offer + " is rung twice");
    }
    for (Leg leg : legs.values()) {
      if (leg.phone.equals(command.ring().phone())) {
        violations.add("phone " + leg.phone + " is rung for " + offer + " while it has " + leg.offer);
      }
      if (leg.offer.call().equals(offer.call()) && leg.connected) {
        violations.add("call " + offer.call() + " rings while it talks: " + leg.offer + " and " + offer);
      }
    }
    legs.put(offer, new Leg(offer, command.ring().phone()));
    if (command.ring().phone() instanceof Phone.Endpoint endpoint && deadPhones.contains(endpoint.name())) {
      fail(offer, OfferEnding.UNREACHABLE);
    }
  }

  private void hangUp(OfferId talk) {
    Leg leg = legs.get(talk);
    if (leg != null && leg.connected) {
      legs.remove(talk);
      tell.accept(new LineEvent.TalkEnded(talk, Party.AGENT));
      callerGone(talk.call(), Party.AGENT);
    }
  }

  private void drop(OfferId talk) {
    Leg leg = legs.get(talk);
    if (leg != null && leg.connected) {
      legs.remove(talk);
      tell.accept(new LineEvent.TalkEnded(talk, Party.LOST));
    }
  }

  private void dial(OfferId offer) {
    if (calls.contains(offer.call())) { // he answered an earlier dial, which was given up in that moment
      tell.accept(new LineEvent.CalledBack(offer));
      return;
    }
    if (dials.stream().anyMatch(other -> other.call().equals(offer.call())) || !rung.add(new OfferId(offer.call(), -offer.attempt()))) {
      violations.add("customer of " + offer + " is dialled twice");
    }
    dials.add(offer);
  }

  void customerAnswers(OfferId offer) {
    dials.remove(offer);
    calls.add(offer.call());
    tell.accept(new LineEvent.CalledBack(offer));
  }

  void customerMisses(OfferId offer, OfferEnding ending) {
    dials.remove(offer);
    tell.accept(new LineEvent.OfferFailed(offer, ending));
  }

  private void cancel(OfferId offer) {
    if (dials.remove(offer)) {
      tell.accept(new LineEvent.OfferFailed(offer, OfferEnding.WITHDRAWN));
    }
    Leg leg = legs.remove(offer);
    if (leg != null) {
      tell.accept(leg.connected ? new LineEvent.TalkEnded(offer, Party.AGENT) : new LineEvent.OfferFailed(offer, OfferEnding.WITHDRAWN));
    }
  }

  /** Who answers first is joined to the caller; who answers after him is turned away by the line itself. */
  void answer(OfferId offer) {
    Leg answered = legs.get(offer);
    if (answered == null) {
      return;
    }
    if (legs.values().stream().anyMatch(leg -> leg.connected && leg.offer.call().equals(offer.call()))) {
      fail(offer, OfferEnding.ANSWERED_ELSEWHERE);
    } else {
      answered.connected = true;
      tell.accept(new LineEvent.Connected(offer));
    }
  }

  /** The agent presses hold, or presses it again. */
  void hold(OfferId offer) {
    Leg leg = legs.get(offer);
    if (leg == null) {
      return;
    }
    leg.held = !leg.held;
    tell.accept(leg.held ? new LineEvent.Held(offer) : new LineEvent.Resumed(offer));
  }

  /** What is told of the talks after a snapshot. */
  List<LineEvent> holds() {
    return legs.values().stream().filter(l -> l.connected)
        .<LineEvent>map(l -> l.held ? new LineEvent.Held(l.offer) : new LineEvent.Resumed(l.offer)).toList();
  }

  void fail(OfferId offer, OfferEnding ending) {
    legs.remove(offer);
    tell.accept(new LineEvent.OfferFailed(offer, ending));
  }

  /** The agent hangs up; the dialplan lets the caller go too. */
  void agentHangsUp(OfferId offer) {
    legs.remove(offer);
    tell.accept(new LineEvent.TalkEnded(offer, Party.AGENT));
    callerGone(offer.call(), Party.AGENT);
  }

  void callerGone(CallId call, Party by) {
    if (!calls.remove(call)) {
      return;
    }
    for (Leg leg : List.copyOf(legs.values())) {
      if (leg.offer.call().equals(call)) {
        legs.remove(leg.offer);
        tell.accept(leg.connected ? new LineEvent.TalkEnded(leg.offer, by) : new LineEvent.OfferFailed(leg.offer, OfferEnding.CALLER_GONE));
      }
    }
    tell.accept(new LineEvent.CallerGone(call, by));
  }

  /** A customer's phone that rings is told to stop: who wanted it rung is not known any more. */
  LineEvent.Restored snapshot() {
    dials.clear();
    return new LineEvent.Restored(
        calls.stream().map(c -> new LineEvent.LiveCall(new LineEvent.CallArrived(c, "+49", "+4930", "", "trunk"))).toList(),
        legs.values().stream().map(l -> new LineEvent.LiveOffer(l.offer, l.connected)).toList(), Set.copyOf(deadPhones));
  }
}
