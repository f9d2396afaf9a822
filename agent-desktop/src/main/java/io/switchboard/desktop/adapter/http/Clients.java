package io.switchboard.desktop.adapter.http;

import io.switchboard.desktop.access.IpAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From where a request comes. Of proxies that are trusted, what they say in {@code X-Forwarded-For}: each adds at the right whom it was
 * asked by, so the client is the right-most who is no such proxy. What stands further left is anybody's word and is not looked at.
 */
final class Clients {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final Set<InetAddress> trusted;

  /**
   * @param trusted IP addresses
   * @throws IllegalArgumentException for what is none
   */
  Clients(Set<String> trusted) {
    this.trusted = trusted.stream()
        .map(each -> IpAddress.read(each).orElseThrow(() -> new IllegalArgumentException("'" + each + "' is no IP address")))
        .collect(Collectors.toSet());
  }

  /** An IP address; empty when the connection has gone. */
  String address(RoutingContext context) {
    String peer = context.request().remoteAddress() == null ? "" : String.valueOf(context.request().remoteAddress().hostAddress());
    return address(peer, context.request().headers().getAll(FORWARDED_FOR));
  }

  String address(String peer, List<String> forwardedFor) {
    List<String> way = forwardedFor.stream().flatMap(header -> Stream.of(header.split(",", -1))).toList();
    Optional<InetAddress> from = read(peer);
    for (int i = way.size() - 1; i >= 0 && from.filter(trusted::contains).isPresent(); i--) {
      Optional<InetAddress> before = read(way.get(i));
      if (before.isEmpty()) {
        break; // a trusted proxy that knows no more
      }
      from = before;
    }
    return from.map(InetAddress::getHostAddress).orElse(peer);
  }

  /** Some write a port behind it, and brackets around it. */
  private static Optional<InetAddress> read(String text) {
    return IpAddress.read(text.strip().replaceFirst("^\\[([^\\]]*)\\](:[0-9]+)?$", "$1").replaceFirst("^([0-9.]+):[0-9]+$", "$1"));
  }
}
