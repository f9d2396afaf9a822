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
import io.switchboard.servers.audio.Recording;
import io.switchboard.servers.audio.Tone;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor in an agent's talk, with real phones of which each says a tone of its own: who hears whom is told by ear. */
class ListenIT {
  private static final String SALES = "030123451";
  private static final long SOON_MS = 15_000;

  private final int annasPhone = Ports.free();
  private final int bensPhone = Ports.free();
  private final int suesPhone = Ports.free();
  private final Handsets handsets = Handsets.open(4);
  private final Speaker caller = new Speaker("caller", 500, handsets.get(0));
  private final Speaker anna = new Speaker("anna", 850, handsets.get(1));
  private final Speaker sue = new Speaker("sue", 1350, handsets.get(2));
  private final Speaker ben = new Speaker("ben", 1900, handsets.get(3));
  private final Deque<AutoCloseable> people = new ArrayDeque<>();
  private Scene scene;
  private ApiClient sues;
  private String call;

  @BeforeEach
  void annaTalks() throws Exception {
    scene = Scene.open(Script.empty().queue("sales", "wrap_up_s: 60", "recording: { mode: on_demand }").queue("support", "wrap_up_s: 0")
        .agent("anna", Script.at("anna", annasPhone), "sales").agent("ben", Script.at("ben", bensPhone), "support")
        .agent("sue", Script.at("sue", suesPhone) + "\n    role: supervisor", "support"));
    phone(anna, annasPhone);
    phone(ben, bensPhone);
    phone(sue, suesPhone);
    sues = client(scene.platform.api());
    scene.ready("anna");
    people.push(SippCallers.start(scene.rehearsal.home(), "caller",
        CallerPlan.to(scene.rehearsal.sipPort(), SALES).who(n -> new Dialling("01719990001", SALES, "")).hearingAt(List.of(caller.handset().port()))
            .staying(Stay.atMostMs(120_000)), new Volume.Times(1, 10)));
    call = scene.ledger.call("+491719990001");
    Scene.await(() -> scene.agentNow("anna").get("state"), "talking"::equals);
    caller.hears(anna);
    anna.hears(caller);
  }

  @AfterEach
  void close() throws Exception {
    while (!people.isEmpty()) {
      people.pop().close();
    }
    scene.close();
    handsets.close();
  }

  private void phone(Speaker of, int port) {
    people.push(SippPhones.start(
        scene.rehearsal.home(), of.name(), new Behaviour.HearsAt(Span.ofMs(200), Stay.untilHungUp(), of.handset().port()), port));
  }

  private static ApiClient client(URI api) {
    return new ApiClient(HttpClient.newHttpClient(), api, "demo", "sue", Script.PASSWORD);
  }

  private void listen(String mode) throws Exception {
    sues.post("/api/calls/" + call + "/listen", Map.of("mode", mode));
  }

  private List<String> facts(String kind, String field) throws Exception {
    return scene.ledger.column("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq", field, call, kind);
  }

  private static Object section(Map<String, Object> view, String section, String field) {
    return view.get(section) instanceof Map<?, ?> fields ? fields.get(field) : null;
  }

