package io.switchboard.core.adapter.redis;

import io.switchboard.core.metric.Snapshot;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Shows the live numbers to other programs, once a second: for each tenant the hash {@code switchboard:TENANT:board} (fields {@code
 * tenant}, {@code queue:NAME}, {@code agent:NAME}), which goes by itself 10 s after the last time, and the same as one message on the
 * channel of that name. Nothing in the platform reads them.
 */
public final class RedisBoard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisBoard.class);
  private static final long PERIOD_MS = 1000;
  private static final long EXPIRE_S = 10;

  private final Presence presence = new Presence(LOG, "the board on it pauses");
  private final Supplier<Snapshot> board;
  private final RedisClient client;
  private final Thread thread;

  /** Begins at once. @param board called once a second, on a thread of this class */
  public RedisBoard(RedisSettings settings, Supplier<Snapshot> board) {
    this.board = board;
    this.client = settings.client();
    this.thread = Thread.ofVirtual().name("redis-board").start(this::run);
  }

  /** The key of the hash and the name of the channel. */
  public static String key(String tenant) {
    return "switchboard:" + tenant + ":board";
  }

  private void run() {
    try {
      while (true) {
        show();
        Thread.sleep(PERIOD_MS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void show() {
    try {
      Snapshot snapshot = board.get();
      snapshot.tenants().forEach(tenant -> show(snapshot, tenant));
      presence.here();
    } catch (JedisException e) {
      presence.away(e);
    } catch (RuntimeException e) {
      LOG.error("the board cannot be shown", e);
    }
  }

  private void show(Snapshot snapshot, Snapshot.Tenant tenant) {
    String key = key(tenant.tenant().value());
    try (AbstractTransaction all = client.multi()) {
      all.del(key);
      all.hset(key, BoardJson.fields(snapshot, tenant));
      all.expire(key, EXPIRE_S);
      all.publish(key, BoardJson.message(snapshot, tenant));
      all.exec();
    }
  }

  /** Whether Redis answered the last time. */
  public boolean present() {
    return presence.isHere();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(PERIOD_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
