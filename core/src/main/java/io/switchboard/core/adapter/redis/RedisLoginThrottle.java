package io.switchboard.core.adapter.redis;

import io.switchboard.core.access.LoginThrottle;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Counts tries in Redis, and in memory while it is away; either count alone may refuse, so that losing Redis opens no door. */
public final class RedisLoginThrottle implements LoginThrottle, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLoginThrottle.class);
  private static final String TRIED = script("login-tried.lua");
  private static final String SUCCEEDED = script("login-succeeded.lua");

  private final Presence presence = new Presence(LOG, "tries at log-ins are counted in memory");
  private final LocalTries local = new LocalTries();
  private final RedisClient client;
  private final ThrottleRule rule;
  private final Clock clock;

  public RedisLoginThrottle(RedisSettings settings, ThrottleRule rule, Clock clock) {
    this.client = settings.client();
    this.rule = rule;
    this.clock = clock;
  }

  @Override
  public long tried(TenantId tenant, String user, String address) {
    List<String> keys = keys(tenant, user, address);
    long nowMs = clock.nowMs();
    long waitMs = Math.max(
        local.tried(keys.get(0), rule.perUser(), rule.windowMs(), nowMs),
        local.tried(keys.get(1), rule.perAddress(), rule.windowMs(), nowMs));
    try {
      List<String> limits = List.of("" + rule.perUser(), "" + rule.perAddress(), "" + rule.windowMs());
      long shared = (Long) client.eval(TRIED, keys, limits);
      presence.here();
      return Math.max(waitMs, shared);
    } catch (JedisException e) {
      presence.away(e);
      return waitMs;
    }
  }

  @Override
  public void succeeded(TenantId tenant, String user, String address) {
    List<String> keys = keys(tenant, user, address);
    local.forget(keys.get(0));
    local.takeBack(keys.get(1));
    try {
      client.eval(SUCCEEDED, keys, List.of());
      presence.here();
    } catch (JedisException e) {
      presence.away(e);
    }
  }

  private static List<String> keys(TenantId tenant, String user, String address) {
    return List.of("switchboard:" + tenant + ":login:user:" + user, "switchboard:login:address:" + address);
  }

  private static String script(String name) {
    try (InputStream in = Objects.requireNonNull(RedisLoginThrottle.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
