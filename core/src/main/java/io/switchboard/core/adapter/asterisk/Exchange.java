package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.LineEvent.LiveCall;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.Phone;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every caller and every offer on the line now. Hears what Asterisk says and what the stages want, and answers with acts. No clock, no
 * thread, no I/O: one owner calls it, in the order in which things happened.
 */
final class Exchange {
  /** An adopted leg that rings may go on so long before we end it, milliseconds: its ring time is not known any more. */
  static final long ADOPTED_RING_MS = 60_000;

  private final Set<String> endpoints;
  private final Set<String> trunks;
  private final String life;
  private final Consumer<Act> out;
  private final Arranging arranging;
  private final Listening listening;
  private final Taping taping;
  private final Map<CallId, CallerLeg> callers = new HashMap<>();
  private final Map<OfferId, Offering> offers = new HashMap<>();
  /** Customers who are being called back and have not answered. */
  private final Map<CallId, Offering> calledBack = new HashMap<>();
  /** Who is to be dialled again as soon as the dial that was taken back is gone. */
  private final Map<CallId, Ring> toCallBack = new HashMap<>();
  private final Set<String> unreachable = new HashSet<>();

  /**
   * @param life differs between two runs of the platform
   */
  Exchange(Set<String> endpoints, Set<String> trunks, String life, Consumer<Act> out) {
    this.endpoints = Set.copyOf(endpoints);
    this.trunks = Set.copyOf(trunks);
    this.life = life;
    this.out = out;
    this.arranging = new Arranging(out);
    this.listening = new Listening(out);
    this.taping = new Taping(out, arranging);
  }

  // --- what the stages want

  void play(CallId call, List<Sound> sounds, int play, long nowMs) {
    told(call, c -> c.play(sounds, play, nowMs));
  }

  void stop(CallId call, long nowMs) {
    told(call, c -> c.stop(nowMs));
  }

  void music(CallId call, String musicClass, long nowMs) {
    told(call, c -> c.music(musicClass, nowMs));
  }

  void announce(CallId call, List<Sound> sounds) {
    told(call, c -> c.announce(sounds));
  }

  void transfer(Line.Transfer transfer, long nowMs) {
    told(transfer.call(), caller -> {
      List<String> routes = routes(transfer.to());
      if (routes.isEmpty()) {
        publish(new LineEvent.TransferEnded(transfer.call(), transfer.errand(), TransferEnding.FAILED, 0));
      } else {
        caller.leave(transfer.errand(), "switchboard-transfer", Errands.variables(transfer, routes), nowMs);
      }
    });
  }

  void record(Line.Recording recording, long nowMs) {
    told(recording.call(), caller -> {
      if (Wire.plain(new Sound(recording.file()))) {
        caller.leave(recording.errand(), "switchboard-record", Errands.variables(recording), nowMs);
      } else {
        publish(new LineEvent.RecordingEnded(recording.call(), recording.errand()));
      }
    });
  }

  void arrange(OfferId talk, @Nullable OfferId third, Line.With with) {
    CallerLeg caller = callers.get(talk.call());
    Offering agent = connected(talk);
    if (caller != null && agent != null) {
      taping.interrupted(caller);
      arranging.arrange(caller, agent, third == null ? null : offers.get(third), with);
      listening.moved(agent);
    }
  }

  void consult(Ring ring, OfferId talk, long nowMs) {
    CallerLeg caller = callers.get(talk.call());
    Offering agent = connected(talk);
    List<String> routes = routes(ring.phone());
    if (offers.containsKey(ring.offer())) {
      return;
    }
    if (caller == null || agent == null) {
      publish(new LineEvent.OfferFailed(ring.offer(), OfferEnding.CALLER_GONE));
    } else if (routes.isEmpty()) {
      publish(new LineEvent.OfferFailed(ring.offer(), OfferEnding.UNREACHABLE));
    } else {
      Offering offering = new Offering(ring, caller.channel, agent.leg(), routes, out);
      begins(offering, caller);
      offering.start(nowMs);
    }
  }

