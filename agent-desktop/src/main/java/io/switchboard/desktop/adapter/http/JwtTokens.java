package io.switchboard.desktop.adapter.http;

import io.switchboard.core.id.Names;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.access.Accounts;
import io.switchboard.desktop.access.Tokens;
import io.switchboard.desktop.access.Visitor;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Tokens as JSON Web Tokens signed with HMAC-SHA-256. They name tenant and user only: the role is looked up at each request, so that it can
 * be taken away. With the user's password his tokens go, within a few seconds.
 */
public final class JwtTokens implements Tokens {
  private static final Duration VALID = Duration.ofHours(12);
  private static final String ISSUER = "switchboard";
  private static final String TENANT = "tenant";
  private static final int LEAST_SECRET_BYTES = 32;

  private final JWTAuth jwt;
  private final Accounts accounts;
  private final PasswordChanges changes;
  private final Clock clock;

  /**
   * @param secret at least 32 bytes
   * @throws IllegalArgumentException if it is shorter
   */
  public JwtTokens(Vertx vertx, byte[] secret, Accounts accounts, PasswordChanges changes, Clock clock) {
    if (secret.length < LEAST_SECRET_BYTES) {
      throw new IllegalArgumentException("a token's secret has at least 32 bytes, not " + secret.length);
    }
    this.jwt = JWTAuth.create(vertx, new JWTAuthOptions()
        .addPubSecKey(new PubSecKeyOptions().setAlgorithm("HS256").setBuffer(Buffer.buffer(secret)))
        .setJWTOptions(new JWTOptions().setIssuer(ISSUER)));
    this.accounts = accounts;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String issue(Visitor.User user) {
    JsonObject claims = new JsonObject().put("sub", user.name()).put(TENANT, user.tenant().value())
        .put("iat", clock.nowMs() / 1000).put("exp", clock.nowMs() / 1000 + validS());
    return jwt.generateToken(claims, new JWTOptions().setAlgorithm("HS256").setIssuer(ISSUER));
  }

  @Override
  public long validS() {
    return VALID.toSeconds();
  }

  @Override
  public CompletionStage<Optional<Visitor.User>> read(String token) {
    return jwt.authenticate(new TokenCredentials(token))
        .map(user -> user.attributes().getJsonObject("accessToken", new JsonObject()))
        .otherwise(new JsonObject()).toCompletionStage().thenCompose(this::stillGood);
  }

  private CompletionStage<Optional<Visitor.User>> stillGood(JsonObject claims) {
    Optional<Visitor.User> user = user(claims);
    return user.isEmpty()
        ? CompletableFuture.completedFuture(user)
        : changes.changedAfter(user.get(), claims.getLong("iat"), VALID.toMillis()).thenApply(changed -> changed ? Optional.empty() : user);
  }

  private Optional<Visitor.User> user(JsonObject claims) {
    String tenant = claims.getString(TENANT, "");
    String name = claims.getString("sub", "");
    if (!Names.valid(tenant) || !Names.valid(name) || !claims.containsKey("exp") || !claims.containsKey("iat")) {
      return Optional.empty();
    }
    TenantId id = new TenantId(tenant);
    return accounts.role(id, name).map(role -> new Visitor.User(id, name, role));
  }
}
