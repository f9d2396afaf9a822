package io.switchboard.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A number called, or a caller's name and number, that nobody has: line ends, quotes, bytes that are no text, 4,000 characters, and what would
 * be a command to someone who read it as one.
 *
 * @param who what stands in From
 * @param mark the number, called or the caller's, by which the journal knows the call
 */
record HostileDialling(String number, String who, String mark) {
  static final int LONG = 4_000;

  private static final String SMILE = "\uD83D\uDE00";

  private static final List<String> NAMES = List.of(
      "a%0d%0aAction: Hangup%0d%0aChannel: /^PJSIP/ \\r\\n\\r\\n", "a\\\"b\\\\c\\' <sip:x@y>, \\\\", "a\\\rAction: Hangup\\\nb",
      "a\r\nAction: Hangup\r\n\r\nb", "a\u0000b", "a%00\u0001\u001b[31m\u007f", utf8("a\u0085b\u009bc\u2028d\u202ee\u2066f"),
      "\u00ff\u00fe\u00c3(\u00ed\u00a0\u0080", utf8("x" + SMILE.repeat(LONG / 4)), "x".repeat(LONG), "${SHELL(id)}${EXTEN}",
      "'; drop table journal; --");

  private static final List<String> CALLERS = List.of(
      from("1".repeat(LONG)), from("x".repeat(200)), from("0170%0d%0aAction:%20Hangup%0d%0a%0d%0a"), from("0170\r\nAction: Hangup\r\n"),
      from("0170%001"), from("'%20or%201=1;drop%20table%20journal--"), from("${SHELL(id)}"), from("%24%7BSHELL(id)%7D"), from("PJSIP%2fanna"),
      from("%22%20%22%0aHANGUP%0a"), from(utf8(SMILE)), "<sip:h>", "<sip:@h>", "<tel:+49170>", "!!!");

  private static final List<String> CALLED = List.of(
      "1".repeat(LONG), "x".repeat(LONG), "%0d%0aAction:%20Hangup", "030%0d%0aAction:%20Hangup%0d%0a%0d%0a", "030\r\nAction: Hangup\r\n",
      "_X.", "[0-9]!", "_%5b0-9%5d!", "a,1,Hangup()", "a%2c1", "h", "s", "i", "${EXTEN}", "a%24%7BSHELL(id)%7D", "a&b", "a|b", "a;b=c",
      "a%22b", "1%00", "%00", "%", "*1", "PJSIP/anna", utf8(SMILE), "a%f0%9f%98%80", "a%ff", "a%c2%85%c2%9b%e2%80%ae", "");

  static List<HostileDialling> all() {
    List<HostileDialling> all = new ArrayList<>();
    NAMES.forEach(name -> all.add(by("\"" + name + "\" <sip:0170@h>", all.size())));
    CALLERS.forEach(caller -> all.add(by(caller, all.size())));
    CALLED.forEach(number -> all.add(to(number, all.size())));
    return all;
  }

  private static HostileDialling by(String who, int n) {
    String called = "30" + (777_100 + n);
    return new HostileDialling("0" + called, who, "+49" + called);
  }

  private static HostileDialling to(String number, int n) {
    String caller = "172" + (7_770_100 + n);
    return new HostileDialling(number, from("0" + caller), "+49" + caller);
  }

  static String from(String user) {
    return "<sip:" + user + "@h>";
  }

  /** For a packet, whose characters are bytes. */
  static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
