package io.switchboard.core.adapter.redis;

import java.net.URI;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/**
 * Which Redis.
 *
 * @param uri {@code redis://user:password@host:port/database}, {@code rediss:} for TLS
 * @param timeoutMs how long a connection or an answer may take before Redis counts as away, 50 to 10000
 */
public record RedisSettings(URI uri, int timeoutMs) {
  private static final int CONNECTIONS = 4;

  public RedisSettings {
    if (!"redis".equals(uri.getScheme()) && !"rediss".equals(uri.getScheme())) {
      throw new IllegalArgumentException("the uri of Redis begins with redis: or rediss:, not '" + uri.getScheme() + "'");
    }
    if (timeoutMs < 50 || timeoutMs > 10_000) {
      throw new IllegalArgumentException("the time-out is 50 to 10000 ms, not " + timeoutMs);
    }
  }

  /** 500 ms. */
  public static RedisSettings of(String uri) {
    return new RedisSettings(URI.create(uri), 500);
  }

  /** Connects when it is first used. */
  RedisClient client() {
    GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxWait(java.time.Duration.ofMillis(timeoutMs));
    return RedisClient.builder()
        .fromURI(uri)
        .clientConfig(DefaultJedisClientConfig.builder(uri).timeoutMillis(timeoutMs).clientName("switchboard").build())
        .poolConfig(pool)
        .build();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return uri.getHost() + ":" + uri.getPort();
  }
}
