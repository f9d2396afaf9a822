package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Listener;
import io.switchboard.core.line.LineEvent.ListenerGone;
import io.switchboard.core.line.LineEvent.ListenerJoined;
import io.switchboard.core.line.LineEvent.LiveListener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Supervisors' legs: each hears one agent's leg, in the mode that was said last, wherever the talk takes that. */
final class Listening {
  static final String CONTEXT = "switchboard-listen";
  static final String ROLE = "listener";
  static final String STATE = "listens";

  private final Map<OfferId, Ear> ears = new HashMap<>();
  private final Consumer<Act> out;

  private static final class Ear {
    final OfferId id;
    final String leg;
    @Nullable Listener wanted;
    /** Where in the dialplan it is; empty: not known. */
    String at = "";
    boolean rang;
    boolean joined;
    boolean ended;
    long deadlineMs = Long.MAX_VALUE;

    Ear(OfferId id, String leg) {
      this.id = id;
      this.leg = leg;
    }
  }

  Listening(Consumer<Act> out) {
    this.out = out;
  }

  /** Begins, or changes the mode. {@code agent}: whose leg is heard. */
  void listen(Listener wanted, String callerChannel, Offering agent, List<String> routes, long nowMs) {
    Ear known = ears.get(wanted.leg());
    if (known != null) {
      known.wanted = wanted;
      place(known, agent, false);
      return;
    }
    if (routes.isEmpty()) {
      out.accept(new Act.Publish(new ListenerGone(wanted.leg(), OfferEnding.UNREACHABLE)));
      return;
    }
    Ear ear = new Ear(wanted.leg(), wanted.leg() + "~1.");
    ear.wanted = wanted;
    ear.at = extension(wanted.mode(), agent);
    ear.deadlineMs = nowMs + wanted.ringMs() + Offering.PATIENCE_MS;
    ears.put(ear.id, ear);
    out.accept(new Act.OriginateListener(
        ear.id, ear.leg, routes.getFirst(), callerChannel, agent.leg(), ear.at, wanted.shown(), wanted.name(), wanted.ringMs()));
    out.accept(new Act.Wake(ear.deadlineMs, ear.id.call(), ear.id));
  }

  /** The agent's leg stands elsewhere now: what was barged into is another bridge, or a conference. */
  void moved(Offering agent) {
    ears.values().stream().filter(ear -> ear.wanted != null && ear.wanted.talk().equals(agent.offer)).toList()
        .forEach(ear -> place(ear, agent, true));
  }

  private void place(Ear ear, Offering agent, boolean elsewhere) {
    String to = ear.wanted == null ? "" : extension(ear.wanted.mode(), agent);
    boolean bridged = elsewhere && to.equals("barge");
    if (ear.joined && (!to.equals(ear.at) || bridged)) {
      ear.at = to;
      out.accept(new Act.Move(ear.leg, CONTEXT, to));
    }
  }

  private static String extension(ListenMode mode, Offering agent) {
    return mode == ListenMode.BARGE && agent.stand() == Stand.ROOM ? "room" : mode.name().toLowerCase(Locale.ROOT);
  }

  boolean has(OfferId leg) {
    return ears.containsKey(leg);
  }

  void hangUp(OfferId leg) {
    Ear ear = ears.get(leg);
    if (ear != null) {
      ear.ended = true;
      out.accept(new Act.HangUp(ear.leg));
    }
  }

  /** His leg becomes one of the talk; from now on it is no business of this. Null: he has not answered. */
  @Nullable Offering becomesThird(OfferId leg, String callerChannel) {
    Ear ear = ears.get(leg);
    if (ear == null || !ear.joined) {
      return null;
    }
    ears.remove(leg);
    return new Offering(new Snapshot.Leg(ear.id, ear.leg, Stand.WAITS, true, null), callerChannel, Long.MAX_VALUE, out);
  }

  /** True where it was of one of these legs. */
  boolean hears(Heard heard, @Nullable Offering agentOf, long nowMs) {
    Ear ear = switch (heard) {
      case Heard.LegRings h -> of(h.offer(), h.leg());
      case Heard.LegGone h -> of(h.offer(), h.leg());
      case Heard.LegRefused h -> of(h.offer(), h.leg());
      case Heard.ListenerAnswered h -> of(h.offer(), h.leg());
      default -> null;
    };
    if (ear == null) {
      return false;
    }
    switch (heard) {
      case Heard.LegRings h -> ear.rang = true;
      case Heard.LegGone h -> gone(ear, Causes.ending(h.cause(), h.status(), ear.rang));
      case Heard.LegRefused h -> {
        ear.deadlineMs = nowMs + Offering.NO_CHANNEL_MS; // unless its channel says more
        out.accept(new Act.Wake(ear.deadlineMs, ear.id.call(), ear.id));
      }
      default -> joined(ear, agentOf);
    }
    return true;
  }

  private void joined(Ear ear, @Nullable Offering agent) {
    if (ear.ended || ear.joined) {
      return;
    }
    ear.joined = true;
    out.accept(new Act.Publish(new ListenerJoined(ear.id)));
    if (agent != null) {
      place(ear, agent, false);
    }
  }

  /** Whose talk's leg this event's listener hears, or null. */
  @Nullable OfferId talkOf(Heard heard) {
    Ear ear = heard instanceof Heard.ListenerAnswered h ? ears.get(h.offer()) : null;
    return ear == null || ear.wanted == null ? null : ear.wanted.talk();
  }

  void wake(OfferId leg, long nowMs) {
    Ear ear = ears.get(leg);
    if (ear != null && !ear.joined && nowMs >= ear.deadlineMs) {
      out.accept(new Act.HangUp(ear.leg));
      gone(ear, ear.rang ? OfferEnding.UNANSWERED : OfferEnding.UNREACHABLE);
    }
  }

  private void gone(Ear ear, OfferEnding unanswered) {
    ears.remove(ear.id);
    out.accept(new Act.Publish(new ListenerGone(ear.id, ear.joined ? null : unanswered)));
  }

  private @Nullable Ear of(OfferId id, String leg) {
    Ear ear = ears.get(id);
    return ear != null && ear.leg.equals(leg) ? ear : null;
  }

  /** Forgets what it knew; this is the truth. How each takes part is said again. */
  List<LiveListener> restore(List<Snapshot.Listener> found) {
    ears.clear();
    for (Snapshot.Listener listener : found) {
      Ear ear = new Ear(listener.leg(), listener.channel());
      ear.joined = listener.joined();
      ears.put(ear.id, ear);
    }
    return ears.values().stream().map(ear -> new LiveListener(ear.id, ear.joined)).toList();
  }

  /** Ends who rings or listens in a call whose caller is gone. */
  void callerGone(CallId call) {
    List.copyOf(ears.keySet()).stream().filter(leg -> leg.call().equals(call)).forEach(this::hangUp);
  }
}
