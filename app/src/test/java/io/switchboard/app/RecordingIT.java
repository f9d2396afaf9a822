package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Talks are recorded, with real phones at both ends: the caller speaks a tone, and agents say what they hear. */
class RecordingIT {
  private static final long SOON_MS = 15_000;
  private static final int SPEAKS_MS = 60_000;
  private static final Behaviour PATIENT = new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(90_000));
  private static final Behaviour SLOW = new Behaviour.Answers(Span.ofMs(5_000), Stay.atMostMs(90_000));
  private static final String ALWAYS = "030123451";
  private static final String ON_DEMAND = "030123452";

  private final int annasPhone = Ports.free();
  private final int bensPhone = Ports.free();
  private Scene scene;

  @BeforeEach
  void open() throws Exception {
    scene = Scene.open(Script.empty()
        .queue("sales", "wrap_up_s: 0", "recording: { mode: always }", "wait_without_agents: true")
        .queue("support", "wrap_up_s: 0", "recording: { mode: on_demand }")
        .direct("+4930123452", "support")
        .agent("anna", Script.at("anna", annasPhone), "sales, support").agent("ben", Script.at("ben", bensPhone), "support"));
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  private static Object recording(Map<String, Object> view, String field) {
    return view.get("call") instanceof Map<?, ?> call && call.get("recording") instanceof Map<?, ?> recording ? recording.get(field) : null;
  }

  private static boolean can(Map<String, Object> view) {
    return view.get("call") instanceof Map<?, ?> call && call.get("can") instanceof List<?> can && can.contains("recording");
  }

  private static Object notice(Map<String, Object> view) {
    return view.get("me") instanceof Map<?, ?> me && me.get("notice") instanceof Map<?, ?> notice ? notice.get("code") : null;
  }

  private Path data() throws Exception {
    return scene.rehearsal.home().resolve("data");
  }

  private StereoSound kept(Scene.Caller caller) throws Exception {
    Path file = data().resolve(caller.awaits("TalkRecordingEnded", "file"));
    Scene.await(() -> Files.exists(file), there -> there);
    StereoSound sound = new StereoSound(file);
    System.out.println(caller.number() + " " + sound);
    return sound;
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(data().resolve("recordings"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void passes(long ms) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ms); // of the talk, which is measured afterwards
  }

  @Test
  void whenAQueueRecords_thenHeHearsSoFirst_bothAreInTheFile_andNothingOfAPause() throws Exception {
    scene.echoes("anna", PATIENT, annasPhone);
    scene.ready("anna");
    HeadlessAgent anna = scene.agent("anna");
    try (DeskSocket desk = anna.desk()) {
      Scene.Caller caller = scene.speaks(ALWAYS, SPEAKS_MS, 0, Stay.untilHungUp());
      scene.awaitHeard("en", "talk-recorded", Map.of());
      caller.awaits("TalkRecordingBegun", "agent");
      desk.await("desk", view -> "on".equals(recording(view, "state")) && can(view) && Boolean.TRUE.equals(recording(view, "can_pause")), SOON_MS);
      passes(3_000);
      anna.inTalk("recording", Map.of("on", false));
      desk.await("desk", view -> "paused".equals(recording(view, "state")) && Boolean.TRUE.equals(recording(view, "can_start")), SOON_MS);
      passes(3_000);
      anna.inTalk("recording", Map.of("on", true));
      desk.await("desk", view -> "on".equals(recording(view, "state")), SOON_MS);
      passes(2_000);
      anna.inTalk("hold", Map.of());
      caller.awaits("CallHeld", "agent");
      passes(3_000);
      anna.inTalk("resume", Map.of());
      passes(2_000);
      anna.inTalk("hang-up", Map.of());
      StereoSound sound = kept(caller);
      assertTrue(sound.callerMs() > 5_500 && sound.callerMs() < 9_500, sound.toString());
      assertTrue(sound.agentMs() > 5_000, sound.toString());
      assertTrue(sound.gapMs() >= 2_800 && sound.gapMs() < 4_500, sound.toString());
      assertTrue(sound.ms() < 14_000, "the hold is not in it: " + sound);
      assertEquals("AGENT_HUNG_UP", caller.ending());
      List<Object> kinds = caller.timeline().stream().map(fact -> fact.get("type")).toList();
      assertTrue(kinds.containsAll(List.of("talk_recording_begun", "talk_recording_paused", "talk_recording_resumed", "talk_recording_ended")), kinds.toString());
    }
  }

  @Test
  void whenTheAgentBegins_thenHeHearsSo_andOnlyWhoMayHearsTheRecording_untilTheCustomerIsMadeUnknown() throws Exception {
    scene.echoes("ben", PATIENT, bensPhone);
    scene.ready("ben");
    Scene.Caller caller = scene.speaks(ON_DEMAND, SPEAKS_MS, 0, Stay.untilHungUp());
    HeadlessAgent ben = scene.agent("ben");
    try (DeskSocket desk = ben.desk()) {
      caller.awaits("Connected", "agent");
      desk.await("desk", view -> "off".equals(recording(view, "state")) && Boolean.TRUE.equals(recording(view, "can_start")), SOON_MS);
      passes(1_000);
      assertEquals(List.of(), files());
      ben.inTalk("recording", Map.of("on", true));
      scene.awaitHeard("en", "talk-recorded", Map.of());
      desk.await("desk", view -> "on".equals(recording(view, "state")), SOON_MS);
      passes(2_000);
      ben.inTalk("hang-up", Map.of());
    }
    StereoSound sound = kept(caller);
    assertTrue(sound.callerMs() > 1_500 && sound.callerMs() < 4_000 && sound.agentMs() > 1_200, sound.toString());
    assertEquals("ben", caller.awaits("TalkRecordingAsked", "by"));
    caller.awaits("InteractionClosed", "call");
    String audio = "/api/recordings/" + caller.call() + "-talk-1/audio";
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertTrue(new ApiClient(http, scene.platform.api(), "demo", "ben", Script.PASSWORD).text(audio).startsWith("RIFF"));
      assertTrue(scene.supervisor.text(audio).startsWith("RIFF"));
      ApiClient anna = new ApiClient(http, scene.platform.api(), "demo", "anna", Script.PASSWORD);
      assertEquals("wrong_role", assertThrows(ApiRefusal.class, () -> anna.text(audio)).code());
      assertEquals("unknown_recording",
          assertThrows(ApiRefusal.class, () -> scene.supervisor.text(audio.replace("talk-1", "talk-2"))).code());
    }
    Object id = ((Map<?, ?>) scene.supervisor.post("/api/customers", Map.of("name", "Rosalind", "numbers", List.of(caller.number()))).get("customer")).get("id");
    assertTrue(scene.supervisor.get("/api/customers/" + id + "/timeline").toString().contains(caller.call() + "-talk-1"));
    assertEquals(1, files().size());
    scene.supervisor.post("/api/customers/" + id + "/anonymise", Map.of());
    assertEquals(List.of(), files());
    assertEquals("unknown_recording", assertThrows(ApiRefusal.class, () -> scene.supervisor.text(audio)).code());
  }

  @Test
  void whenTheCustomerRefused_thenNothingIsRecorded_andTheFactSaysWhy() throws Exception {
    scene.echoes("anna", PATIENT, annasPhone);
    scene.supervisor.post("/api/customers", Map.of(
        "name", "Rosalind", "numbers", List.of("+491704444444"), "consent", Map.of("recording", "refused")));
    scene.ready("anna");
    try (DeskSocket desk = scene.agent("anna").desk()) {
      Scene.Caller caller = scene.callsAs("01704444444", ALWAYS, Stay.untilHungUp());
      assertEquals("consent_refused", caller.awaits("TalkRecordingRefused", "why"));
      caller.awaits("Connected", "agent");
      desk.await("desk", view -> "not_recorded".equals(notice(view)) && Boolean.FALSE.equals(recording(view, "can_start")), SOON_MS);
      assertEquals("not_allowed",
          assertThrows(ApiRefusal.class, () -> scene.agent("anna").inTalk("recording", Map.of("on", true))).code());
      passes(2_000);
      assertEquals(List.of(), files());
      scene.agent("anna").inTalk("hang-up", Map.of());
      assertEquals("AGENT_HUNG_UP", caller.ending());
      assertEquals(List.of(), files());
      assertEquals(List.of(), caller.all("TalkRecordingAsked", "file"));
    }
  }

  @Test
  void whenThePlatformIsKilledInTheTalk_thenTheRecordingIsWhole_andWhatCanBePressedIsKnown() throws Exception {
    scene.echoes("anna", SLOW, annasPhone);
    scene.ready("anna");
    Scene.Caller goes = scene.speaks(ALWAYS, SPEAKS_MS, 0, Stay.atMostMs(18_000));
    goes.awaits("TalkRecordingBegun", "agent");
    assertEquals(1, (int) scene.ledger.column("select 1::text from journal where kind = 'TalkRecordingAsked'").size());
    passes(2_000);
    scene.agent("anna").inTalk("recording", Map.of("on", false));
    scene.platform.kill();
    passes(1_500);
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      HeadlessAgent anna = scene.rehearsal.agent(restarted, "anna");
      try (DeskSocket desk = anna.desk()) {
        desk.await("desk", view -> "paused".equals(recording(view, "state")), SOON_MS);
        anna.inTalk("recording", Map.of("on", true));
        desk.await("desk", view -> "on".equals(recording(view, "state")), SOON_MS);
      }
      passes(1_000);
      restarted.kill();
      scene.ledger.column("select 1::text");
      Scene.await(() -> scene.rehearsal.asterisk().console("core show channels count"), shown -> shown.contains("0 active channels"), 40_000);
      try (PlatformProcess again = scene.rehearsal.platform()) {
        StereoSound sound = kept(goes);
        assertTrue(sound.callerMs() > 4_000, sound.toString());
        assertTrue(sound.gapMs() > 1_000, sound.toString());
        assertTrue(sound.tenths.subList(sound.tenths.size() - 10, sound.tenths.size()).stream().anyMatch(StereoSound.Tenth::caller), sound.toString());
        assertFalse(again.logged().contains("ERROR"), again.logged());
      }
    }
  }

  @Test
  void whenNothingCanBeWritten_thenTheTalkGoesOn_andTheAgentAndTheLogSaySo() throws Exception {
    scene.echoes("anna", PATIENT, annasPhone);
    scene.ready("anna");
    Files.delete(data().resolve("recordings/talking"));
    try (DeskSocket desk = scene.agent("anna").desk()) {
      Scene.Caller caller = scene.speaks(ALWAYS, SPEAKS_MS, 0, Stay.untilHungUp());
      assertEquals("failed", caller.awaits("TalkRecordingRefused", "why"));
      desk.await("desk", view -> "not_recorded".equals(notice(view)) && "off".equals(recording(view, "state")), SOON_MS);
      assertEquals("talking", scene.agentNow("anna").get("state"));
      assertTrue(scene.platform.logged().contains("recordings/talking is missing"), scene.platform.logged());
      scene.agent("anna").inTalk("hang-up", Map.of());
      assertEquals("AGENT_HUNG_UP", caller.ending());
    }
  }

  @Test
  void whenHeIsHandedOn_thenItGoesOnWhereAllIsRecorded_andEndsWhereItIsNot() throws Exception {
    scene.echoes("anna", PATIENT, annasPhone);
    scene.echoes("ben", PATIENT, bensPhone);
    Scene.Caller caller = scene.speaks(ALWAYS, SPEAKS_MS, 0, Stay.untilHungUp());
    scene.awaitHeard("en", "talk-recorded", Map.of());
    passes(3_000);
    scene.ready("anna");
    caller.awaits("TalkRecordingBegun", "agent");
    scene.ready("ben");
    passes(2_000);
    scene.agent("anna").inTalk("consult", Map.of("agent", "ben"));
    caller.awaits("ConsultJoined", "agent");
    passes(1_500);
    scene.agent("anna").inTalk("complete", Map.of());
    caller.awaits("HandedOn", "agent");
    passes(2_000);
    assertEquals(List.of(), caller.all("TalkRecordingEnded", "ms"));
    scene.agent("ben").inTalk("transfer", Map.of("queue", "support"));
    StereoSound sound = kept(caller);
    assertTrue(sound.callerMs() > 3_000 && sound.ms() < 7_000, sound.toString());
    assertEquals(1, caller.all("TalkRecordingBegun", "agent").size());
    Scene.await(() -> caller.all("Connected", "agent").size(), count -> count == 2);
  }
}
