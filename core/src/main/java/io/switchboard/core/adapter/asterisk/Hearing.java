package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.adapter.asterisk.ami.AmiMessage;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.line.LineEvent.CallArrived;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asterisk's events in our words. Pure: what an event means depends on nothing but the event. Events of channels that are not ours, or that
 * we do not act on, are null.
 */
final class Hearing {
  private static final Pattern RESULT = Pattern.compile("result=(-?\\d{1,9})");
  private static final Pattern OFFER = Pattern.compile(".+-\\d{1,9}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern KEY = Pattern.compile("[0-9*#A-D]");

  private Hearing() {}

  static @Nullable Heard heard(AmiMessage e) {
    return switch (e.event()) {
      case "AsyncAGIStart" -> held(e);
      case "AsyncAGIExec" -> done(e);
      case "DTMFEnd" -> key(e);
      case "Hangup" -> gone(e);
      case "Newstate" -> e.text("ChannelStateDesc").equals("Ringing") ? leg(e, Heard.LegRings::new) : null;
      case "BridgeEnter" -> talks(e);
      case "Hold" -> leg(e, (offer, leg) -> new Heard.LegHeld(offer, leg, true));
      case "Unhold" -> leg(e, (offer, leg) -> new Heard.LegHeld(offer, leg, false));
      case "OriginateResponse" -> originated(e);
      case "UserEvent" -> dialled(e);
      case "DeviceStateChange" -> phone(e);
      default -> null;
    };
  }

  /** A line of the channel list, if it is a caller of ours who is not about to be hung up. */
  static Snapshot.@Nullable Caller caller(AmiMessage e) {
    CallId call = isCaller(e) && !state(e).equals("parted") ? call(e) : null;
    String channel = e.text("Channel");
    boolean shell = channel.startsWith("Surrogate/"); // what is left of a channel that went into a talk; now and then it stays
    return call == null || channel.isEmpty() || shell ? null
        : new Snapshot.Caller(arrival(call, e, channel), channel, Errand.of(state(e)), !e.text("BridgeId").isEmpty(), Stand.of(state(e)) == Stand.ROOM);
  }

  /** A line of the channel list, if it is a supervisor's leg. */
  static Snapshot.@Nullable Listener listener(AmiMessage e) {
    OfferId leg = isListener(e) ? offer(e.variable("CC_OFFER")) : null;
    String channel = e.text("Uniqueid");
    return leg == null || channel.isEmpty() ? null : new Snapshot.Listener(leg, channel, state(e).equals(Listening.STATE));
  }

  /** A line of the channel list, if it is the leg of an offer. */
  static Snapshot.@Nullable Leg leg(AmiMessage e) {
    OfferId offer = isListener(e) ? null : offer(e.variable("CC_OFFER"));
    String leg = e.text("Uniqueid");
    Stand known = Stand.of(state(e));
    Stand stand = known == null && !e.text("BridgeId").isEmpty() ? Stand.CUSTOMER : known;
    return offer == null || leg.isEmpty() ? null : new Snapshot.Leg(
        offer, leg, stand, e.variable("CC_ROLE").equals("third"), DialStage.of(state(e)));
  }

  /** The dialplan tells how far a call that an agent places has come: on his leg, or on that of whom he reached. */
  private static @Nullable Heard dialled(AmiMessage e) {
    if (!e.text("UserEvent").equals("SwitchboardDial")) {
      return null;
    }
    if (isCaller(e)) {
      CallId call = call(e);
      String channel = e.text("Channel");
      return call == null || channel.isEmpty() ? null : new Heard.Reached(arrival(call, e, channel), channel);
    }
    DialStage.Over over = DialStage.over(state(e));
    return leg(e, (offer, leg) ->
        over == null ? new Heard.LegDials(offer, leg) : new Heard.DialOver(offer, leg, over.result(), over.cause()));
  }

  static Heard.@Nullable PhoneChanged phone(AmiMessage e) {
    String device = e.text("Device");
    String state = e.text("State");
    if (!device.startsWith("PJSIP/") || state.isEmpty()) {
      return null;
    }
    return new Heard.PhoneChanged(device.substring("PJSIP/".length()), !state.equals("UNAVAILABLE") && !state.equals("INVALID"));
  }

  private static @Nullable Heard held(AmiMessage e) {
    CallId call = call(e);
    String channel = e.text("Channel");
    return call == null || channel.isEmpty() ? null : new Heard.Held(arrival(call, e, channel), channel, Errand.of(state(e)));
  }

  private static @Nullable Heard done(AmiMessage e) {
    CallId call = call(e);
    String command = e.text("CommandID");
    if (call == null || command.isEmpty()) {
      return null;
    }
    String result = decoded(e.text("Result"));
    // GOSUB answers twice, the second time when it ended.
    Matcher last = RESULT.matcher(result.substring(Math.max(0, result.lastIndexOf("\n200 "))));
    return new Heard.Done(call, command, last.find() ? Integer.parseInt(last.group(1)) : -1);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException cutShort) {
      return "";
    }
  }

  /** Asterisk takes a digit of SIP INFO as it comes: {@code a} for {@code A}, and signs that are no key at all. */
  private static @Nullable Heard key(AmiMessage e) {
    CallId call = isCaller(e) && !e.text("Direction").equals("Sent") ? call(e) : null;
    String digit = e.text("Digit").toUpperCase(Locale.ROOT);
    return call == null || !KEY.matcher(digit).matches() ? null : new Heard.Key(call, digit.charAt(0));
  }

  private static @Nullable Heard gone(AmiMessage e) {
    if (isCaller(e)) {
      CallId call = call(e);
      return call == null ? null : new Heard.CallerHungUp(call, state(e).equals("parted"));
    }
    return leg(e, (offer, leg) ->
        new Heard.LegGone(offer, leg, number(e.text("Cause")), number(e.text("TechCause")), state(e).equals("left")));
  }

  /** Told of the second in the bridge: of an offer's leg, or of either side of a transfer. */
  private static @Nullable Heard talks(AmiMessage e) {
    Errand errand = isCaller(e) ? Errand.of(state(e)) : null;
    boolean outside = e.variable("CC_ROLE").equals("outside") || (errand != null && errand.kind() == Errand.Kind.DIALS);
    if (!outside) {
      return leg(e, Heard.LegTalks::new);
    }
    CallId call = call(e);
    return call == null ? null : new Heard.OutsideTalks(call);
  }

  private static @Nullable Heard originated(AmiMessage e) {
    OfferId offer = offer(e.actionId());
    String leg = e.text("Uniqueid");
    if (offer == null || leg.isEmpty()) {
      return null;
    }
    if (!e.text("Response").equals("Success")) {
      return new Heard.LegRefused(offer, leg);
    }
    return e.text("Context").equals(Listening.CONTEXT) ? new Heard.ListenerAnswered(offer, leg) : null;
  }

  private interface OfLeg {
    Heard of(OfferId offer, String leg);
  }

  private static @Nullable Heard leg(AmiMessage e, OfLeg then) {
    OfferId offer = offer(e.variable("CC_OFFER"));
    String leg = e.text("Uniqueid");
    return offer == null || leg.isEmpty() ? null : then.of(offer, leg);
  }

  private static CallArrived arrival(CallId call, AmiMessage e, String channel) {
    return new CallArrived(
        call, known(e.text("Exten")), known(e.text("CallerIDNum")), known(e.text("CallerIDName")), endpoint(channel));
  }

  /** {@code PJSIP/name-0000002a} → {@code name}. */
  private static String endpoint(String channel) {
    int dash = channel.lastIndexOf('-');
    return channel.substring(channel.indexOf('/') + 1, dash < 0 ? channel.length() : dash);
  }

  private static String known(String text) {
    return text.equals("<unknown>") ? "" : Wire.name(text);
  }

  private static boolean isListener(AmiMessage e) {
    return e.variable("CC_ROLE").equals(Listening.ROLE);
  }

  private static boolean isCaller(AmiMessage e) {
    return e.variable("CC_ROLE").equals("caller");
  }

  private static String state(AmiMessage e) {
    return e.variable("CC_STATE");
  }

  private static @Nullable CallId call(AmiMessage e) {
    String id = e.variable("CC_CALL");
    return id.isEmpty() || id.length() > 100 ? null : new CallId(id);
  }

  private static @Nullable OfferId offer(String text) {
    return text.length() > 110 || !OFFER.matcher(text).matches() ? null : OfferId.parse(text);
  }

  private static int number(String text) {
    return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
