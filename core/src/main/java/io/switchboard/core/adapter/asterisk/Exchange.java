package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.ending.TransferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.line.Sound;
import io.switchboard.core.line.Tapes;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every caller and every offer on the line now. Hears what Asterisk says and what the stages want, and answers with acts. No clock, no
 * thread, no I/O: one owner calls it, in the order in which things happened.
 */
final class Exchange {
  private final Consumer<Act> out;
  private final Roster roster;
  private final Routes routes;
  private final Ringing ringing;
  private final Adoption adoption;
  private final Arranging arranging;
  private final Listening listening;
  private final Taping taping;

  /**
   * @param life differs between two runs of the platform
   */
  Exchange(Set<String> endpoints, Set<String> trunks, String life, Consumer<Act> out) {
    this.out = out;
    this.roster = new Roster(life, out);
    this.routes = new Routes(endpoints, trunks);
    this.ringing = new Ringing(roster, routes, out);
    this.adoption = new Adoption(roster, out);
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
      List<String> ways = routes.to(transfer.to());
      if (ways.isEmpty()) {
        publish(new LineEvent.TransferEnded(transfer.call(), transfer.errand(), TransferEnding.FAILED, 0));
      } else {
        caller.leave(transfer.errand(), "switchboard-transfer", Errands.variables(transfer, ways), nowMs);
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
    CallerLeg caller = roster.caller(talk.call());
    Offering agent = roster.connected(talk);
    if (caller != null && agent != null) {
      taping.interrupted(caller);
      arranging.arrange(caller, agent, roster.offer(third), with);
      listening.moved(agent);
    }
  }

  void handOn(OfferId talk, @Nullable OfferId third) {
    CallerLeg caller = roster.caller(talk.call());
    if (caller != null && third != null) {
      Offering listener = listening.becomesThird(third, caller.channel);
      if (listener != null) {
        roster.begins(listener, caller);
      }
    }
    if (caller != null) {
      taping.interrupted(caller);
      arranging.handOn(caller, roster.connected(talk), roster.offer(third));
    }
  }

  void tape(Tapes.Tape tape) {
    CallerLeg caller = roster.caller(tape.call());
    if (caller != null) {
      taping.tape(caller, tape);
    }
  }

  void mute(CallId call, int number, boolean silent) {
    CallerLeg caller = roster.caller(call);
    if (caller != null) {
      out.accept(new Act.MuteTape(call, caller.channel, number, silent));
    } else {
      publish(new LineEvent.OfTape.Muted(call, number, silent, false));
    }
  }

  void stopTape(CallId call) {
    roster.ofCaller(call, taping::stop);
  }

  /** A leg of a talk ends as if its party had hung up. */
  void hangUp(OfferId leg) {
    Offering offering = roster.connected(leg);
    if (offering != null) {
      out.accept(new Act.HangUp(offering.leg()));
    } else {
      listening.hangUp(leg);
    }
  }

  void listen(Line.Listener listener, long nowMs) {
    CallerLeg caller = roster.caller(listener.talk().call());
    Offering agent = roster.connected(listener.talk());
    if (caller != null && agent != null) {
      listening.listen(listener, caller.channel, agent, routes.to(listener.phone()), nowMs);
    } else if (!listening.has(listener.leg())) {
      publish(new LineEvent.ListenerGone(listener.leg(), OfferEnding.CALLER_GONE));
    }
  }

  void mute(OfferId talk, boolean muted) {
    Offering agent = roster.connected(talk);
    if (agent != null) {
      out.accept(new Act.SetVariable(agent.leg(), "MUTEAUDIO(in)", muted ? "on" : "off"));
    }
  }

  void drop(OfferId talk) {
    Offering offering = roster.connected(talk);
    String caller = offering == null ? null : offering.callerChannel;
    if (offering != null && caller != null) {
      offering.loses();
      out.accept(new Act.SetVariable(caller, "CC_KEEP", offering.leg()));
      out.accept(new Act.HangUp(offering.leg()));
    }
  }

  void hangUp(CallId call) {
    CallerLeg caller = roster.caller(call);
    if (caller != null) {
      if (caller.talking()) {
        caller.endedBy(Party.AGENT);
      }
      out.accept(new Act.HangUp(caller.channel));
    }
  }

  void afterTalk(CallId call, boolean heldAgain) {
    roster.ofCaller(call, caller -> caller.afterTalk(heldAgain));
  }

  void ring(Ring ring, long nowMs) {
    ringing.ring(ring, nowMs);
  }

  void consult(Ring ring, OfferId talk, long nowMs) {
    ringing.consult(ring, talk, nowMs);
  }

  void callBack(Ring dial, long nowMs) {
    ringing.callBack(dial, nowMs);
  }

  void dial(Line.Dial dial, long nowMs) {
    ringing.dial(dial, nowMs);
  }

  void cancel(OfferId offer, long nowMs) {
    ringing.cancel(offer, nowMs);
  }

  // --- what Asterisk says

  void hear(Heard heard, long nowMs) {
    hears(heard, nowMs);
    ringing.callBackNext(nowMs);
  }

  private void hears(Heard heard, long nowMs) {
    OfferId listenedTo = listening.talkOf(heard);
    if (listening.hears(heard, roster.connected(listenedTo), nowMs)) {
      return;
    }
    switch (heard) {
      case Heard.ListenerAnswered h -> {}
      case Heard.Held h -> held(h, nowMs);
      case Heard.OutsideTalks h -> roster.ofCaller(h.call(), this::talksOutside);
      case Heard.ErrandRefused h -> roster.ofCaller(h.call(), caller -> refused(caller, h.errand()));
      case Heard.Done h -> roster.ofCaller(h.call(), c -> c.done(h.command(), h.result()));
      case Heard.Key h -> key(h, nowMs);
      case Heard.CallerHungUp h -> callerHungUp(h, nowMs);
      case Heard.TapeFound h -> roster.ofCaller(h.tape().call(), caller -> {
        OfferId talk = h.tape().talk();
        taping.found(caller, roster.connected(talk), h);
      });
      case Heard.TapeMuted h -> publish(new LineEvent.OfTape.Muted(h.call(), h.number(), h.silent(), h.done()));
      case Heard.LegRings h -> roster.ofLeg(h.offer(), h.leg(), Offering::rings);
      case Heard.LegTalks h -> roster.ofLeg(h.offer(), h.leg(), this::talks);
      case Heard.LegHeld h -> roster.ofLeg(h.offer(), h.leg(), o -> o.held(h.held()));
      case Heard.LegGone h -> roster.ofLeg(h.offer(), h.leg(), o -> legGone(o, h, nowMs));
      case Heard.LegRefused h -> roster.ofLeg(h.offer(), h.leg(), o -> o.refused(nowMs));
      case Heard.LegDials h -> roster.ofLeg(h.offer(), h.leg(), o -> o.dials(nowMs));
      case Heard.Reached h -> reached(h, nowMs);
      case Heard.DialOver h -> roster.ofLeg(h.offer(), h.leg(), o -> {
        if (o.dialStage() != null && o.dialOver(h.result(), h.cause())) {
          ringing.ends(o);
        }
      });
      case Heard.PhoneChanged h -> phoneChanged(h);
    }
  }

  /** What asked to be woken looks whether something is due. */
  void wake(Act.Wake wake, long nowMs) {
    if (wake.offer() == null) {
      roster.ofCaller(wake.call(), c -> c.tick(nowMs));
      return;
    }
    listening.wake(wake.offer(), nowMs);
    Offering offering = roster.offer(wake.offer());
    if (offering != null && offering.tick(nowMs)) {
      ringing.ends(offering);
      ringing.callBackNext(nowMs);
    }
  }

  /** Forgets what it knew and takes this for the truth. */
  void restore(Snapshot snapshot, long nowMs) {
    taping.forgetAll();
    ringing.forgetAll();
    adoption.adopt(snapshot, nowMs);
    publish(adoption.told(routes.restore(snapshot), listening.restore(snapshot.listeners())));
    adoption.askHolds();
    for (Snapshot.Caller caller : snapshot.callers()) {
      Errand errand = caller.errand();
      if (errand != null) {
        cameAlong(caller.arrival().call(), errand, caller.bridged());
      }
    }
  }

  private void cameAlong(CallId call, Errand errand, boolean bridged) {
    LineEvent news = errand.news(call, bridged);
    if (news != null) {
      publish(news);
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

  private void held(Heard.Held h, long nowMs) {
    CallId call = h.arrival().call();
    CallerLeg known = roster.caller(call);
    if (known == null) {
      ringing.comes(h, nowMs);
      return;
    }
    boolean wasAway = known.away();
    known.heldAgain();
    Errand errand = h.errand();
    if (wasAway && errand != null && errand.number() == known.errand()) {
      cameAlong(call, errand, false);
    }
  }

  private void reached(Heard.Reached h, long nowMs) {
    Offering offering = ringing.reached(h, nowMs);
    if (offering != null) {
      talks(offering);
    }
  }

  private void key(Heard.Key h, long nowMs) {
    CallerLeg caller = roster.caller(h.call());
    if (caller != null && !caller.talking()) {
      caller.key(nowMs);
      publish(new LineEvent.KeyPressed(h.call(), h.key()));
    }
  }

  private void callerHungUp(Heard.CallerHungUp h, long nowMs) {
    CallerLeg caller = roster.goes(h.call());
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
    CallerLeg caller = roster.caller(offering.offer.call());
    if (caller != null && !offering.takenBack() && !offering.third()) {
      taping.interrupted(caller);
      caller.talks();
    }
    offering.talks();
  }

  private void legGone(Offering offering, Heard.LegGone h, long nowMs) {
    if (!offering.connected()) {
      if (offering.gone(h.cause(), h.status(), h.left() ? left(offering) : null, nowMs)) {
        ringing.ends(offering);
      }
      return;
    }
    ringing.ends(offering);
    CallerLeg caller = roster.caller(offering.offer.call());
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
    CallerLeg caller = roster.caller(offering.offer.call());
    return caller != null && caller.offerings().size() > 1 ? OfferEnding.ANSWERED_ELSEWHERE : OfferEnding.FAILED;
  }

  private void phoneChanged(Heard.PhoneChanged h) {
    if (routes.changes(h)) {
      publish(new LineEvent.PhoneReachable(h.endpoint(), h.reachable()));
    }
  }

  private void told(CallId call, Consumer<CallerLeg> command) {
    CallerLeg caller = roster.caller(call);
    if (caller != null && !caller.talking() && !caller.away()) {
      command.accept(caller);
    }
  }

  private void publish(LineEvent event) {
    out.accept(new Act.Publish(event));
  }
}
