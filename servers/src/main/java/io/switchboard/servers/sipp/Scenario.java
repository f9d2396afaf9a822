package io.switchboard.servers.sipp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SIPp's scenarios, made of templates. Waiting is always for a message with a time limit, never a pause: a BYE or CANCEL that comes in a
 * pause counts as a failure in SIPp.
 */
final class Scenario {
  private static final List<Integer> REFUSALS = List.of(403, 404, 408, 480, 484, 486, 487, 488, 500, 503, 600, 603);

  /** A capture that begins cuts the one that plays, and so the last key. */
  private static final int AFTER_KEYS_MS = 400;

  private Scenario() {}

  /**
   * What a caller does.
   *
   * @param captures for each of the plan's key presses, then of his speech if he speaks; none sends the keys by SIP INFO
   */
  static String caller(CallerPlan plan, List<Path> captures) {
    StringBuilder keys = new StringBuilder();
    for (int step = 0; step < plan.keys().size(); step++) {
      Keys each = plan.keys().get(step);
      keys.append(wait("BYE", each.afterMs(), "keys-" + step, "hung-up")).append("  <label id=\"keys-").append(step).append("\"/>\n");
      keys.append(captures.isEmpty() ? infos(each.digits()) : play(captures.get(step)));
    }
    if (captures.size() > plan.keys().size()) {
      keys.append(wait("BYE", AFTER_KEYS_MS, "speech", "hung-up")).append("  <label id=\"speech\"/>\n").append(play(captures.getLast()));
    }
    plan.voice().ifPresent(words -> keys.append(wait("BYE", AFTER_KEYS_MS, "voice", "hung-up")).append("  <label id=\"voice\"/>\n")
        .append("  <nop><action><exec rtp_stream=\"").append(words).append(",-1,0\"/></action></nop>\n"));
    return template("caller.xml", Map.of(
        "refusals", REFUSALS.stream()
            .map(code -> "  <recv response=\"" + code + "\" optional=\"true\" next=\"refused\"/>\n").collect(Collectors.joining()),
        "keys", keys.toString(),
        "media", media(plan),
        "linger", Integer.toString(plan.lingerMs()),
        "stay", stay(plan.stay())));
  }

  private static String media(CallerPlan plan) {
    if (plan.voice().isPresent()) {
      return "[rtpstream_audio_port]";
    }
    return plan.audio().isEmpty() ? "[media_port]" : "[field3]";
  }

  /** What a phone does; {@code lingerMs} as in {@link CallerPlan}. */
  static String phone(Behaviour behaviour, int lingerMs) {
    return phone(behaviour).replace("{{linger}}", Integer.toString(lingerMs));
  }

  private static String phone(Behaviour behaviour) {
    return switch (behaviour) {
      case Behaviour.Answers answers -> phone(ringing() + waitSpan("CANCEL", answers.ring(), "answer", "cancelled"), stay(answers.talk()));
      case Behaviour.HearsAt hears -> phone(new Behaviour.Answers(hears.ring(), hears.talk()))
          .replace("IN IP[media_ip_type] [media_ip]", "IN IP4 127.0.0.1").replace("[media_port]", Integer.toString(hears.audioPort()));
      case Behaviour.Holds holds -> phone(
          ringing() + waitSpan("CANCEL", holds.ring(), "answer", "cancelled"),
          wait("BYE", holds.afterMs(), "hold", "hung-up") + offer("hold", 2, "sendonly")
              + wait("BYE", holds.heldMs(), "take-back", "hung-up") + offer("take-back", 3, "sendrecv") + stay(new Stay.UntilHungUp()));
      case Behaviour.RingsOnly rings -> phone(ringing() + "  <recv request=\"CANCEL\" next=\"cancelled\"/>\n", "");
      case Behaviour.Busy busy -> refusing("486 Busy Here");
      case Behaviour.Declines declines -> refusing("603 Decline");
    };
  }

  static String register() {
    return template("register.xml", Map.of());
  }

  private static String phone(String ring, String talk) {
    return template("phone.xml", Map.of("ring", ring, "talk", talk, "refusal", "480 Temporarily Unavailable"));
  }

  private static String refusing(String refusal) {
    return template("phone.xml", Map.of("ring", "  <nop next=\"refuse\"/>\n", "talk", "", "refusal", refusal));
  }

  private static String offer(String label, int cseq, String direction) {
    return template("offer.xml", Map.of("label", label, "cseq", Integer.toString(cseq), "direction", direction));
  }

  private static String ringing() {
    return template("ringing.xml", Map.of());
  }

  private static String stay(Stay stay) {
    return switch (stay) {
      case Stay.UntilHungUp until -> "  <recv request=\"BYE\" next=\"hung-up\"/>\n";
      case Stay.AtMost most -> waitSpan("BYE", most.time(), "hangup", "hung-up");
    };
  }

  /** Waits for the request until the time is over: {@code then} follows, else {@code when}. */
  private static String wait(String request, int ms, String then, String when) {
    return "  <recv request=\"%s\" timeout=\"%d\" ontimeout=\"%s\" next=\"%s\"/>\n".formatted(request, Math.max(1, ms), then, when);
  }

  private static String waitSpan(String request, Span span, String then, String when) {
    if (span.maxMs() == 0) {
      return "  <nop next=\"" + then + "\"/>\n";
    }
    if (span.exact()) {
      return wait(request, span.minMs(), then, when);
    }
    return template("wait.xml", Map.of(
        "request", request, "first", Integer.toString(Math.max(1, span.minMs())), "steps", Integer.toString(span.steps()),
        "step", Integer.toString(span.stepMs()), "then", then, "when", when));
  }

  private static String play(Path capture) {
    return "  <nop><action><exec play_pcap_audio=\"" + capture + "\"/></action></nop>\n";
  }

  private static String infos(String digits) {
    return digits.chars()
        .mapToObj(digit -> template("info.xml", Map.of("digit", Character.toString(digit))))
        .collect(Collectors.joining());
  }

  private static String template(String name, Map<String, String> values) {
    String text = resource(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String resource(String name) {
    try (InputStream in = Scenario.class.getResourceAsStream(name)) {
      return Stream.ofNullable(in).findFirst().map(Scenario::text)
          .orElseThrow(() -> new IllegalStateException("no resource " + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(InputStream in) {
    try {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
