package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.Line.Ring;
import io.switchboard.core.line.Line;
import io.switchboard.core.line.LineEvent.Connected;
import io.switchboard.core.line.LineEvent.DialFailed;
import io.switchboard.core.line.LineEvent.Dialling;
import io.switchboard.core.line.LineEvent.Held;
import io.switchboard.core.line.LineEvent.OfferFailed;
import io.switchboard.core.line.LineEvent.OfferRinging;
import io.switchboard.core.line.LineEvent.Resumed;
import io.switchboard.core.line.Phone;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One offer: the phone that rings for it, be it the agent's or, for a callback, first the customer's, over one trunk after the other where it is a number. It ends exactly once: connected and then
 * over, or failed with a reason, by a timer of our own if Asterisk never says.
 */
final class Offering {
  /** What Asterisk gets beyond the ring time before we call it failed. */
  static final long PATIENCE_MS = 3_000;
  /** How long after Asterisk gave up the hang-up of its channel may follow; without one there was no channel. */
  static final long NO_CHANNEL_MS = 60;

  private static final long HANG_UP_AGAIN_MS = 200;

  final OfferId offer;
  @Nullable String callerChannel;

  /** The agent's leg whose third party it is, or null. */
  final @Nullable String withLeg;

  private final @Nullable Ring ring;
  /** What the agent dials, or null. */
  private final Line.@Nullable Dial dial;
  private final boolean customer;
  private final Consumer<Act> out;
  private final List<String> routes;
  private final @Nullable String adoptedLeg;
  private List<String> numberRoutes = List.of();
  /** While an agent dials and nobody has answered. */
  private @Nullable DialStage dialStage;
  private int attempt;
  private long deadlineMs;
  private long refusedAtMs;
  private long hangUpAtMs;
  private boolean rang;
  private boolean announced;
  private boolean connected;
  private boolean third;
  private boolean lost;
  private boolean handedOver;
  private Stand stand = Stand.CUSTOMER;
  private @Nullable Boolean held = false;
  private @Nullable OfferEnding takenBack;
  private @Nullable Party endedBy;

  /** {@code callerChannel} null: a customer is called back. */
  Offering(Ring ring, @Nullable String callerChannel, List<String> routes, Consumer<Act> out) {
    this(ring, callerChannel, null, routes, out);
  }

  /** A third party of the agent whose leg this is. */
  Offering(Ring ring, @Nullable String callerChannel, @Nullable String withLeg, List<String> routes, Consumer<Act> out) {
    this.third = withLeg != null;
    this.withLeg = withLeg;
    this.ring = ring;
    this.dial = null;
    this.customer = callerChannel == null;
    this.offer = ring.offer();
    this.callerChannel = callerChannel;
    this.routes = routes;
    this.adoptedLeg = null;
    this.out = out;
  }

  /** An agent dials. {@code routes}: to his phone; {@code numberRoutes}: to the number. */
  Offering(Line.Dial dial, List<String> routes, List<String> numberRoutes, Consumer<Act> out) {
    this.withLeg = null;
    this.ring = dial.agent();
    this.dial = dial;
    this.numberRoutes = List.copyOf(numberRoutes);
    this.dialStage = DialStage.PHONE;
    this.customer = false;
    this.offer = dial.agent().offer();
    this.callerChannel = null;
    this.routes = routes;
    this.adoptedLeg = null;
    this.out = out;
  }

  /** One that was found on the line: it rings or talks, by which route is not known any more. */
  Offering(Snapshot.Leg found, @Nullable String callerChannel, long deadlineMs, Consumer<Act> out) {
    this.ring = null;
    this.dial = null;
    this.customer = false;
    this.dialStage = found.connected() ? null : found.dial();
    this.withLeg = null;
    this.third = found.third();
    this.offer = found.offer();
    this.callerChannel = callerChannel;
    this.routes = List.of();
    this.adoptedLeg = found.leg();
    Stand stands = found.stand();
    this.connected = stands != null;
    this.stand = stands == null ? Stand.CUSTOMER : stands;
    this.held = null; // it is asked for
    this.rang = true;
    this.announced = true;
    this.deadlineMs = deadlineMs;
    this.out = out;
    if (!connected) {
      out.accept(new Act.Wake(deadlineMs, offer.call(), offer));
    }
  }

