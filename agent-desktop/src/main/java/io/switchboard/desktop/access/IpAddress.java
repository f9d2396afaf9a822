package io.switchboard.desktop.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as people and proxies write them. No name is ever looked up. */
public final class IpAddress {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
  private static final Pattern LITERAL = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private IpAddress() {}

  /** IPv4 with four numbers, or IPv6; empty for anything else. */
  public static Optional<InetAddress> read(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException none) {
      return Optional.empty();
    }
  }
}
