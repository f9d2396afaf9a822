package io.switchboard.app.configuration;

import io.switchboard.core.metric.Definitions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The installation: its servers, where it listens, what bounds it.
 *
 * @param data where everything is kept
 * @param calls how many may be on the line at once; more hear the busy flow
 * @param spillBytes how much the journal may keep on disk while PostgreSQL is away
 * @param definitions how the numbers are counted
 */
public record Installation(
    AsteriskServer asterisk, DataServer postgres, DataServer redis, Http http, Sip sip, Path data, int calls, long spillBytes,
    Definitions definitions, Routing routing) {

  /** The same, with other rules for all queues. */
  public Installation with(Routing other) {
    return new Installation(asterisk, postgres, redis, http, sip, data, calls, spillBytes, definitions, other);
  }

  /**
   * What holds for all queues.
   *
   * @param pointWorthMs how much earlier a call is due for each of its points
   * @param phoneRetryMs how long a phone that could not be rung is left alone unless it is heard of again
   */
  public record Routing(long pointWorthMs, long phoneRetryMs) {}

  /**
   * Where the API listens.
   *
   * @param port 0 for any that is free
   * @param tokenSecret signs the tokens; empty: make one and keep it in the data directory
   * @param metricsToken opens {@code /metrics} over all tenants; empty: closed to all but logged-in users
   * @param trustedProxies IP addresses of those whose X-Forwarded-For is believed
   */
  public record Http(String host, int port, Optional<String> tokenSecret, Optional<String> metricsToken, Set<String> trustedProxies) {
    /** Secrets are not shown. */
    @Override
    public String toString() {
      return "http://" + host + ":" + port;
    }
  }

  /** Where the embedded Asterisk listens: UDP ports. */
  public record Sip(String host, int port, int rtpFirstPort, int rtpLastPort) {}
}
