package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.CallArrived;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is on the line: the callers, and the legs that ring for them or talk with them. */
final class Roster {
  private final String life;
  private final Consumer<Act> out;
  private final Map<CallId, CallerLeg> callers = new HashMap<>();
  private final Map<OfferId, Offering> offers = new HashMap<>();

  /**
   * @param life differs between two runs of the platform
   */
  Roster(String life, Consumer<Act> out) {
    this.life = life;
    this.out = out;
  }

  // --- callers

  /** {@code adopted}: he was found on the line. */
  CallerLeg comes(CallArrived arrival, String channel, boolean adopted) {
    CallerLeg caller = new CallerLeg(arrival, channel, adopted, life, out);
    callers.put(arrival.call(), caller);
    return caller;
  }

  /** Null: he was not there. */
  @Nullable CallerLeg goes(CallId call) {
    return callers.remove(call);
  }

  @Nullable CallerLeg caller(CallId call) {
    return callers.get(call);
  }

  Collection<CallerLeg> callers() {
    return callers.values();
  }

  void ofCaller(CallId call, Consumer<CallerLeg> then) {
    CallerLeg caller = callers.get(call);
    if (caller != null) {
      then.accept(caller);
    }
  }

  // --- offers

  /** {@code caller} null: he whom it is for is not on the line yet. */
  void begins(Offering offering, @Nullable CallerLeg caller) {
    offers.put(offering.offer, offering);
    if (caller != null) {
      caller.offered(offering);
    }
  }

  void ends(Offering offering) {
    offers.remove(offering.offer);
    ofCaller(offering.offer.call(), caller -> caller.over(offering));
  }

  boolean has(OfferId offer) {
    return offers.containsKey(offer);
  }

  @Nullable Offering offer(@Nullable OfferId offer) {
    return offer == null ? null : offers.get(offer);
  }

  /** The leg of a talk; null: it does not talk. */
  @Nullable Offering connected(@Nullable OfferId talk) {
    Offering offering = offer(talk);
    return offering != null && offering.connected() ? offering : null;
  }

  List<Offering> offers(Predicate<Offering> such) {
    return offers.values().stream().filter(such).toList();
  }

  void ofLeg(OfferId offer, String leg, Consumer<Offering> then) {
    Offering offering = offers.get(offer);
    if (offering != null && offering.leg().equals(leg)) {
      then.accept(offering);
    }
  }

  /** Forgets everybody, and gives the offers that it knew. */
  Map<OfferId, Offering> clear() {
    Map<OfferId, Offering> known = Map.copyOf(offers);
    callers.clear();
    offers.clear();
    return known;
  }
}