  /**
   * The unique id of the channel that rings or talks now. Asterisk finds a channel also by how its id begins, so none may begin like
   * another: {@code x-1} would be hung up as {@code x-10}.
   */
  String leg() {
    if (adoptedLeg != null) {
      return adoptedLeg;
    }
    return offer + (customer ? "~customer" : "~") + (attempt + 1) + ".";
  }

  boolean connected() {
    return connected;
  }

  boolean takenBack() {
    return takenBack != null;
  }

  /** A third party's, whom the agent consults. */
  boolean third() {
    return third;
  }

  /** The agent has handed the caller on: it is the talk's leg from now on. */
  void handedOn() {
    third = false;
  }

  /** Where it stands, once it is connected. */
  Stand stand() {
    return stand;
  }

  void stands(Stand where) {
    stand = where;
  }

  /** Another leg takes its place: the caller is not touched when it ends. */
  void handsOver() {
    handedOver = true;
  }

  boolean handedOver() {
    return handedOver;
  }

  /** Its phone is lost: whatever Asterisk says of its end, nobody hung up. */
  void loses() {
    lost = true;
  }

  boolean lost() {
    return lost;
  }

  void start(long nowMs) {
    Ring asked = Objects.requireNonNull(ring);
    rang = false;
    refusedAtMs = 0;
    deadlineMs = nowMs + asked.ringMs() + PATIENCE_MS;
    if (dial != null) {
      out.accept(new Act.Dial(offer, leg(), routes.get(attempt), dial, numberRoutes));
      out.accept(new Act.Wake(deadlineMs, offer.call(), offer));
      return;
    }
    out.accept(new Act.Originate(
        offer, leg(), routes.get(attempt), callerChannel, withLeg, asked.callerNumber(), asked.callerName(), asked.ringMs(),
        asked.autoAnswer()));
    out.accept(new Act.Wake(deadlineMs, offer.call(), offer));
  }

  void rings() {
    rang = true;
    if (!announced && takenBack == null && !customer) {
      announced = true;
      out.accept(new Act.Publish(new OfferRinging(offer)));
    }
  }

  /** The agent picked up: the number that he dials is dialled. */
  void dials(long nowMs) {
    if (dialStage == DialStage.PHONE && takenBack == null) {
      dialStage = DialStage.NUMBER;
      long ringMs = dial == null ? Adoption.RING_MS : dial.ringMs() * Math.max(1, numberRoutes.size());
      deadlineMs = nowMs + ringMs + PATIENCE_MS;
      out.accept(new Act.Publish(new Dialling(offer)));
      out.accept(new Act.Wake(deadlineMs, offer.call(), offer));
    }
  }

  /** How far he is who dials; null: he does not, or has reached somebody. */
  @Nullable DialStage dialStage() {
    return dialStage;
  }

  /** Whom he dialled answered on this channel, and is its caller from now on. */
  void reached(String channel) {
    callerChannel = channel;
    dialStage = null;
    out.accept(new Act.SetVariable(leg(), "CC_CALLER", channel));
  }

  /** Nobody answered. True when the offer is over, unless it was taken back before. */
  boolean dialOver(DialResult result, int cause) {
    if (takenBack != null) {
      fail(takenBack);
    } else {
      out.accept(new Act.Publish(new DialFailed(offer, result, cause)));
    }
    return true;
  }

  void talks() {
    if (!connected && takenBack == null) {
      connected = true;
      stand = third ? Stand.THIRD : Stand.CUSTOMER;
      out.accept(new Act.Publish(new Connected(offer)));
    }
  }