  void handOn(OfferId talk, @Nullable OfferId third) {
    CallerLeg caller = callers.get(talk.call());
    if (caller != null && third != null) {
      Offering listener = listening.becomesThird(third, caller.channel);
      if (listener != null) {
        begins(listener, caller);
      }
    }
    if (caller != null) {
      taping.interrupted(caller);
      arranging.handOn(caller, connected(talk), third == null ? null : offers.get(third));
    }
  }

  void tape(Tapes.Tape tape) {
    CallerLeg caller = callers.get(tape.call());
    if (caller != null) {
      taping.tape(caller, tape);
    }
  }

  void mute(CallId call, int number, boolean silent) {
    CallerLeg caller = callers.get(call);
    if (caller != null) {
      out.accept(new Act.MuteTape(call, caller.channel, number, silent));
    } else {
      publish(new LineEvent.OfTape.Muted(call, number, silent, false));
    }
  }

  void stopTape(CallId call) {
    ofCaller(call, taping::stop);
  }

  /** A leg of a talk ends as if its party had hung up. */
  void hangUp(OfferId leg) {
    Offering offering = connected(leg);
    if (offering != null) {
      out.accept(new Act.HangUp(offering.leg()));
    } else {
      listening.hangUp(leg);
    }
  }

  void listen(Line.Listener listener, long nowMs) {
    CallerLeg caller = callers.get(listener.talk().call());
    Offering agent = connected(listener.talk());
    if (caller != null && agent != null) {
      listening.listen(listener, caller.channel, agent, routes(listener.phone()), nowMs);
    } else if (!listening.has(listener.leg())) {
      publish(new LineEvent.ListenerGone(listener.leg(), OfferEnding.CALLER_GONE));
    }
  }

  void mute(OfferId talk, boolean muted) {
    Offering agent = connected(talk);
    if (agent != null) {
      out.accept(new Act.SetVariable(agent.leg(), "MUTEAUDIO(in)", muted ? "on" : "off"));
    }
  }

  void drop(OfferId talk) {
    Offering offering = connected(talk);
    String caller = offering == null ? null : offering.callerChannel;
    if (offering != null && caller != null) {
      offering.loses();
      out.accept(new Act.SetVariable(caller, "CC_KEEP", offering.leg()));
      out.accept(new Act.HangUp(offering.leg()));
    }
  }

  private @Nullable Offering connected(OfferId talk) {
    Offering offering = offers.get(talk);
    return offering != null && offering.connected() ? offering : null;
  }

  void hangUp(CallId call) {
    CallerLeg caller = callers.get(call);
    if (caller != null) {
      if (caller.talking()) {
        caller.endedBy(Party.AGENT);
      }
      out.accept(new Act.HangUp(caller.channel));
    }
  }

  void ring(Ring ring, long nowMs) {
    if (offers.containsKey(ring.offer())) {
      return;
    }
    CallerLeg caller = callers.get(ring.offer().call());
    List<String> routes = routes(ring.phone());
    if (caller == null) {
      publish(new LineEvent.OfferFailed(ring.offer(), OfferEnding.CALLER_GONE));
    } else if (routes.isEmpty()) {
      publish(new LineEvent.OfferFailed(ring.offer(), OfferEnding.UNREACHABLE));
    } else {
      Offering offering = new Offering(ring, caller.channel, routes, out);
      begins(offering, caller);
      offering.start(nowMs);
    }
  }

  void callBack(Ring dial, long nowMs) {
    CallId call = dial.offer().call();
    List<String> routes = routes(dial.phone());
    if (offers.containsKey(dial.offer())) {
      return;
    }
    if (callers.containsKey(call)) {
      publish(new LineEvent.CalledBack(dial.offer())); // he answered an earlier offer's dial, which was given up in that moment
      return;
    }
    Offering before = calledBack.get(call);
    if (before != null && before.takenBack()) {
      toCallBack.put(call, dial);
      return;
    }
    if (routes.isEmpty() || before != null) {
      publish(new LineEvent.OfferFailed(dial.offer(), OfferEnding.UNREACHABLE));
      return;
    }
    Offering offering = new Offering(dial, null, routes, out);
    offers.put(offering.offer, offering);
    calledBack.put(call, offering);
    offering.start(nowMs);
  }

