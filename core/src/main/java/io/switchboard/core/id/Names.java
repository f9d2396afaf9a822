package io.switchboard.core.id;

import java.util.regex.Pattern;

/** The one rule for names that people give to tenants, agents and queues: safe in a URL, a file and a dialplan. */
public final class Names {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

  private Names() {}

  public static boolean valid(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * @throws IllegalArgumentException if the name breaks the rule; the message says what would be right
   */
  static void check(String what, String name) {
    if (!valid(name)) {
      throw new IllegalArgumentException(
          "a " + what + " is named by 1 to 64 of a-z 0-9 _ . - and begins with a letter or digit, not '" + name + "'");
    }
  }

  static String[] split(String what, String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a " + what + " is written tenant/name, not '" + value + "'");
    }
    return new String[] {value.substring(0, slash), value.substring(slash + 1)};
  }
}