  /** His phone put the caller on hold, or took him back. */
  void held(boolean now) {
    if (connected && (held == null || held != now)) {
      held = now;
      out.accept(new Act.Publish(now ? new Held(offer) : new Resumed(offer)));
    }
  }

  void refused(long nowMs) {
    refusedAtMs = nowMs;
    out.accept(new Act.Wake(nowMs + NO_CHANNEL_MS, offer.call(), offer));
  }

  /**
   * Stops the ringing. Were the agent to answer in this very moment, the mark on the caller brings him back to the music instead of ending
   * his call.
   */
  void takeBack(OfferEnding why, long nowMs) {
    if (takenBack != null || connected) {
      return;
    }
    takenBack = why;
    deadlineMs = Math.min(deadlineMs, nowMs + PATIENCE_MS);
    if (why != OfferEnding.CALLER_GONE && callerChannel != null) {
      out.accept(new Act.SetVariable(callerChannel, "CC_KEEP", leg()));
    }
    hangUp(nowMs);
    out.accept(new Act.Wake(deadlineMs, offer.call(), offer));
  }

  /** The caller hung up: a phone that rings is told to stop, a talk that ends knows by whom. */
  void callerGone(Party by, long nowMs) {
    endedBy = by;
    takeBack(OfferEnding.CALLER_GONE, nowMs);
  }

  /** Who ended the talk, as first seen on either leg. */
  Party endedBy(Party seen) {
    return endedBy == null ? seen : endedBy;
  }

  /**
   * The leg is gone without ever having talked. True when the offer is over.
   *
   * @param left why the dialplan let it go after it was answered; null: it was not answered
   */
  boolean gone(int cause, int status, @Nullable OfferEnding left, long nowMs) {
    if (dialStage == DialStage.NUMBER) {
      return dialOver(DialResult.CANCELLED, cause);
    }
    return ended(left == null ? Causes.ending(cause, status, rang) : left, nowMs);
  }

  /** True when the offer is over. */
  boolean tick(long nowMs) {
    if (connected) {
      return false;
    }
    if (dialStage == DialStage.NUMBER && takenBack == null && nowMs >= deadlineMs) {
      hangUp(nowMs);
      return dialOver(DialResult.NO_ANSWER, 0);
    }
    if (refusedAtMs > 0 && nowMs - refusedAtMs >= NO_CHANNEL_MS) {
      return ended(OfferEnding.UNREACHABLE, nowMs);
    }
    if (nowMs >= deadlineMs) {
      takeBack(rang ? OfferEnding.UNANSWERED : OfferEnding.UNREACHABLE, nowMs);
      fail(Objects.requireNonNull(takenBack));
      return true;
    }
    if (takenBack != null && nowMs >= hangUpAtMs) {
      hangUp(nowMs);
    }
    return false;
  }

  private boolean ended(OfferEnding ending, long nowMs) {
    if (takenBack != null) {
      fail(takenBack);
      return true;
    }
    if (attempt + 1 < routes.size() && Causes.nextTrunk(ending, rang)) {
      attempt++;
      start(nowMs);
      return false;
    }
    boolean ringTimePassed = ending == OfferEnding.UNREACHABLE && ring != null && ring.phone() instanceof Phone.Number
        && nowMs >= deadlineMs - PATIENCE_MS;
    fail(ringTimePassed ? OfferEnding.UNANSWERED : ending);
    return true;
  }

  private void hangUp(long nowMs) {
    hangUpAtMs = nowMs + HANG_UP_AGAIN_MS;
    out.accept(new Act.HangUp(leg()));
    out.accept(new Act.Wake(hangUpAtMs, offer.call(), offer));
  }

  private void fail(OfferEnding ending) {
    out.accept(new Act.Publish(new OfferFailed(offer, ending)));
  }
}
