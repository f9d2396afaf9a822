package io.switchboard.app;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a broken or hostile telephone sends. */
final class MalformedSip {
  private static final int LONG = HostileDialling.LONG;

  /** Bodies of SIP INFO that hold no key. */
  static final List<String> KEYS = List.of(
      "", "Signal=", "Signal=x\r\n", "Signal=+5\r\n", "Signal=-0\r\n", "Signal=17\r\n", "Signal=\u0000\r\n", "Signal=%0d%0a\r\n",
      "Signal=!\r\nDuration=160\r\n", "Signal=" + "1".repeat(LONG), "Signal=" + "x".repeat(LONG) + "\r\nDuration=-1\r\n",
      "Signal=x\r\n\r\nAction: Hangup\r\nChannel: /^PJSIP/\r\n\r\n", "\r\n".repeat(LONG / 2), "=".repeat(LONG));

  /** Each makes no call of a request that would be one. */
  static final List<UnaryOperator<String>> PACKETS = List.of(
      invite -> "", invite -> "\r\n\r\n", invite -> "\u0000".repeat(LONG), invite -> "A".repeat(60_000), invite -> "INVITE",
      invite -> invite.substring(0, invite.length() / 3), invite -> without("Call-ID", invite), invite -> without("CSeq", invite),
      invite -> without("Via", invite), invite -> without("From", invite), invite -> invite.replace("SIP/2.0\r\nVia", "SIP/9.9\r\nVia"),
      invite -> invite.replaceAll("Content-Length: \\d+", "Content-Length: -1"),
      invite -> invite.replaceAll("CSeq: \\d+", "CSeq: 99999999999999999999"), invite -> invite.replace("INVITE", "BYE"),
      invite -> invite.replace("INVITE", "INFO"), invite -> invite.replace("INVITE", "x".repeat(LONG)));

  /** Descriptions of sound (SDP) of which nothing can be heard. */
  static final List<String> OFFERS = List.of(
      "\u0000", "v=0", "x".repeat(LONG), RawCaller.SDP.replace("m=audio 9", "m=audio 99999999"), RawCaller.SDP.replace("m=audio", "m=image"),
      RawCaller.SDP.replace("RTP/AVP 0", "RTP/AVP 250"), RawCaller.SDP.replaceAll("c=[^\r]*\r\n", ""),
      RawCaller.SDP.replace("IN IP4 127.0.0.1", "IN IP4 " + "9".repeat(LONG)));

  private MalformedSip() {}

  private static String without(String header, String message) {
    return message.replaceAll("\r\n" + header + ": [^\r]*", "");
  }
}
