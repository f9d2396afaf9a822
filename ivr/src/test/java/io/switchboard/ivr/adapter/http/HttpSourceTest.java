package io.switchboard.ivr.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.ivr.adapter.http.HttpLookup.Place;
import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.lookup.Sources;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import io.switchboard.servers.http.HostileServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HttpSourceTest {
  private static final long LIMIT_MS = 400;
  private static final long TOLERANCE_MS = 200;
  private static final int CONNECTIONS = 4;
  private static final Asked NOTHING = new Asked("call-1/3", Map.of(), Map.of());

  private HostileServer server;

  /** The client's classes are loaded with the first request. */
  @BeforeAll
  static void warm() throws Exception {
    try (HostileServer server = new HostileServer();
        HttpSource source = new HttpSource("warm", 1, new HttpSettings(server.url(), Map.of()))) {
      assertEquals(new Proof.Told(List.of()), source.question(get("/x", false)).prove(Deadline.inMs(20_000)));
    }
  }

  @BeforeEach
  void start() throws Exception {
    server = new HostileServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static HttpLookup get(String path, boolean optional) {
    Lookup lookup = new Lookup("order", Map.of(), Set.of(), Map.of("state", Type.TEXT, "due", Type.TEXT), LIMIT_MS);
    return new HttpLookup(lookup, new Address(new Template(path)), Optional.empty(), Map.of(
        "state", new Place(JsonPointer.compile("/status"), false), "due", new Place(JsonPointer.compile("/delivery/day"), optional)));
  }

  private static Sources sources(String url, HttpLookup lookup) {
    HttpSource source = new HttpSource("crm", CONNECTIONS, new HttpSettings(url, Map.of("Authorization", "Bearer t0p")));
    Sources sources = new Sources(List.of(source));
    sources.publish(List.of(source.question(lookup)));
    return sources;
  }

  private static Found look(Sources sources, Asked asked) throws Exception {
    return sources.look("order", asked).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static void awaitLetGo(Sources sources, String url, long kept) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (sources.underWay() > 0 || HostileServer.connectionsTo(url) > kept) {
      assertTrue(System.nanoTime() < end, () -> sources.underWay() + " under way, " + HostileServer.connectionsTo(url) + " connections");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void anAnswerIsRead_andNullIsTheEmptyValue() throws Exception {
    try (Sources sources = sources(server.url(), get("/right", false))) {
      assertEquals(new Found.Row(Map.of("state", new Value.Text("sent"), "due", new Value.Text(""))), look(sources, NOTHING));
      assertEquals("Bearer t0p", server.heard("Authorization"));
      for (int i = 0; i < 20; i++) {
        assertInstanceOf(Found.Row.class, look(sources, NOTHING));
      }
      assertEquals(1, HostileServer.connectionsTo(server.url()), "the connection is kept");
    }
  }

  @Test
  void whatIsNotThereIsNothing() throws Exception {
    try (Sources sources = sources(server.url(), get("/missing", false))) {
      assertEquals(new Found.Nothing(), look(sources, NOTHING));
    }
  }

  @Test
  void aPostSendsItsBody_andARequestThatComesTwiceCanBeTold() throws Exception {
    Lookup lookup = new Lookup("order", Map.of("card", Type.TEXT, "amount", Type.NUMBER, "order", Type.TEXT), Set.of("card"), Map.of(), LIMIT_MS);
    Body body = new Body(new ObjectMapper().readTree("{\"card\": \"{card}\", \"amount\": \"{amount}\", \"key\": \"{request}\"}"));
    HttpLookup post = new HttpLookup(lookup, new Address(new Template("/empty?order={order}")), Optional.of(body), Map.of());
    try (Sources sources = sources(server.url(), post)) {
      Asked asked = new Asked("call-1/3", Map.of("amount", new Value.Decimal(12.5), "order", new Value.Text("a&b")), Map.of("card", new Secret("4111")));
      assertEquals(new Found.Row(Map.of()), look(sources, asked));
      assertEquals(new ObjectMapper().readTree("{\"card\": \"4111\", \"amount\": 12.5, \"key\": \"call-1/3\"}"),
          new ObjectMapper().readTree(server.heardBody()));
      assertEquals("call-1/3", server.heard("Idempotency-key"));
      assertEquals("application/json", server.heard("Content-type"));
      assertEquals("/empty?order=a%26b", server.heardPath());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /hangs | crm did not answer within 400 ms
      /hangs-in-body | crm did not answer within 400 ms
      /drips-slowly | crm did not answer within 400 ms
      /drips | crm did not answer within 400 ms
      /broken | crm answered 500
      /busy | crm answered 429
      /forbidden | crm answered 403
      /large | crm: the answer is larger than 64 KiB
      /large-chunked | crm: the answer is larger than 64 KiB
      /nonsense | order: the answer is no JSON, or nested deeper than 32 levels
      /html | order: the answer is not application/json
      /wrong-types | order: state is of the JSON type object, not text
      /deep | order: the answer is no JSON, or nested deeper than 32 levels
      /redirects | crm answered 302, and redirects are not followed
      """)
  void whateverTheServerDoes_itFailsInTime_andNothingIsLeftOpen(String path, String why) throws Exception {
    failsInTime(server.url(), path, why);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      /garbage | crm: the connection broke off, or what came is no HTTP
      /hangs-up | crm: the connection broke off, or what came is no HTTP
      /half-a-header | crm did not answer within 400 ms
      /endless-header | crm: the connection broke off, or what came is no HTTP OR crm did not answer within 400 ms
      /wrong-length | crm: the connection broke off, or what came is no HTTP
      /silence | crm did not answer within 400 ms
      """)
  void whoSpeaksNoHttpFailsInTime_andNothingIsLeftOpen(String path, String why) throws Exception {
    failsInTime(server.rawUrl(), path, why);
  }

  /** One after the other, then as many at once as may. */
  private void failsInTime(String url, String path, String why) throws Exception {
    try (Sources sources = sources(url, get(path, true))) {
      long one = System.nanoTime();
      assertFailed(why, look(sources, NOTHING));
      long oneMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - one);
      assertTrue(oneMs <= LIMIT_MS + TOLERANCE_MS, oneMs + " ms");
      long all = System.nanoTime();
      List<CompletableFuture<Found>> asked = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        asked.add(sources.look("order", NOTHING).toCompletableFuture());
      }
      for (CompletableFuture<Found> each : asked) {
        assertFailed(why, each.get(20, TimeUnit.SECONDS));
      }
      long allMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - all);
      assertTrue(allMs <= LIMIT_MS + TOLERANCE_MS, allMs + " ms");
      awaitLetGo(sources, url, CONNECTIONS);
      assertTrue(HostileServer.connectionsTo(url) <= CONNECTIONS);
      if (why.contains("did not answer")) {
        awaitLetGo(sources, url, 0);
      }
    }
    awaitClosed(url);
  }

  private static void assertFailed(String oneOf, Found found) {
    String why = assertInstanceOf(Found.Failed.class, found).why();
    assertTrue(List.of(oneOf.split(" OR ")).contains(why), why);
  }

  private static void awaitClosed(String url) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (HostileServer.connectionsTo(url) > 0) {
      assertTrue(System.nanoTime() < end, () -> HostileServer.connectionsTo(url) + " connections are open after the source was closed");
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void whenNobodyListens_thenItFailsAtOnce_andTheCheckSaysSo() throws Exception {
    String url = server.url();
    HttpSource source = new HttpSource("crm", CONNECTIONS, new HttpSettings(url, Map.of()));
    assertEquals(new Proof.Told(List.of()), source.question(get("/x", false)).prove(Deadline.inMs(1_000)));
    server.close();
    try (Sources sources = new Sources(List.of(source))) {
      sources.publish(List.of(source.question(get("/x", false))));
      assertEquals(new Found.Failed("crm: no connection"), look(sources, NOTHING));
      assertInstanceOf(Proof.Unreachable.class, source.question(get("/x", false)).prove(Deadline.inMs(1_000)));
    }
  }

  @Test
  void twoHundredCallersOfASilentServerDoNotPileUp() throws Exception {
    try (Sources sources = sources(server.url(), get("/hangs", false))) {
      long began = System.nanoTime();
      List<CompletableFuture<Found>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(sources.look("order", NOTHING).toCompletableFuture());
      }
      long open = 0;
      while (!all.stream().allMatch(CompletableFuture::isDone)) {
        open = Math.max(open, HostileServer.connectionsTo(server.url()));
        TimeUnit.MILLISECONDS.sleep(5);
      }
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertTrue(tookMs <= LIMIT_MS + TOLERANCE_MS, tookMs + " ms");
      assertTrue(open <= CONNECTIONS, open + " connections");
      awaitLetGo(sources, server.url(), 0);
    }
  }

  @Test
  void whatASourceIsSentIsNotShown() {
    assertFalse(new HttpSettings("https://crm", Map.of("Authorization", "t0p")).toString().contains("t0p"));
  }
}