  void dial(Line.Dial dial, long nowMs) {
    OfferId offer = dial.agent().offer();
    List<String> routes = routes(dial.agent().phone());
    List<String> numberRoutes = routes(dial.to());
    if (offers.containsKey(offer)) {
      return;
    }
    if (numberRoutes.isEmpty()) {
      publish(new LineEvent.DialFailed(offer, DialResult.FAILED, 0));
    } else if (routes.isEmpty()) {
      publish(new LineEvent.OfferFailed(offer, OfferEnding.UNREACHABLE));
    } else {
      Offering offering = new Offering(dial, routes, numberRoutes, out);
      offers.put(offer, offering);
      offering.start(nowMs);
    }
  }

  void afterTalk(CallId call, boolean heldAgain) {
    ofCaller(call, caller -> caller.afterTalk(heldAgain));
  }

  void cancel(OfferId offer, long nowMs) {
    Offering offering = offers.get(offer);
    Ring waiting = toCallBack.get(offer.call());
    if (offering != null) {
      offering.takeBack(OfferEnding.WITHDRAWN, nowMs);
    } else if (waiting != null && waiting.offer().equals(offer)) {
      toCallBack.remove(offer.call());
      publish(new LineEvent.OfferFailed(offer, OfferEnding.WITHDRAWN));
    }
  }

  // --- what Asterisk says

  void hear(Heard heard, long nowMs) {
    hears(heard, nowMs);
    callBackNext(nowMs);
  }

  private void callBackNext(long nowMs) {
    for (Ring next : List.copyOf(toCallBack.values())) {
      if (!calledBack.containsKey(next.offer().call())) {
        toCallBack.remove(next.offer().call());
        callBack(next, nowMs);
      }
    }
  }

  private void hears(Heard heard, long nowMs) {
    OfferId listenedTo = listening.talkOf(heard);
    if (listening.hears(heard, listenedTo == null ? null : connected(listenedTo), nowMs)) {
      return;
    }
    switch (heard) {
      case Heard.ListenerAnswered h -> {}
      case Heard.Held h -> held(h, nowMs);
      case Heard.OutsideTalks h -> ofCaller(h.call(), this::talksOutside);
      case Heard.ErrandRefused h -> ofCaller(h.call(), caller -> refused(caller, h.errand()));
      case Heard.Done h -> ofCaller(h.call(), c -> c.done(h.command(), h.result()));
      case Heard.Key h -> key(h, nowMs);
      case Heard.CallerHungUp h -> callerHungUp(h, nowMs);
      case Heard.TapeFound h -> ofCaller(h.tape().call(), caller -> {
        OfferId talk = h.tape().talk();
        taping.found(caller, talk == null ? null : connected(talk), h);
      });
      case Heard.TapeMuted h -> publish(new LineEvent.OfTape.Muted(h.call(), h.number(), h.silent(), h.done()));
      case Heard.LegRings h -> ofLeg(h.offer(), h.leg(), Offering::rings);
      case Heard.LegTalks h -> ofLeg(h.offer(), h.leg(), this::talks);
      case Heard.LegHeld h -> ofLeg(h.offer(), h.leg(), o -> o.held(h.held()));
      case Heard.LegGone h -> ofLeg(h.offer(), h.leg(), o -> legGone(o, h, nowMs));
      case Heard.LegRefused h -> ofLeg(h.offer(), h.leg(), o -> o.refused(nowMs));
      case Heard.LegDials h -> ofLeg(h.offer(), h.leg(), o -> o.dials(nowMs));
      case Heard.Reached h -> reached(h, nowMs);
      case Heard.DialOver h -> ofLeg(h.offer(), h.leg(), o -> {
        if (o.dialStage() != null && o.dialOver(h.result(), h.cause())) {
          ends(o);
        }
      });
      case Heard.PhoneChanged h -> phoneChanged(h);
    }
  }

