package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent dials by hand, over a trunk that leads no further than this machine. */
class DialOutIT {
  private static final long SOON_MS = 15_000;
  /** So many packets of 20 ms are heard as sound: half a second. */
  private static final int HEARD = 25;

  private static int provider;
  private static int phone;
  /** Of this test: an ear hears one call. */
  private Handsets ears;
  private static Scene scene;
  private SippPhones outside;
  private SippPhones annas;
  private static int started;

  @BeforeAll
  static void open() throws Exception {
    provider = Ports.free();
    phone = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("sales", "wrap_up_s: 60", "wrap_up_codes: { reached: { en: Reached, zh: 已接通 } }")
        .queue("taped", "wrap_up_s: 0", "recording: { mode: always }")
        .queue("asked", "wrap_up_s: 0", "recording: { mode: on_demand }")
        .file("tenants.yaml", """
            demo:
              name: Rehearsal
              time_zone: Europe/Berlin
              languages: [en, zh]
              skills: [sales]
              destinations: ["+49"]
              dialling: { emergency: ["112"], at_once: 5, agent_per_day: 50, ring_s: 8 }
            """)
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE }\n")
        .agent("anna", Script.at("anna", phone), "sales"));
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @BeforeEach
  void annaHasAPhone() throws Exception {
    ears = Handsets.open(2);
    annas = SippPhones.hearing(
        scene.rehearsal.home(), "anna-" + ++started, new Behaviour.Answers(Span.ofMs(100), Stay.untilHungUp()), phone, ears.get(0).port());
    scene.agent("anna").signIn();
  }

  @AfterEach
  void allGoHome() throws Exception {
    if ("talking".equals(scene.agentNow("anna").get("state"))) { // of a test that broke off, so that the next one is told its own
      scene.agent("anna").inTalk("hang-up", Map.of());
    }
    annas.close();
    if (outside != null) {
      outside.close();
    }
    ears.close();
  }

  private void outsideIs(Behaviour behaviour) {
    outside = SippPhones.hearing(scene.rehearsal.home(), "outside-" + ++started, behaviour, provider, ears.get(1).port());
  }

  private static ApiClient anna() throws Exception {
    return scene.agent("anna").api();
  }

  private static String dials(Map<String, ?> whom) throws Exception {
    return String.valueOf(anna().post("/api/me/calls", whom).get("call"));
  }

  private static String refused(Map<String, ?> whom) {
    return assertThrows(ApiRefusal.class, () -> anna().post("/api/me/calls", whom)).code();
  }

  private static String awaits(String call, String kind, String field) throws Exception {
    return scene.ledger.await("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq",
        rows -> !rows.isEmpty(), SOON_MS, field, call, kind).getFirst();
  }

  private static Object call(Map<String, Object> view, String field) {
    return view.get("call") instanceof Map<?, ?> fields ? fields.get(field) : null;
  }

  private static Object notice(Map<String, Object> view, String field) {
    return view.get("me") instanceof Map<?, ?> me && me.get("notice") instanceof Map<?, ?> notice ? notice.get(field) : null;
  }

  private static boolean shows(Map<String, Object> view, String state) {
    return state.equals(call(view, "state")) && "out".equals(call(view, "direction"));
  }

  private static Object today(String field) throws Exception {
    return anna().get("/api/me/today").get(field);
  }

  @Test
  void whenSheDialsACustomer_thenSheSeesHim_hearsHim_holdsHim_andWrapsUp_andHisTimelineTells() throws Exception {
    outsideIs(new Behaviour.Answers(Span.ofMs(4_000), Stay.untilHungUp()));
    Map<?, ?> made = (Map<?, ?>) anna().post("/api/customers", Map.of("name", "Ada", "numbers", List.of("+491701112223"))).get("customer");
    long customer = ((Number) made.get("id")).longValue();
    try (DeskSocket desk = scene.agent("anna").desk()) {
      String call = dials(Map.of("number", "0170 1112223", "customer", customer));
      desk.await("desk", view -> shows(view, "ringing") && "+491701112223".equals(call(view, "number"))
          && call(view, "customer") instanceof Map<?, ?> card && "Ada".equals(card.get("name")), SOON_MS);
      Scene.await(() -> ears.get(0).recording().packets(), packets -> packets > HEARD);
      assertEquals(0, scene.ledger.count("select count(*) from journal where call = ? and kind = 'DialEnded'", call), "she hears it ring");
      desk.await("desk", view -> shows(view, "talking"), SOON_MS);
      int annaHeard = ears.get(0).recording().packets();
      int adaHeard = ears.get(1).recording().packets();
      Scene.await(() -> ears.get(0).recording().packets() - annaHeard, packets -> packets > HEARD);
      Scene.await(() -> ears.get(1).recording().packets() - adaHeard, packets -> packets > HEARD);
      scene.agent("anna").inTalk("hold", Map.of());
      desk.await("desk", view -> shows(view, "held"), SOON_MS);
      scene.agent("anna").inTalk("resume", Map.of());
      desk.await("desk", view -> shows(view, "talking"), SOON_MS);
      scene.agent("anna").inTalk("hang-up", Map.of());
      desk.await("desk", view -> shows(view, "wrap_up"), SOON_MS);
      anna().post("/api/me/wrap-up", Map.of("code", "reached", "done", true));
      awaits(call, "InteractionClosed", "call");
      assertEquals("ANSWERED", awaits(call, "DialEnded", "result"));
      Scene.await(() -> scene.agentNow("anna").get("state"), "not_ready"::equals); // as before
      assertEquals("+491701112223", outside.trace().calls().getFirst().address());
      assertTrue(String.valueOf(anna().get("/api/customers/" + customer + "/timeline")).contains(call), "on his timeline");
      assertEquals(List.of("dial_begun", "customer_named", "dial_placed", "dial_ended", "connected"),
          Scene.facts(scene.supervisor.get("/api/calls/" + call)).stream().map(fact -> String.valueOf(fact.get("type"))).limit(5).toList());
      Scene.await(() -> today("dialled"), dialled -> ((Number) dialled).intValue() >= 1);
    }
  }

  @Test
  void whenItIsBusy_thenSheIsToldInBothLanguages_andIsAsSheWasBefore() throws Exception {
    outsideIs(new Behaviour.Busy());
    scene.agent("anna").ready();
    try (DeskSocket desk = scene.agent("anna").desk()) {
      String call = dials(Map.of("number", "+491701112224"));
      desk.await("desk", view -> "not_reached".equals(notice(view, "code")), SOON_MS);
      desk.await("desk", view -> String.valueOf(notice(view, "text_en")).contains("busy")
          && String.valueOf(notice(view, "text_zh")).contains("对方忙"), SOON_MS);
      assertEquals("BUSY", awaits(call, "DialEnded", "result"));
      awaits(call, "InteractionClosed", "call");
      Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals);
      scene.agent("anna").notReady("desk");
    }
  }

  @Test
  void whoMayNotBeCalledIsNot_butAnEmergencyIs() throws Exception {
    outsideIs(new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_000)));
    anna().post("/api/customers", Map.of("name", "Cem", "numbers", List.of("+491701112225"), "do_not_call", true));
    assertEquals("do_not_call", refused(Map.of("number", "+491701112225")));
    assertEquals("number_barred", refused(Map.of("number", "+442079460018")));
    assertEquals("number_barred", refused(Map.of("number", "12")));
    assertEquals("unknown_queue", refused(Map.of("number", "+491701112226", "queue", "nowhere")));
    assertEquals(List.of(), outside.trace().calls());
    String call = dials(Map.of("number", "112"));
    assertEquals("ANSWERED", awaits(call, "DialEnded", "result"));
    assertEquals("112", outside.trace().calls().getFirst().address());
    awaits(call, "TalkEnded", "by");
    anna().post("/api/me/not-ready", Map.of("reason", "desk"));
    scene.agent("anna").ready();
    scene.agent("anna").notReady("desk");
    awaits(call, "InteractionClosed", "call");
  }

  private static Object recording(Map<String, Object> view, String field) {
    return call(view, "recording") instanceof Map<?, ?> recording ? recording.get(field) : null;
  }

  /** Both are in the file, and he heard the announcement before it began. */
  private static void isKept(String call) throws Exception {
    Path file = scene.rehearsal.home().resolve("data").resolve(awaits(call, "TalkRecordingEnded", "file"));
    Scene.await(() -> Files.exists(file), there -> there);
    StereoSound sound = new StereoSound(file);
    assertTrue(sound.ms() > 1_500 && sound.callerMs() > 1_000 && sound.agentMs() > 1_000, sound.toString());
    assertEquals("anna", Scene.facts(scene.supervisor.get("/api/calls/" + call)).stream()
        .filter(fact -> "talk_recording_begun".equals(fact.get("type"))).findFirst().orElseThrow().get("agent"));
    assertTrue(anna().text("/api/recordings/" + call + "-talk-1/audio").startsWith("RIFF"));
  }

  @Test
  void whenHerQueueRecords_thenHeWhomSheDialledHearsSoAndIsRecorded() throws Exception {
    outsideIs(new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()));
    try (DeskSocket desk = scene.agent("anna").desk()) {
      String call = dials(Map.of("number", "+491701112231", "queue", "taped"));
      scene.awaitHeard("en", "talk-recorded", Map.of());
      desk.await("desk", view -> shows(view, "talking") && "on".equals(recording(view, "state")), SOON_MS);
      speakFor(2_500);
      scene.agent("anna").inTalk("hang-up", Map.of());
      isKept(call);
      awaits(call, "InteractionClosed", "call");
    }
  }

  @Test
  void whereSheMayBegin_sheRecordsATalkThatSheDialled() throws Exception {
    outsideIs(new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()));
    try (DeskSocket desk = scene.agent("anna").desk()) {
      String call = dials(Map.of("number", "+491701112232", "queue", "asked"));
      desk.await("desk", view -> shows(view, "talking") && Boolean.TRUE.equals(recording(view, "can_start")), SOON_MS);
      scene.agent("anna").inTalk("recording", Map.of("on", true));
      desk.await("desk", view -> "on".equals(recording(view, "state")), SOON_MS);
      speakFor(2_500);
      scene.agent("anna").inTalk("hang-up", Map.of());
      isKept(call);
      assertEquals("anna", awaits(call, "TalkRecordingAsked", "by"));
      awaits(call, "InteractionClosed", "call");
    }
  }

  private void speakFor(long ms) throws InterruptedException {
    ears.get(0).says(850);
    ears.get(1).says(500);
    TimeUnit.MILLISECONDS.sleep(ms); // of the talk, which is measured afterwards
  }

  @Test
  void whenSheHangsUpBeforeTheAnswer_thenItRingsNoMore() throws Exception {
    outsideIs(new Behaviour.RingsOnly());
    try (DeskSocket desk = scene.agent("anna").desk()) {
      String call = dials(Map.of("number", "+491701112227"));
      desk.await("desk", view -> shows(view, "ringing") && call(view, "can") instanceof List<?> can && can.contains("hang-up"), SOON_MS);
      Scene.await(() -> outside.trace().calls().size(), Integer.valueOf(1)::equals);
      scene.agent("anna").inTalk("hang-up", Map.of());
      assertEquals("CANCELLED", awaits(call, "DialEnded", "result"));
      Scene.await(() -> outside.trace().calls().getFirst().ending(), SippCall.Ending.CANCELLED::equals);
    }
  }

  @Test
  void whenThePlatformIsKilledInTheTalk_thenTheyTalkOn_andItIsTakenUp() throws Exception {
    outsideIs(new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()));
    String call = dials(Map.of("number", "+491701112228"));
    awaits(call, "Connected", "agent");
    scene.platform.kill();
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      Scene after = Scene.of(scene.rehearsal, restarted);
      Scene.await(() -> after.part("asterisk"), "up"::equals);
      assertEquals("talking", Scene.await(() -> after.agentNow("anna").get("state"), "talking"::equals));
      after.agent("anna").inTalk("hold", Map.of());
      after.agent("anna").inTalk("resume", Map.of());
      after.agent("anna").inTalk("hang-up", Map.of());
      assertEquals("AGENT", awaits(call, "TalkEnded", "by"));
      after.agent("anna").ready();
      awaits(call, "InteractionClosed", "call");
      assertEquals(1, outside.trace().calls().size(), "dialled once");
    } finally {
      close();
      open();
    }
  }
}
