package io.switchboard.desktop.adapter.http;

import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.RateLimit;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import io.switchboard.desktop.api.Endpoint;
import io.switchboard.desktop.api.Problem;
import io.switchboard.desktop.api.Trouble;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets in who may ask: not too many at once, with a token that is valid, in a role that the endpoint opens to, not too often. */
final class Gate {
  private static final String BEARER = "Bearer ";
  private static final int REMEMBERED = 10_000;
  private static final int BURST_SECONDS = 5;
  private static final long SECOND_MS = 1000;

  private final ApiSettings settings;
  private final Tokens tokens;
  private final Clock clock;
  private final RateLimit users;
  private final RateLimit addresses;
  private final Clients clients;
  private int inside;

  /** Who came in, or why not. */
  sealed interface Admission {
    record In(Visitor visitor) implements Admission {}

    record Out(Problem problem) implements Admission {}
  }

  Gate(ApiSettings settings, Tokens tokens, Clock clock) {
    this.settings = settings;
    this.tokens = tokens;
    this.clock = clock;
    this.clients = new Clients(settings.trustedProxies());
    this.users = new RateLimit(settings.perUserPerSecond(), (int) (settings.perUserPerSecond() * BURST_SECONDS), REMEMBERED);
    this.addresses = new RateLimit(settings.perAddressPerSecond(), (int) (settings.perAddressPerSecond() * BURST_SECONDS), REMEMBERED);
  }

  Future<Admission> admit(Endpoint endpoint, RoutingContext context) {
    if (inside >= settings.requestsAtOnce()) {
      return Future.succeededFuture(new Admission.Out(Problem.retry(Trouble.OVERLOADED, SECOND_MS)));
    }
    if (endpoint != Endpoint.PHONE_SOCKET) { // which lives for hours, and is counted where it is opened
      inside++;
      context.addEndHandler(ended -> inside--);
    }
    return visitor(endpoint, context).map(visitor -> admit(endpoint, context, visitor));
  }

  private Admission admit(Endpoint endpoint, RoutingContext context, Optional<Visitor> found) {
    if (found.isEmpty() && !endpoint.open()) {
      return out(context, addresses, clients.address(context), Problem.of(Trouble.INVALID_TOKEN));
    }
    Visitor visitor = found.orElseGet(Visitor.Anyone::new);
    RateLimit limit = visitor instanceof Visitor.Anyone ? addresses : users;
    Object asker = visitor instanceof Visitor.Anyone ? clients.address(context) : visitor;
    if (!endpoint.opensTo(visitor)) {
      return out(context, limit, asker, visitor instanceof Visitor.Anyone ? Problem.of(Trouble.NO_TOKEN) : wrongRole(endpoint));
    }
    long waitMs = limit.waitMs(asker, clock.nowMs());
    return waitMs > 0 ? new Admission.Out(Problem.retry(Trouble.TOO_MANY_REQUESTS, waitMs)) : new Admission.In(visitor);
  }

  private Admission out(RoutingContext context, RateLimit limit, Object asker, Problem problem) {
    long waitMs = limit.waitMs(asker, clock.nowMs());
    return new Admission.Out(waitMs > 0 ? Problem.retry(Trouble.TOO_MANY_REQUESTS, waitMs) : problem);
  }

  private static Problem wrongRole(Endpoint endpoint) {
    return Problem.of(Trouble.WRONG_ROLE,
        endpoint.roles().stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
  }

  /** From where he asks. */
  String address(RoutingContext context) {
    return clients.address(context);
  }

  /** Empty when what was shown is no valid token. */
  private Future<Optional<Visitor>> visitor(Endpoint endpoint, RoutingContext context) {
    String shown = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (shown == null && endpoint == Endpoint.PHONE_SOCKET) {
      shown = PhoneSockets.token(context.request()).map(BEARER::concat).orElse(null);
    }
    if (shown == null) {
      return Future.succeededFuture(Optional.of(new Visitor.Anyone()));
    }
    if (!shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Future.succeededFuture(Optional.empty());
    }
    String token = shown.substring(BEARER.length()).trim();
    if (settings.metricsToken().filter(known -> same(known, token)).isPresent()) {
      return Future.succeededFuture(Optional.of(new Visitor.Scraper()));
    }
    return Future.fromCompletionStage(tokens.read(token), context.vertx().getOrCreateContext()).map(user -> user.map(Visitor.class::cast));
  }

  /** Compares in a time that tells nothing about where they differ. */
  private static boolean same(String known, String shown) {
    return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