  /** What asked to be woken looks whether something is due. */
  void wake(Act.Wake wake, long nowMs) {
    if (wake.offer() == null) {
      ofCaller(wake.call(), c -> c.tick(nowMs));
      return;
    }
    listening.wake(wake.offer(), nowMs);
    Offering offering = offers.get(wake.offer());
    if (offering != null && offering.tick(nowMs)) {
      ends(offering);
      callBackNext(nowMs);
    }
  }

  private void begins(Offering offering, CallerLeg caller) {
    offers.put(offering.offer, offering);
    caller.offered(offering);
  }

  private void ends(Offering offering) {
    offers.remove(offering.offer);
    calledBack.remove(offering.offer.call(), offering);
    ofCaller(offering.offer.call(), caller -> caller.over(offering));
  }

  /** Forgets what it knew and takes this for the truth. */
  void restore(Snapshot snapshot, long nowMs) {
    callers.clear();
    taping.forgetAll();
    Map<OfferId, Offering> known = Map.copyOf(offers);
    offers.clear();
    calledBack.clear();
    toCallBack.clear();
    snapshot.callers().forEach(this::adopt);
    for (Snapshot.Leg leg : snapshot.legs()) {
      adopt(leg, known.get(leg.offer()), nowMs);
    }
    unreachable.clear();
    unreachable.addAll(snapshot.unreachable(endpoints));
    publish(new LineEvent.Restored(
        callers.values().stream().map(c -> new LiveCall(c.arrival, c.errand())).toList(),
        offers.values().stream().map(o -> new LiveOffer(
            o.offer, o.connected(), o.connected() && o.stand() == Stand.CUSTOMER, o.dialStage() == DialStage.NUMBER)).toList(),
        Set.copyOf(unreachable), listening.restore(snapshot.listeners())));
    offers.values().stream().filter(o -> o.connected() && o.stand() == Stand.CUSTOMER).forEach(o -> out.accept(new Act.AskHold(o.offer, o.leg())));
    for (Snapshot.Caller caller : snapshot.callers()) {
      Errand errand = caller.errand();
      if (errand != null) {
        found(caller.arrival().call(), errand, caller.bridged());
      }
    }
  }

  private void adopt(Snapshot.Caller found) {
    CallerLeg caller = new CallerLeg(found.arrival(), found.channel(), true, life, out);
    caller.inRoom(found.inRoom());
    Errand errand = found.errand();
    if (errand != null) {
      caller.adopt(errand, found.bridged());
    }
    callers.put(found.arrival().call(), caller);
  }

  /** Tells how far an errand has come. */
  private void found(CallId call, Errand errand, boolean bridged) {
    switch (errand.kind()) {
      case DIALS -> {
        if (bridged) {
          publish(new LineEvent.TransferConnected(call, errand.number()));
        }
      }
      case DIALLED -> publish(new LineEvent.TransferEnded(call, errand.number(), errand.ending(), errand.talkMs()));
      case RECORDS -> {}
      case RECORDED -> publish(new LineEvent.RecordingEnded(call, errand.number()));
    }
  }

  private void talksOutside(CallerLeg caller) {
    if (caller.away() && !caller.talking()) {
      caller.talks();
      publish(new LineEvent.TransferConnected(caller.arrival.call(), caller.errand()));
    }
  }

  private void refused(CallerLeg caller, int errand) {
    if (caller.away() && caller.errand() == errand) {
      caller.heldAgain();
      publish(new LineEvent.TransferEnded(caller.arrival.call(), errand, TransferEnding.FAILED, 0));
      publish(new LineEvent.RecordingEnded(caller.arrival.call(), errand));
    }
  }