  @Test
  void whenTheSupervisorListens_whispers_andBargesIn_thenOnlyThoseHearHerWhoShould_andItIsWrittenDown() throws Exception {
    try (DeskSocket desk = sues.socket("desk"); DeskSocket annas = scene.agent("anna").desk()) {
      listen("listen");
      sue.hears(caller, anna);
      desk.await("desk", view -> "joined".equals(section(view, "listening", "state")), SOON_MS);
      caller.hearsNot(sue);
      anna.hearsNot(sue);
      listen("whisper");
      anna.hears(sue, caller);
      caller.hearsNot(sue);
      sue.hears(caller, anna);
      listen("barge");
      caller.hears(sue, anna);
      anna.hears(sue, caller);
      scene.agent("anna").inTalk("hold", Map.of());
      annas.await("desk", view -> "held".equals(section(view, "call", "state")), SOON_MS);
      caller.hearsNot(sue, anna);
      scene.agent("anna").inTalk("resume", Map.of());
      caller.hears(sue, anna);
      listen("listen");
      caller.hears(anna).hearsNot(sue);
      sues.delete("/api/calls/" + call + "/listen");
      desk.await("desk", view -> "over".equals(section(view, "listening", "state")), SOON_MS);
      caller.hears(anna);
      anna.hears(caller);
    }
    assertEquals(List.of("LISTEN"), facts("ListenBegun", "mode"));
    assertEquals(List.of("WHISPER", "BARGE", "LISTEN"), facts("ListenChanged", "mode"));
    assertEquals(List.of("LEFT"), facts("ListenEnded", "ending"));
    assertEquals(List.of("demo/sue"), facts("ListenEnded", "by"));
  }

