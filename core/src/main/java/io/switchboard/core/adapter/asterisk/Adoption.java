package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.LiveCall;
import io.switchboard.core.line.LineEvent.LiveListener;
import io.switchboard.core.line.LineEvent.LiveOffer;
import io.switchboard.core.line.LineEvent.Restored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes up who is found on the line after a gap: callers, and the legs that ring or talk. */
final class Adoption {
  /** An adopted leg that rings may go on so long before we end it, milliseconds: its ring time is not known any more. */
  static final long RING_MS = 60_000;

  private final Roster roster;
  private final Consumer<Act> out;

  Adoption(Roster roster, Consumer<Act> out) {
    this.roster = roster;
    this.out = out;
  }

  /** Forgets who was there and takes this for the truth. */
  void adopt(Snapshot snapshot, long nowMs) {
    Map<OfferId, Offering> known = roster.clear();
    snapshot.callers().forEach(this::adopt);
    for (Snapshot.Leg leg : snapshot.legs()) {
      adopt(leg, known.get(leg.offer()), nowMs);
    }
  }

  Restored told(Set<String> unreachable, List<LiveListener> listeners) {
    return new Restored(
        roster.callers().stream().map(caller -> new LiveCall(caller.arrival, caller.errand())).toList(),
        roster.offers(each -> true).stream().map(offering -> new LiveOffer(
            offering.offer, offering.connected(), withCaller(offering), offering.dialStage() == DialStage.NUMBER)).toList(),
        unreachable, listeners);
  }

  /** Whether a phone holds its caller was not heard meanwhile. */
  void askHolds() {
    roster.offers(Adoption::withCaller).forEach(offering -> out.accept(new Act.AskHold(offering.offer, offering.leg())));
  }

  private static boolean withCaller(Offering offering) {
    return offering.connected() && offering.stand() == Stand.CUSTOMER;
  }

  private void adopt(Snapshot.Caller found) {
    CallerLeg caller = roster.comes(found.arrival(), found.channel(), true);
    caller.inRoom(found.inRoom());
    Errand errand = found.errand();
    if (errand != null) {
      caller.adopt(errand, found.bridged());
    }
  }

  private void adopt(Snapshot.Leg leg, @Nullable Offering known, long nowMs) {
    CallerLeg caller = roster.caller(leg.offer().call());
    if (caller != null) {
      if (leg.connected()) {
        caller.talks();
      }
      Offering offering = known(leg, known, caller.channel, nowMs);
      roster.begins(offering, caller);
      if (leg.dial() != null && leg.connected()) {
        offering.reached(caller.channel); // it was answered while nobody heard
      }
    } else if (leg.dial() != null && !leg.connected()) {
      Offering dials = known(leg, known, null, nowMs);
      roster.begins(dials, null);
      if (leg.dial() == DialStage.NUMBER) {
        dials.dials(nowMs); // he picked up while nobody heard
      }
    } else if (!leg.connected()) {
      out.accept(new Act.HangUp(leg.leg()));
    }
  }

  /** What is known of a leg that still rings is kept: more than can be found on the line. */
  private Offering known(Snapshot.Leg leg, @Nullable Offering known, @Nullable String callerChannel, long nowMs) {
    return known != null && known.leg().equals(leg.leg()) && !leg.connected()
        ? known
        : new Offering(leg, callerChannel, nowMs + RING_MS, out);
  }
}
