package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.Stay;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers leave messages, and the agents of the queue hear them. */
class VoicemailIT {
  /** Cuts the greeting. */
  private static final Keys SKIP = new Keys(1_500, "5");
  private static final int BYTES_PER_MS = 16;
  private static final int HEADER = 44;
  private static final int SILENT = 500;

  private static Scene scene;

  @BeforeAll
  static void open() throws Exception {
    int phone = Ports.free();
    scene = Scene.open(Script.empty()
        .file("flows/message.yaml", """
            first: box
            steps:
              box: {voicemail: {queue: sales, prompts: [closed], most_s: 14, next: thanks}}
              thanks: {play: {prompts: [goodbye], next: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123458", "message")
        .agent("anna", Script.at("anna", phone), "sales")
        .agent("ben", Script.at("ben", phone), "support"));
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  private static ApiClient client(HttpClient http, String user) {
    return new ApiClient(http, scene.platform.api(), "demo", user, Script.PASSWORD);
  }

  @SuppressWarnings("unchecked") // as the API says
  private static List<Map<String, Object>> messages(ApiClient client, String query) throws Exception {
    return (List<Map<String, Object>>) client.get("/api/voicemails" + query).get("voicemails");
  }

  private static Map<String, Object> of(ApiClient client, Scene.Caller caller, String query) throws Exception {
    return messages(client, query).stream().filter(each -> each.get("caller").equals(caller.number())).findFirst().orElse(Map.of());
  }

  private static Path kept(Scene.Caller caller) throws Exception {
    Path file = scene.rehearsal.home().resolve("data").resolve(caller.awaits("VoicemailLeft", "file"));
    Scene.await(() -> Files.exists(file), there -> there);
    return file;
  }

  /** How long it is not silent. */
  private static long loudMs(Path wav) throws Exception {
    ByteBuffer sound = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
    long loud = 0;
    while (sound.remaining() > 1) {
      loud += Math.abs(sound.getShort()) > SILENT ? 1 : 0;
    }
    return loud / (BYTES_PER_MS / 2);
  }

  @Test
  void whenACallerSpeaksAndHangsUp_thenTheAgentsOfTheQueueHearHim_andOneDealsWithIt() throws Exception {
    Scene.Caller caller = scene.speaks("030123458", 4_800, 0, Stay.atMostMs(5_000), SKIP);
    assertEquals("demo/sales", caller.awaits("VoicemailLeft", "queue"));
    long ms = Long.parseLong(caller.awaits("VoicemailLeft", "ms"));
    assertTrue(ms > 2_500 && ms < 6_500, ms + " ms");
    Path file = kept(caller);
    assertTrue(loudMs(file) > ms - 1_000, loudMs(file) + " of " + ms + " ms are not silent");
    try (HttpClient http = HttpClient.newHttpClient()) {
      ApiClient anna = client(http, "anna");
      Map<String, Object> shown = of(anna, caller, "?queue=sales&open=true");
      assertEquals(ms, ((Number) shown.get("length_ms")).longValue());
      assertEquals(null, shown.get("heard_by"));
      assertTrue(anna.text("/api/voicemails/" + shown.get("id") + "/audio").startsWith("RIFF"));
      assertEquals("anna", of(anna, caller, "").get("heard_by"));
      anna.post("/api/voicemails/" + shown.get("id") + "/done", Map.of());
      assertEquals("anna", of(scene.supervisor, caller, "?queue=sales").get("done_by"));
      assertEquals(Map.of(), of(anna, caller, "?open=true"));
      assertEquals(Map.of(), of(client(http, "ben"), caller, ""));
      assertThrows(ApiRefusal.class, () -> client(http, "ben").text("/api/voicemails/" + shown.get("id") + "/audio"));
    }
  }

  @Test
  void whenAMessageIsAsLongAsItMayBe_thenTheFlowGoesOn() throws Exception {
    Scene.Caller caller = scene.speaks("030123458", 16_000, 0, Stay.untilHungUp(), SKIP);
    long ms = Long.parseLong(scene.ledger.await("select body ->> 'ms' from journal where call = ? and kind = 'VoicemailLeft'",
        rows -> !rows.isEmpty(), 30_000, caller.call()).getFirst());
    assertTrue(ms > 13_000 && ms < 15_000, ms + " ms");
    scene.awaitHeard("en", "goodbye", Map.of());
    assertEquals("CLOSED", caller.ending());
  }

  @Test
  void whenACallerFallsSilent_thenHisMessageEnds_withoutTheSilence() throws Exception {
    Scene.Caller caller = scene.speaks("030123458", 4_000, 7_000, Stay.untilHungUp(), SKIP);
    long ms = Long.parseLong(caller.awaits("VoicemailLeft", "ms"));
    assertTrue(ms > 2_500 && ms < 6_000, ms + " ms");
    assertTrue(loudMs(kept(caller)) > 2_000);
    assertEquals("CLOSED", caller.ending());
  }

  @Test
  void whenACallerHangsUpAtTheBeep_thenThereIsNoMessage() throws Exception {
    Scene.Caller caller = scene.speaks("030123458", 1_400, 0, Stay.atMostMs(1_500), SKIP);
    assertTrue(Long.parseLong(caller.awaits("VoicemailDropped", "ms")) < 2_000);
    assertEquals(List.of(), caller.all("VoicemailLeft", "file"));
    assertEquals(Map.of(), of(scene.supervisor, caller, ""));
  }

  @Test
  void whenThePlatformDiesInTheMessage_thenNoWordIsLost() throws Exception {
    try (Scene own = Scene.open(Script.empty()
        .file("flows/message.yaml", """
            first: box
            steps:
              box: {voicemail: {queue: sales, prompts: [closed], most_s: 30, next: thanks}}
              thanks: {play: {prompts: [goodbye], next: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123458", "message"))) {
      Scene.Caller goes = own.speaks("030123458", 5_800, 0, Stay.atMostMs(6_000), SKIP);
      Scene.Caller speaksOn = own.speaks("030123458", 24_800, 0, Stay.atMostMs(25_000), SKIP);
      goes.awaits("VoicemailBegun", "message");
      speaksOn.awaits("VoicemailBegun", "message");
      Scene.await(() -> own.rehearsal.asterisk().console("core show channels concise"), shown -> shown.split("!Record!", -1).length == 3);
      own.platform.kill();
      Scene.await(() -> own.rehearsal.asterisk().console("core show channels concise"), shown -> shown.split("!Record!", -1).length == 2);
      try (PlatformProcess restarted = own.rehearsal.platform()) {
        long ms = Long.parseLong(goes.awaits("VoicemailLeft", "ms"));
        assertTrue(ms > 3_500 && ms < 7_500, ms + " ms");
        assertEquals("UNSEEN", goes.ending());
        long all = Long.parseLong(own.ledger.await("select body ->> 'ms' from journal where call = ? and kind = 'VoicemailLeft'",
            rows -> !rows.isEmpty(), 40_000, speaksOn.call()).getFirst());
        assertTrue(all > 22_000 && all < 26_500, all + " ms");
        assertEquals("CALLER_HUNG_UP_IN_FLOW", speaksOn.ending(), restarted::logged);
      }
    }
  }
}
