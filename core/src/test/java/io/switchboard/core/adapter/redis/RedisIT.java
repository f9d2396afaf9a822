package io.switchboard.core.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Board;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Reporting;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.time.ManualTime;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.redis.RedisServer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

@Timeout(60)
class RedisIT {
  private static final TenantId DEMO = new TenantId("demo");
  @TempDir Path directory;
  private final int port = Ports.free();
  private RedisServer server;
  private RedisSettings settings;

  @BeforeEach
  void start() {
    server = RedisServer.start(directory, port, Life.WITH_US, Progress.SILENT);
    settings = RedisSettings.of(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Snapshot snapshot() {
    Board board = new Board(
        Map.of(DEMO, new Reporting(ZoneOffset.UTC, Definitions.standard())),
        Map.of(QueueId.of("demo", "sales"), Set.of(AgentId.of("demo", "ann"))),
        List.of(AgentId.of("demo", "ann")));
    CallId call = new CallId("c1");
    board.apply(new Fact.CallArrived(1000, DEMO, call, "1", "2", "x", "main", "hotline", "welcome", "en"));
    board.apply(new Fact.QueueEntered(1000, DEMO, call, 1, QueueId.of("demo", "sales"), 0, Map.of(), "2", "x"));
    return board.snapshot(5000);
  }

  private static String awaitField(RedisClient client, String field) throws Exception {
    for (String value = null; ; Thread.sleep(20)) {
      try {
        value = client.hget(RedisBoard.key("demo"), field);
      } catch (redis.clients.jedis.exceptions.JedisException away) {
        // just started again
      }
      if (value != null) {
        return value;
      }
    }
  }

  @Test
  void theBoardIsAHashAndAMessageOfEachTenant() throws Exception {
    LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    JedisPubSub subscriber = new JedisPubSub() {
      @Override
      public void onMessage(String channel, String message) {
        messages.add(message);
      }
    };
    try (RedisClient client = settings.client(); RedisClient listening = new RedisSettings(settings.uri(), 10_000).client()) {
      Thread thread = Thread.ofVirtual().start(() -> listening.subscribe(subscriber, RedisBoard.key("demo")));
      try (RedisBoard board = new RedisBoard(settings, RedisIT::snapshot)) {
        JsonNode message = new ObjectMapper().readTree(messages.poll(20, TimeUnit.SECONDS));
        assertEquals(1, message.at("/tenant/callsWaiting").asInt());
        assertEquals("demo/sales", message.at("/queues/0/queue").asText());
        assertEquals(4000, message.at("/queues/0/longestWaitMs").asInt());
        assertTrue(message.at("/queues/0/serviceLevel").isNull());
        JsonNode ann = new ObjectMapper().readTree(awaitField(client, "agent:ann"));
        assertEquals("SIGNED_OUT", ann.at("/state").asText());
        assertTrue(client.ttl(RedisBoard.key("demo")) > 0, "it goes by itself");
        assertNotNull(board);
      } finally {
        subscriber.unsubscribe();
        thread.join();
      }
    }
  }

  @Test
  void whenRedisIsEmptiedOrKilled_thenTheBoardIsThereAgain() throws Exception {
    try (RedisBoard board = new RedisBoard(settings, RedisIT::snapshot); RedisClient client = settings.client()) {
      assertNotNull(board);
      awaitField(client, "tenant");
      client.flushAll();
      awaitField(client, "tenant");
      server.kill();
      server = RedisServer.start(directory, port, Life.WITH_US, Progress.SILENT);
      try (RedisClient fresh = settings.client()) {
        fresh.flushAll();
        awaitField(fresh, "tenant");
      }
    }
  }

  @Test
  void triesAreCountedPerUserUntilTheWindowEndsOrOneSucceeds() {
    try (RedisLoginThrottle throttle = throttle(3, 100); RedisLoginThrottle otherNode = throttle(3, 100)) {
      for (int i = 0; i < 3; i++) {
        assertEquals(0, throttle.tried(DEMO, "ann", "10.0.0." + i));
      }
      long waitMs = otherNode.tried(DEMO, "ann", "10.0.0.9");
      assertTrue(waitMs > 0 && waitMs <= 60_000, waitMs + " ms, though tried elsewhere");
      assertEquals(0, throttle.tried(DEMO, "bob", "10.0.0.1"));
      assertEquals(0, throttle.tried(new TenantId("other"), "ann", "10.0.0.1"));
      throttle.succeeded(DEMO, "ann", "10.0.0.1");
      assertEquals(0, throttle.tried(DEMO, "ann", "10.0.0.1"));
    }
  }

  @Test
  void triesAreCountedPerAddressAndSuccessesAreNotHeldAgainstIt() {
    try (RedisLoginThrottle throttle = throttle(100, 3)) {
      for (int i = 0; i < 10; i++) {
        assertEquals(0, throttle.tried(DEMO, "user" + i, "10.0.0.1"));
        throttle.succeeded(DEMO, "user" + i, "10.0.0.1");
      }
      for (int i = 0; i < 3; i++) {
        assertEquals(0, throttle.tried(DEMO, "user" + i, "10.0.0.1"));
      }
      assertTrue(throttle.tried(DEMO, "user4", "10.0.0.1") > 0);
      assertEquals(0, throttle.tried(DEMO, "user4", "10.0.0.2"));
    }
  }

  @Test
  void whenRedisIsKilled_thenTriesAreCountedInMemory() {
    try (RedisLoginThrottle throttle = throttle(3, 100)) {
      assertEquals(0, throttle.tried(DEMO, "ann", "10.0.0.1"));
      server.kill();
      assertEquals(0, throttle.tried(DEMO, "ann", "10.0.0.1"));
      assertEquals(0, throttle.tried(DEMO, "ann", "10.0.0.1"));
      assertTrue(throttle.tried(DEMO, "ann", "10.0.0.1") > 0, "those before its death count too");
    }
  }

  @Test
  void strangeNamesDisturbNothing() {
    try (RedisLoginThrottle throttle = throttle(3, 100)) {
      assertEquals(0, throttle.tried(DEMO, "a\r\nFLUSHALL\r\n\0" + "x".repeat(4096), "::1"));
    }
  }

  private RedisLoginThrottle throttle(int perUser, int perAddress) {
    return new RedisLoginThrottle(settings, new ThrottleRule(perUser, perAddress, 60_000), new ManualTime(0));
  }
}
