package io.switchboard.desktop.adapter.http;

import java.util.Optional;
import java.util.Set;

/**
 * How the API listens and what it bears.
 *
 * @param port 0 for any that is free
 * @param metricsToken what Prometheus sends to read the metrics of all tenants
 * @param requestsAtOnce more are told to come back
 * @param perUserPerSecond sustained requests of one user
 * @param perAddressPerSecond sustained requests without a token (logins) from one address
 * @param trustedProxies IP addresses of those whose word is taken for where a request comes from
 */
public record ApiSettings(
    String host, int port, Optional<String> metricsToken, int requestsAtOnce, double perUserPerSecond, double perAddressPerSecond,
    Set<String> trustedProxies) {

  /** What serves a thousand desktops behind one proxy. */
  public static ApiSettings of(String host, int port, Optional<String> metricsToken, Set<String> trustedProxies) {
    return new ApiSettings(host, port, metricsToken, 2_000, 20, 200, trustedProxies);
  }
}
