package io.switchboard.core.adapter.asterisk;

import io.switchboard.core.line.SipDestinations;
import io.switchboard.core.line.Sound;
import java.util.regex.Pattern;

/**
 * What may stand in a line to or from Asterisk. Its manager interface ends a value at CR or LF and a line at about 1,024 bytes; neither
 * Asterisk nor Asterisk-Java refuses what breaks that.
 */
final class Wire {
  /** Longest caller's name or number that we pass on, in characters. */
  static final int NAME_MAX = 80;

  /** Control characters, old and new, line ends of Unicode, and what turns the direction of the text that follows. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
  private static final Pattern QUOTING = Pattern.compile("[\"<>\\\\]+");
  private static final Pattern PLAIN_FILE = Pattern.compile("[^\\p{Cntrl}\"'\\\\,&|;$(){}]{1,400}");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("\\+?[0-9*#]{1,40}");

  private static final Pattern SIP_ADDRESS = Pattern.compile(SipDestinations.ADDRESS);

  private Wire() {}

  /** Without control characters. */
  static String line(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** Without control characters and no longer than {@link #NAME_MAX}. */
  static String name(String text) {
    return cut(line(cut(text, 4 * NAME_MAX)), NAME_MAX);
  }

  /** Never between the two halves of one character. */
  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /** {@code "name" <number>} as Asterisk reads a caller id; empty where neither is known. */
  static String callerId(String number, String name) {
    String plainName = QUOTING.matcher(name(name)).replaceAll("");
    String plainNumber = QUOTING.matcher(name(number)).replaceAll("");
    return plainName.isEmpty() && plainNumber.isEmpty() ? "" : "\"" + plainName + "\" <" + plainNumber + ">";
  }

  /** Whether a file's name can stand in a command without being read as anything else. */
  static boolean plain(Sound sound) {
    return PLAIN_FILE.matcher(sound.file()).matches();
  }

  static boolean plainName(String name) {
    return PLAIN_NAME.matcher(name).matches();
  }

  static boolean sipAddress(String address) {
    return SIP_ADDRESS.matcher(address).matches();
  }

  static boolean plainNumber(String number) {
    return PLAIN_NUMBER.matcher(number).matches();
  }
}