  private static void passes(long ms) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ms); // of the talk, which is measured afterwards
  }

  /** Before the pause she whispers, after it she barges in. */
  @Test
  void whileTheSupervisorListens_theTalkIsRecordedWhole_andNothingOfHers() throws Exception {
    listen("listen");
    sue.hears(caller, anna);
    scene.agent("anna").inTalk("recording", Map.of("on", true));
    Scene.await(() -> facts("TalkRecordingBegun", "agent"), List.of("demo/anna")::equals);
    sue.hears(caller, anna);
    listen("whisper");
    anna.hears(sue, caller);
    caller.hears(anna).hearsNot(sue);
    passes(1_000);
    scene.agent("anna").inTalk("recording", Map.of("on", false));
    listen("barge");
    caller.hears(sue, anna);
    passes(1_000);
    scene.agent("anna").inTalk("recording", Map.of("on", true));
    caller.hears(sue, anna);
    passes(1_000);
    sues.delete("/api/calls/" + call + "/listen");
    caller.hears(anna).hearsNot(sue);
    scene.agent("anna").inTalk("hang-up", Map.of());
    Scene.await(() -> facts("TalkRecordingEnded", "file"), found -> !found.isEmpty());
    Path wav = scene.rehearsal.home().resolve("data").resolve(facts("TalkRecordingEnded", "file").getFirst());
    Scene.await(() -> Files.exists(wav), there -> there);
    StereoSound sound = new StereoSound(wav);
    Recording before = sound.heard(0, sound.gapAt());
    Recording after = sound.heard(sound.gapAt(), sound.ms() / 1000.0);
    assertTrue(Tone.share(before, anna.hz()) > 0.5, sound.toString());
    assertTrue(Tone.share(before, sue.hz()) < 0.05, () -> "whispered words are in it: " + Tone.share(before, sue.hz()) + " " + sound);
    assertTrue(Tone.share(after, anna.hz()) > 0.5, sound.toString());
    assertTrue(Tone.share(after, sue.hz()) < 0.05, () -> "Asterisk mixes her in behind the recording: " + Tone.share(after, sue.hz()) + " " + sound);
    assertTrue(sound.callerMs() > 2_000, sound.toString());
  }

  @Test
  void whenTheSupervisorTakesOver_thenTheCallerTalksWithHer_theAgentWrapsUp_andAfterwardsSheIsWhatSheWas() throws Exception {
    listen("listen");
    sue.hears(caller, anna);
    sues.post("/api/calls/" + call + "/take-over", Map.of());
    caller.hears(sue);
    sue.hears(caller);
    caller.hearsNot(anna);
    assertEquals("wrap_up", scene.agentNow("anna").get("state"));
    assertEquals("talking", scene.agentNow("sue").get("state"));
    assertEquals(List.of("TOOK_OVER"), facts("ListenEnded", "ending"));
    sues.post("/api/me/call/hang-up", Map.of());
    assertEquals("AGENT_HUNG_UP", scene.ledger.ending(call));
    Scene.await(() -> scene.agentNow("sue").get("state"), "wrap_up"::equals);
    sues.post("/api/me/ready", Map.of());
    assertEquals(List.of("demo/anna", "demo/sue"), facts("TalkEnded", "agent"));
  }

  @Test
  void whenThreeTalk_thenSheBargesInToAll_whispersToTheAgentAlone_andTheEndOfTheTalkEndsIt() throws Exception {
    scene.ready("ben");
    scene.agent("anna").inTalk("consult", Map.of("agent", "ben"));
    Scene.await(() -> facts("ConsultJoined", "third"), found -> !found.isEmpty());
    scene.agent("anna").inTalk("conference", Map.of());
    caller.hears(anna, ben);
    listen("barge");
    caller.hears(sue, anna, ben);
    ben.hears(sue);
    anna.hears(sue);
    listen("whisper");
    anna.hears(sue);
    caller.hearsNot(sue);
    ben.hearsNot(sue);
    assertEquals("not_now", assertThrows(ApiRefusal.class, () -> sues.post("/api/calls/" + call + "/take-over", Map.of())).code());
    scene.agent("anna").inTalk("hang-up", Map.of());
    Scene.await(() -> facts("ListenEnded", "ending"), List.of("TALK_OVER")::equals);
    caller.hears(ben).hearsNot(sue);
    Scene.await(() -> scene.rehearsal.asterisk().console("core show channels concise").lines().filter(line -> line.contains("sue")).count(), count -> count == 0);
  }

  @Test
  void whenThePlatformIsKilledMeanwhile_thenAllGoOnHearing_andTheEndIsWrittenDown() throws Exception {
    listen("listen");
    sue.hears(caller, anna);
    scene.platform.kill();
    sue.hears(caller, anna);
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      sues = client(restarted.api());
      Scene.await(() -> {
        try {
          listen("whisper");
          return true;
        } catch (ApiRefusal early) {
          return false;
        }
      }, Boolean.TRUE::equals);
      anna.hears(sue);
      caller.hearsNot(sue);
      scene.rehearsal.agent(restarted, "anna").inTalk("hang-up", Map.of());
      Scene.await(() -> facts("ListenEnded", "ending"), List.of("TALK_OVER")::equals);
      assertEquals("AGENT_HUNG_UP", scene.ledger.ending(call));
    }
  }

  @Test
  void whenTheAgentMutesHerOwnPhone_thenNobodyHearsHer_untilSheTakesItBack() throws Exception {
    try (DeskSocket annas = scene.agent("anna").desk()) {
      scene.agent("anna").inTalk("mute", Map.of("on", true));
      annas.await("desk", view -> Boolean.TRUE.equals(section(view, "call", "muted")), SOON_MS);
      anna.hears(caller);
      caller.hearsNot(anna);
      scene.agent("anna").inTalk("mute", Map.of("on", false));
      caller.hears(anna);
    }
  }

  @Test
  void whenWhoIsNoSupervisor_orHasNoPhone_asks_thenItIsRefused_andNobodyNotices() throws Exception {
    Map<String, String> mode = Map.of("mode", "barge");
    ApiClient bens = new ApiClient(HttpClient.newHttpClient(), scene.platform.api(), "demo", "ben", Script.PASSWORD);
    assertEquals("wrong_role", assertThrows(ApiRefusal.class, () -> bens.post("/api/calls/" + call + "/listen", mode)).code());
    assertEquals("wrong_role", assertThrows(ApiRefusal.class, () -> bens.post("/api/calls/" + call + "/take-over", Map.of())).code());
    assertEquals("no_own_phone", assertThrows(ApiRefusal.class, () -> scene.supervisor.post("/api/calls/" + call + "/listen", mode)).code());
    assertEquals("wrong_fields", assertThrows(ApiRefusal.class, () -> listen("shout")).code());
    assertEquals(List.of(), facts("ListenBegun", "mode"));
  }
}