  private void adopt(Snapshot.Leg leg, @Nullable Offering known, long nowMs) {
    CallerLeg caller = callers.get(leg.offer().call());
    if (caller == null && leg.dial() != null && !leg.connected()) {
      Offering dials = known != null && known.leg().equals(leg.leg()) ? known : new Offering(leg, null, nowMs + ADOPTED_RING_MS, out);
      offers.put(dials.offer, dials);
      if (leg.dial() == DialStage.NUMBER) {
        dials.dials(nowMs); // he picked up while nobody heard
      }
      return;
    }
    if (caller == null) {
      if (!leg.connected()) {
        out.accept(new Act.HangUp(leg.leg()));
      }
      return;
    }
    if (leg.connected()) {
      caller.talks();
    }
    Offering offering = known != null && known.leg().equals(leg.leg()) && !leg.connected()
        ? known
        : new Offering(leg, caller.channel, nowMs + ADOPTED_RING_MS, out);
    begins(offering, caller);
    if (leg.dial() != null && leg.connected()) {
      offering.reached(caller.channel); // it was answered while nobody heard
    }
  }

  private void held(Heard.Held h, long nowMs) {
    CallId call = h.arrival().call();
    CallerLeg known = callers.get(call);
    Offering dialled = calledBack.get(call);
    if (known != null) {
      boolean wasAway = known.away();
      known.heldAgain();
      Errand errand = h.errand();
      if (wasAway && errand != null && errand.number() == known.errand()) {
        found(h.arrival().call(), errand, false);
      }
    } else if (dialled == null) {
      callers.put(call, new CallerLeg(h.arrival(), h.channel(), false, life, out));
      publish(h.arrival());
    } else if (dialled.takenBack()) {
      out.accept(new Act.HangUp(h.channel())); // he answered just then
      dialled.gone(0, 0, null, nowMs);
      ends(dialled);
    } else {
      ends(dialled);
      callers.put(call, new CallerLeg(h.arrival(), h.channel(), false, life, out));
      publish(new LineEvent.CalledBack(dialled.offer));
    }
  }

  /** Whom an agent dialled is his caller from now on. Where the dial was taken back meanwhile, nobody needs him. */
  private void reached(Heard.Reached h, long nowMs) {
    CallId call = h.arrival().call();
    Offering offering = offers.values().stream()
        .filter(each -> each.offer.call().equals(call) && each.dialStage() != null).findFirst().orElse(null);
    if (offering == null) {
      return;
    }
    if (offering.takenBack()) {
      out.accept(new Act.HangUp(h.channel()));
      return;
    }
    CallerLeg caller = new CallerLeg(h.arrival(), h.channel(), false, life, out);
    callers.put(call, caller);
    caller.offered(offering);
    offering.dials(nowMs);
    offering.reached(h.channel());
    talks(offering);
  }

  private void key(Heard.Key h, long nowMs) {
    CallerLeg caller = callers.get(h.call());
    if (caller != null && !caller.talking()) {
      caller.key(nowMs);
      publish(new LineEvent.KeyPressed(h.call(), h.key()));
    }
  }

  private void callerHungUp(Heard.CallerHungUp h, long nowMs) {
    CallerLeg caller = callers.remove(h.call());
    if (caller == null) {
      return;
    }
    taping.gone(h.call());
    Party by = caller.endedBy(h.parted() ? Party.AGENT : Party.CALLER);
    publish(new LineEvent.CallerGone(h.call(), by));
    listening.callerGone(h.call());
    for (Offering offering : caller.offerings()) {
      offering.callerGone(by, nowMs);
      if (offering.connected() && offering.stand() != Stand.CUSTOMER) {
        out.accept(new Act.HangUp(offering.leg())); // his own dialplan does not know that the caller is gone
      }
    }
  }

  private void talks(Offering offering) {
    CallerLeg caller = callers.get(offering.offer.call());
    if (caller != null && !offering.takenBack() && !offering.third()) {
      taping.interrupted(caller);
      caller.talks();
    }
    offering.talks();
  }

