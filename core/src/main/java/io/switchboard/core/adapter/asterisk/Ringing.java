package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent.CalledBack;
import io.switchboard.core.line.LineEvent.DialFailed;
import io.switchboard.core.line.LineEvent.OfferFailed;
import io.switchboard.core.line.LineEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Phones that are to ring: an agent's for a caller, a third party's, a customer's who is called back, and whom an agent dials. */
final class Ringing {
  private final Roster roster;
  private final Routes routes;
  private final Consumer<Act> out;
  /** Customers who are being called back and have not answered. */
  private final Map<CallId, Offering> calledBack = new HashMap<>();
  /** Who is to be dialled again as soon as the dial that was taken back is gone. */
  private final Map<CallId, Ring> toCallBack = new HashMap<>();

  Ringing(Roster roster, Routes routes, Consumer<Act> out) {
    this.roster = roster;
    this.routes = routes;
    this.out = out;
  }

  void ring(Ring ring, long nowMs) {
    ring(ring, roster.caller(ring.offer().call()), null, nowMs);
  }

  /** A third party for this talk. */
  void consult(Ring ring, OfferId talk, long nowMs) {
    Offering agent = roster.connected(talk);
    ring(ring, agent == null ? null : roster.caller(talk.call()), agent, nowMs);
  }

  /** {@code with}: whose third party it is, or null. */
  private void ring(Ring ring, @Nullable CallerLeg caller, @Nullable Offering with, long nowMs) {
    if (roster.has(ring.offer())) {
      return;
    }
    List<String> ways = routes.to(ring.phone());
    if (caller == null) {
      failed(ring.offer(), OfferEnding.CALLER_GONE);
    } else if (ways.isEmpty()) {
      failed(ring.offer(), OfferEnding.UNREACHABLE);
    } else {
      Offering offering = new Offering(ring, caller.channel, with == null ? null : with.leg(), ways, out);
      roster.begins(offering, caller);
      offering.start(nowMs);
    }
  }

  void callBack(Ring dial, long nowMs) {
    CallId call = dial.offer().call();
    if (roster.has(dial.offer())) {
      return;
    }
    if (roster.caller(call) != null) {
      publish(new CalledBack(dial.offer())); // he answered an earlier offer's dial, which was given up in that moment
      return;
    }
    Offering before = calledBack.get(call);
    List<String> ways = routes.to(dial.phone());
    if (before != null && before.takenBack()) {
      toCallBack.put(call, dial);
    } else if (ways.isEmpty() || before != null) {
      failed(dial.offer(), OfferEnding.UNREACHABLE);
    } else {
      Offering offering = new Offering(dial, null, ways, out);
      roster.begins(offering, null);
      calledBack.put(call, offering);
      offering.start(nowMs);
    }
  }

  /** Dials those whose earlier dial is gone by now. */
  void callBackNext(long nowMs) {
    for (Ring next : List.copyOf(toCallBack.values())) {
      if (!calledBack.containsKey(next.offer().call())) {
        toCallBack.remove(next.offer().call());
        callBack(next, nowMs);
      }
    }
  }

  void dial(Line.Dial dial, long nowMs) {
    OfferId offer = dial.agent().offer();
    if (roster.has(offer)) {
      return;
    }
    List<String> ways = routes.to(dial.agent().phone());
    List<String> numberWays = routes.to(dial.to());
    if (numberWays.isEmpty()) {
      publish(new DialFailed(offer, DialResult.FAILED, 0));
    } else if (ways.isEmpty()) {
      failed(offer, OfferEnding.UNREACHABLE);
    } else {
      Offering offering = new Offering(dial, ways, numberWays, out);
      roster.begins(offering, null);
      offering.start(nowMs);
    }
  }

  void cancel(OfferId offer, long nowMs) {
    Offering offering = roster.offer(offer);
    Ring waiting = toCallBack.get(offer.call());
    if (offering != null) {
      offering.takeBack(OfferEnding.WITHDRAWN, nowMs);
    } else if (waiting != null && waiting.offer().equals(offer)) {
      toCallBack.remove(offer.call());
      failed(offer, OfferEnding.WITHDRAWN);
    }
  }

  /** Somebody is held by the dialplan who was not: a new caller, or one who was called back, unless his dial was taken back just now. */
  void comes(Heard.Held h, long nowMs) {
    Offering dialled = calledBack.get(h.arrival().call());
    if (dialled == null) {
      roster.comes(h.arrival(), h.channel(), false);
      publish(h.arrival());
    } else if (dialled.takenBack()) {
      out.accept(new Act.HangUp(h.channel()));
      dialled.gone(0, 0, null, nowMs);
      ends(dialled);
    } else {
      ends(dialled);
      roster.comes(h.arrival(), h.channel(), false);
      publish(new CalledBack(dialled.offer));
    }
  }

  /**
   * Whom an agent dialled is his caller from now on. Where the dial was taken back meanwhile, nobody needs him.
   *
   * @return who talks with him; null: nobody
   */
  @Nullable Offering reached(Heard.Reached h, long nowMs) {
    CallId call = h.arrival().call();
    Offering offering =
        roster.offers(each -> each.offer.call().equals(call) && each.dialStage() != null).stream().findFirst().orElse(null);
    if (offering == null) {
      return null;
    }
    if (offering.takenBack()) {
      out.accept(new Act.HangUp(h.channel()));
      return null;
    }
    roster.comes(h.arrival(), h.channel(), false).offered(offering);
    offering.dials(nowMs);
    offering.reached(h.channel());
    return offering;
  }

  void ends(Offering offering) {
    calledBack.remove(offering.offer.call(), offering);
    roster.ends(offering);
  }

  void forgetAll() {
    calledBack.clear();
    toCallBack.clear();
  }

  private void failed(OfferId offer, OfferEnding why) {
    publish(new OfferFailed(offer, why));
  }

  private void publish(LineEvent event) {
    out.accept(new Act.Publish(event));
  }
}
