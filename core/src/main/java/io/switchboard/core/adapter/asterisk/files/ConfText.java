package io.switchboard.core.adapter.asterisk.files;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of one configuration file. Asterisk's format has no quoting: a line end, a semicolon or a {@code #} at the wrong place changes
 * what is read, so such values are refused, not written.
 */
final class ConfText {
  private static final Pattern VALUE = Pattern.compile("|[^\\x00- \\x7f\\\\>]([^\\x00-\\x1f\\x7f\\\\]*[^\\x00- \\x7f\\\\])?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern RESERVED = Pattern.compile("general|global|system|switchboard-.*");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]{1,253}");

  private final StringBuilder text = new StringBuilder();

  ConfText(String about) {
    text.append("; Written by Switchboard from its configuration; changes made here are lost.\n; ").append(about).append('\n');
  }

  ConfText section(String name) {
    text.append("\n[").append(name).append("]\n");
    return this;
  }

  ConfText set(String key, Object value) {
    text.append(key).append(" = ").append(value("the value of " + key, value.toString())).append('\n');
    return this;
  }

  /** A line that we wrote ourselves. */
  ConfText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  ConfText because(String why) {
    return line("; " + why);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException if Asterisk would read something else than was meant
   */
  static String value(String what, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(what + " may not hold a control character or backslash, nor begin with > or a blank, nor end with one");
    }
    return value.replace(";", "\\;");
  }

  static String name(String what, String name) {
    if (!NAME.matcher(name).matches() || reserved(name)) {
      throw new IllegalArgumentException(
          what + " is named by 1 to 64 of A-Z a-z 0-9 _ . - , begins with a letter or digit and is no word of pjsip.conf, not '"
              + name + "'");
    }
    return name;
  }

  static boolean reserved(String name) {
    return RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  static String host(String what, String host) {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException(what + " is a host name or an address, not '" + host + "'");
    }
    return host;
  }

  static int port(String what, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(what + " is a port from 1 to 65535, not " + port);
    }
    return port;
  }
}
