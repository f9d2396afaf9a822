package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.CallArrived;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that Asterisk holds at one moment, gathered line by line after a connection was made. */
final class Snapshot {
  /** {@code bridged}: he talks with somebody. {@code errand}: his last, or null. {@code inRoom}: he is in the conference of his talk. */
  record Caller(CallArrived arrival, String channel, @Nullable Errand errand, boolean bridged, boolean inRoom) {
    Caller(CallArrived arrival, String channel) {
      this(arrival, channel, null, false, false);
    }
  }

  /**
   * {@code stand}: where it stands in a talk, or null where it has not been answered. {@code third}: it is a third party's. {@code dial}: it
   * is an agent's who dials, who may have been joined meanwhile; else null.
   */
  record Leg(OfferId offer, String leg, @Nullable Stand stand, boolean third, @Nullable DialStage dial) {
    /** An agent's, with the caller or unanswered. */
    Leg(OfferId offer, String leg, boolean connected) {
      this(offer, leg, connected ? Stand.CUSTOMER : null, false, null);
    }

    boolean connected() {
      return stand != null;
    }
  }

  /** A supervisor's leg. {@code channel}: its unique id. */
  record Listener(OfferId leg, String channel, boolean joined) {}

  private final List<Caller> callers = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>(0);
  private final List<Leg> legs = new ArrayList<>();
  private final Map<String, Boolean> reachable = new HashMap<>();

  void add(Caller caller) {
    callers.add(caller);
  }

  void add(Leg leg) {
    legs.add(leg);
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  List<Listener> listeners() {
    return listeners;
  }

  void add(Heard.PhoneChanged phone) {
    reachable.put(phone.endpoint(), phone.reachable());
  }

  List<Caller> callers() {
    return callers;
  }

  List<Leg> legs() {
    return legs;
  }

  /** Of these endpoints, those that Asterisk cannot reach or does not know. */
  Set<String> unreachable(Set<String> endpoints) {
    Set<String> all = new HashSet<>(endpoints);
    all.removeIf(endpoint -> reachable.getOrDefault(endpoint, false));
    return Set.copyOf(all);
  }
}