  private void legGone(Offering offering, Heard.LegGone h, long nowMs) {
    if (!offering.connected()) {
      if (offering.gone(h.cause(), h.status(), h.left() ? left(offering) : null, nowMs)) {
        ends(offering);
      }
      return;
    }
    ends(offering);
    CallerLeg caller = callers.get(offering.offer.call());
    boolean goesOn = caller != null && caller.offerings().stream().anyMatch(Offering::connected);
    Party seen = ended(offering, h);
    publish(new LineEvent.TalkEnded(
        offering.offer, goesOn ? seen : caller == null ? offering.endedBy(seen) : caller.endedBy(seen)));
    if (caller != null && !goesOn) {
      alone(caller, offering, seen);
    }
  }

  /**
   * His agent is gone. The dialplan ends his call, or holds him again; where it had not joined the two, he is held. From a conference whose
   * last agent hung up he goes as from a talk.
   */
  private void alone(CallerLeg caller, Offering last, Party by) {
    boolean endedHere = last.stand() == Stand.ROOM || taping.aside(caller.arrival.call());
    if (endedHere && by == Party.AGENT && !caller.heldAfterTalk()) {
      caller.endedBy(Party.AGENT);
      out.accept(new Act.HangUp(caller.channel));
    } else if (!last.handedOver()) {
      arranging.leaveRoom(caller);
    }
    caller.parted();
  }

  /** An agent who hung up said so; a leg that ended in any other way is lost. */
  private static Party ended(Offering offering, Heard.LegGone h) {
    if (h.left()) {
      return Party.CALLER;
    }
    return offering.lost() || h.cause() != Causes.NORMAL_CLEARING ? Party.LOST : Party.AGENT;
  }

  /** It was answered and then let go by the dialplan: another phone that rang for the same caller was quicker. */
  private OfferEnding left(Offering offering) {
    CallerLeg caller = callers.get(offering.offer.call());
    return caller != null && caller.offerings().size() > 1 ? OfferEnding.ANSWERED_ELSEWHERE : OfferEnding.FAILED;
  }

  private void phoneChanged(Heard.PhoneChanged h) {
    if (!endpoints.contains(h.endpoint())) {
      return;
    }
    boolean changed = h.reachable() ? unreachable.remove(h.endpoint()) : unreachable.add(h.endpoint());
    if (changed) {
      publish(new LineEvent.PhoneReachable(h.endpoint(), h.reachable()));
    }
  }

  private List<String> routes(Phone phone) {
    return switch (phone) {
      case Phone.Endpoint p when endpoints.contains(p.name()) -> List.of("PJSIP/" + p.name());
      case Phone.Endpoint p -> List.of();
      case Phone.Number p when Wire.plainNumber(p.e164()) ->
          p.trunks().stream().filter(trunks::contains).map(trunk -> "PJSIP/" + p.e164() + "@" + trunk).toList();
      case Phone.Number p -> List.of();
      case Phone.Sip p when trunks.contains(p.trunk()) && Wire.sipAddress(p.address()) -> List.of("PJSIP/" + p.trunk() + "/" + p.address());
      case Phone.Sip p -> List.of();
    };
  }

  private void told(CallId call, Consumer<CallerLeg> command) {
    CallerLeg caller = callers.get(call);
    if (caller != null && !caller.talking() && !caller.away()) {
      command.accept(caller);
    }
  }

  private void ofCaller(CallId call, Consumer<CallerLeg> then) {
    CallerLeg caller = callers.get(call);
    if (caller != null) {
      then.accept(caller);
    }
  }

  private void ofLeg(OfferId offer, String leg, Consumer<Offering> then) {
    Offering offering = offers.get(offer);
    if (offering != null && offering.leg().equals(leg)) {
      then.accept(offering);
    }
  }

  private void publish(LineEvent event) {
    out.accept(new Act.Publish(event));
  }
}
