package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.access.Role;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import io.switchboard.desktop.protocol.Topic;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsOnTheWireTest {
  private static final long SOON_MS = 5_000;
  private static ApiOnTheWire api;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    api = ApiOnTheWire.started();
    http = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    http.close();
    api.close();
  }

  private static DeskSocket desk(String user, String... topics) {
    return DeskSocket.open(http, api.base(), api.token(ApiOnTheWire.DEMO, user), topics);
  }

  private static DeskSocket again(DeskSocket.Resume resume) {
    return DeskSocket.open(http, api.base(), api.token(ApiOnTheWire.DEMO, "anna"), List.of("desk"), resume, frame -> { });
  }

  private static Object reason(Map<String, Object> view) {
    return view.get("me") instanceof Map<?, ?> me ? me.get("reason") : null;
  }

  @Test
  void whenItIsNoWebSocket_thenItSaysSo() throws Exception {
    HttpResponse<String> response = api.send("GET", "/api/events", "", "");
    assertEquals(426, response.statusCode());
    assertTrue(response.body().contains("\"code\":\"no_socket\""), response.body());
  }

  @Test
  void whenAnAgentSaysHello_thenHisDeskComes_andChangesInOrder() throws Exception {
    api.desks.reason("before");
    try (DeskSocket anna = desk("anna", "desk")) {
      Received first = anna.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      assertEquals(List.of("welcome", "snapshot"), anna.frames().stream().map(Received::type).toList());
      assertEquals(1, first.seq());
      assertEquals("before", reason(first.body()));
      api.desks.reason("lunch");
      Received change = anna.awaitFrame(frame -> frame.type().equals("change"), SOON_MS);
      assertEquals(2, change.seq());
      assertEquals("lunch", reason(change.body()));
      assertEquals(Set.of("me"), change.body().keySet());
    }
  }

  @Test
  void whenTheSocketIsLost_thenTheSessionGoesOnWhereTheClientWas() throws Exception {
    DeskSocket.Resume seen;
    try (DeskSocket anna = desk("anna", "desk")) {
      anna.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      seen = anna.resume();
      api.desks.reason("one");
      anna.awaitFrame(frame -> frame.seq() == 2, SOON_MS);
    }
    api.desks.reason("two");
    api.desks.reason("three");
    try (DeskSocket back = again(seen)) {
      Received last = back.awaitFrame(frame -> "three".equals(reason(frame.body())), SOON_MS);
      assertEquals(true, back.frames().getFirst().body().get("resumed"));
      assertEquals(last.seq(), back.resume().seq());
      assertTrue(back.frames().stream().noneMatch(frame -> frame.type().equals("snapshot")));
      List<Long> seqs = back.frames().stream().map(Received::seq).toList();
      for (int i = 0; i < seqs.size(); i++) {
        assertEquals(seen.seq() + i, seqs.get(i), "without a gap: " + seqs);
      }
    }
  }

  @Test
  void whenHeIsAwayForTooLong_thenHeGetsAFreshSnapshot() throws Exception {
    DeskSocket.Resume seen;
    try (DeskSocket anna = desk("anna", "desk")) {
      anna.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      seen = anna.resume();
    }
    try (DeskSocket knows = again(seen)) { // the server knows by now that the first socket is gone, or takes its session over
      knows.awaitFrame(frame -> frame.type().equals("welcome"), SOON_MS);
      knows.say(Map.of("v", 1, "type", "ping", "n", 1));
      knows.awaitFrame(frame -> frame.type().equals("pong"), SOON_MS);
    }
    long untilMs = System.currentTimeMillis() + SOON_MS;
    boolean fresh = false;
    while (!fresh && System.currentTimeMillis() < untilMs) {
      api.desks.later(121_000);
      try (DeskSocket back = again(seen)) {
        fresh = Boolean.FALSE.equals(back.awaitFrame(frame -> frame.type().equals("welcome"), SOON_MS).body().get("resumed"));
        if (fresh) {
          assertEquals(1, back.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS).seq());
        }
      }
    }
    assertTrue(fresh);
  }

  @Test
  void whenHePings_thenThePongSaysWhereHeIs() throws Exception {
    try (DeskSocket anna = desk("anna", "desk")) {
      anna.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      anna.say(Map.of("v", 1, "type", "ping", "n", 7));
      Received pong = anna.awaitFrame(frame -> frame.type().equals("pong"), SOON_MS);
      assertEquals(Map.of("n", 7), pong.body());
      assertEquals(1, pong.seq());
    }
  }

  @Test
  void whenASecondWindowIsThePhone_thenTheFirstSaysThatItIsElsewhere() throws Exception {
    try (DeskSocket first = desk("ada", "desk"); DeskSocket second = desk("ada", "desk")) {
      first.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      first.say(Map.of("v", 1, "type", "phone", "here", true));
      second.await("desk", view -> view.get("phone") instanceof Map<?, ?> phone && phone.get("elsewhere").equals(true), SOON_MS);
      second.say(Map.of("v", 1, "type", "phone", "here", true));
      first.await("desk", view -> view.get("phone") instanceof Map<?, ?> phone && phone.get("elsewhere").equals(true), SOON_MS);
      second.await("desk", view -> view.get("phone") instanceof Map<?, ?> phone && phone.get("elsewhere").equals(false), SOON_MS);
      second.abort();
      first.await("desk", view -> view.get("phone") instanceof Map<?, ?> phone && phone.get("elsewhere").equals(false), SOON_MS);
    }
  }

  /** To whom each topic is to open; a topic that is new needs its row. */
  private static Set<Role> roles(Topic topic) {
    return switch (topic) {
      case DESK -> EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
      case WALL -> EnumSet.of(Role.SUPERVISOR, Role.ADMIN);
    };
  }

  private static String user(Role role) {
    return switch (role) {
      case AGENT -> "anna";
      case SUPERVISOR -> "sam";
      case ADMIN -> "ada";
      case INTEGRATOR -> "crm";
    };
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicOpensToItsRolesOnly(Topic topic) throws Exception {
    for (Role role : Role.values()) {
      try (DeskSocket socket = desk(user(role), word(topic))) {
        if (roles(topic).contains(role)) {
          assertEquals(word(topic), socket.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS).topic());
        } else {
          assertRefused(socket, role + " " + topic);
        }
      }
    }
  }

  /** He who may follow one of the topics does not get the other one along. */
  @ParameterizedTest
  @EnumSource
  void whereOneOfTheTopicsIsClosedToHim_noneOpens(Role role) throws Exception {
    boolean all = Arrays.stream(Topic.values()).allMatch(topic -> roles(topic).contains(role));
    try (DeskSocket socket = desk(user(role), Arrays.stream(Topic.values()).map(EventsOnTheWireTest::word).toArray(String[]::new))) {
      if (all) {
        socket.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      } else {
        assertRefused(socket, role.name());
        assertTrue(socket.frames().stream().noneMatch(frame -> frame.type().equals("snapshot")), role.name());
      }
    }
  }

  private static void assertRefused(DeskSocket socket, String who) throws InterruptedException {
    assertEquals(4403, socket.awaitClosed(SOON_MS), who);
    assertEquals("wrong_role", socket.frames().getFirst().body().get("code"));
  }

  /** What a client may say besides hello; each frame that is new needs its row. */
  private static String frame(Class<?> said) {
    return Map.of(
        ClientFrames.Greets.class, "{\"v\":1,\"type\":\"hello\",\"token\":\"x\",\"topics\":[\"desk\"]}",
        ClientFrames.Pings.class, "{\"v\":1,\"type\":\"ping\",\"n\":1}",
        ClientFrames.IsPhone.class, "{\"v\":1,\"type\":\"phone\",\"here\":true}",
        ClientFrames.Unreadable.class, "{\"v\":1,\"type\":\"no such\"}").get(said);
  }

  static Stream<Class<?>> frames() {
    return Arrays.stream(ClientFrames.Said.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("frames")
  void nothingIsDoneForWhoDidNotSayWhoHeIs(Class<?> said) throws Exception {
    String text = Objects.requireNonNull(frame(said), "a new frame needs its row: " + said);
    assertEquals(said, ClientFrames.read(text).getClass(), "the row is such a frame");
    try (DeskSocket socket = DeskSocket.silent(http, api.base())) {
      socket.say(text);
      int closed = socket.awaitClosed(SOON_MS);
      assertEquals(said == ClientFrames.Greets.class ? 4401 : 4400, closed);
      assertTrue(socket.frames().stream().allMatch(frame -> frame.type().equals("problem")), () -> socket.frames().toString());
    }
  }

  @Test
  void nobodyIsToldWhatIsOfAnotherTenantOrAnotherAgent() throws Exception {
    try (DeskSocket zoe = DeskSocket.open(http, api.base(), api.token(ApiOnTheWire.OTHER, "zoe"), "desk", "wall");
        DeskSocket sam = desk("sam", "desk"); DeskSocket hers = desk("anna", "desk"); DeskSocket wall = desk("ada", "wall")) {
      zoe.awaitFrame(frame -> frame.type().equals("snapshot") && frame.topic().equals("wall"), SOON_MS);
      zoe.awaitFrame(frame -> frame.type().equals("snapshot") && frame.topic().equals("desk"), SOON_MS);
      sam.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      hers.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      wall.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      api.desks.reason("toothache");
      api.desks.wall("toothache");
      hers.awaitFrame(frame -> frame.type().equals("change"), SOON_MS);
      wall.awaitFrame(frame -> frame.type().equals("change"), SOON_MS);
      for (DeskSocket other : List.of(zoe, sam)) { // told before the pong, or not at all
        other.say(Map.of("v", 1, "type", "ping", "n", 1));
        other.awaitFrame(frame -> frame.type().equals("pong"), SOON_MS);
        assertTrue(other.frames().stream().noneMatch(frame -> frame.type().equals("change")), () -> other.frames().toString());
      }
    }
  }

  @Test
  void aTokenThatIsNoneOpensNothing() throws Exception {
    for (String token : List.of("", "x", api.forged("ada"), api.token("ada", 13 * 3_600_000L), api.token(ApiOnTheWire.OTHER, "ada"))) {
      try (DeskSocket socket = DeskSocket.open(http, api.base(), token, "desk")) {
        assertEquals(4401, socket.awaitClosed(SOON_MS));
        assertEquals("invalid_token", socket.frames().getFirst().body().get("code"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "{", "[]", "null", "{\"v\":2,\"type\":\"hello\"}", "{\"v\":1,\"type\":\"ping\",\"n\":1}", "{\"v\":1,\"type\":\"phone\",\"here\":true}",
      "{\"v\":1,\"type\":\"hello\",\"token\":\"x\",\"topics\":[]}", "{\"v\":1,\"type\":\"hello\",\"token\":\"x\",\"topics\":[\"desk\",\"desk\"]}",
      "{\"v\":1,\"type\":\"hello\",\"token\":\"x\",\"topics\":[\"floor\"]}", "{\"v\":1,\"type\":\"hello\",\"topics\":[\"desk\"]}",
      "{\"v\":1,\"type\":\"hello\",\"token\":\"x\",\"topics\":[\"desk\"],\"resume\":{\"session\":1,\"seq\":\"a\"}}"})
  void whatIsNoHelloClosesTheSocket(String text) throws Exception {
    try (DeskSocket socket = DeskSocket.silent(http, api.base())) {
      socket.say(text);
      assertEquals(4400, socket.awaitClosed(SOON_MS));
      assertEquals("wrong_frame", socket.frames().getFirst().body().get("code"));
    }
  }

  @Test
  void whoSaysNothingIsClosed() throws Exception {
    try (DeskSocket socket = DeskSocket.silent(http, api.base())) {
      assertEquals(4400, socket.awaitClosed(8_000));
    }
  }

  @Test
  void aSessionOfAnotherUserIsNotResumed() throws Exception {
    try (DeskSocket sam = desk("sam", "desk")) {
      sam.awaitFrame(frame -> frame.type().equals("snapshot"), SOON_MS);
      try (DeskSocket anna = again(sam.resume())) {
        assertEquals(false, anna.awaitFrame(frame -> frame.type().equals("welcome"), SOON_MS).body().get("resumed"));
        assertFalse(anna.resume().session().equals(sam.resume().session()));
      }
    }
  }
}
