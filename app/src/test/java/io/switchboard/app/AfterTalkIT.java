package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What follows a talk: the caller says how well he was helped, and what is to be done of it is done. */
@Timeout(240)
class AfterTalkIT {
  private static final String SERVICE = "030123453";
  private static final Duration SOON = Duration.ofSeconds(25);
  private static final long DAY_MS = 86_400_000;
  private static final Keys SKIP = new Keys(1_500, "5");

  private static Scene scene;
  private static Ear ear;
  private static int callers;

  @BeforeAll
  static void open() throws Exception {
    int phone = Ports.free();
    int provider = Ports.free();
    scene = Scene.open(script(phone, provider)
        .file("flows/message.yaml", """
            first: box
            steps:
              box: {voicemail: {queue: support, prompts: [closed], most_s: 14, next: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123458", "message")
        .file("flows/twice.yaml", """
            first: one
            steps:
              one: {enqueue: {queue: support, closed: end, emergency: end, no_agents: end, full: end, after: two}}
              two: {enqueue: {queue: support, closed: end, emergency: end, no_agents: end, full: end}}
              end: {hangup: {reason: closed}}
            """)
        .number("+4930123459", "twice"));
    ear = PromptEar.of(scene.rehearsal, Map.of());
    scene.phones("anna", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_500)), phone);
    scene.phones("customer", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()), provider);
    scene.ready("anna");
  }

  private static Script script(int phone, int provider) {
    return Script.empty().number("+4930123453", "self-service")
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE }\n")
        .queue("support", "ring_s: 10", "wrap_up_s: 3", "callback: { from: \"+4930123450\", trunks: [carrier], numbers: [\"+49\"] }")
        .agent("anna", Script.at("anna", phone), "support");
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Someone with a phone at his ear who wants to talk with a colleague. */
  private static final class Caller implements AutoCloseable {
    private final Scene in;
    private final String number = "0172" + (1_000_000 + ++callers);
    private final Handsets handsets = Handsets.open(1);
    private final SippCallers sipp;

    Caller(Scene in) {
      this.in = in;
      this.sipp = SippCallers.start(
          in.rehearsal.home(), "talker-" + callers,
          CallerPlan.to(in.rehearsal.sipPort(), SERVICE).who(n -> new Dialling(number, SERVICE, "")).hearingAt(handsets.ports())
              .staying(Stay.atMostMs(100_000)),
          new Volume.Times(1, 10));
    }

    double hears(Ear listening, String prompt, double fromS) throws Exception {
      return listening.awaits(handsets.get(0), prompt, fromS, SOON);
    }

    void presses(String keys) throws Exception {
      handsets.get(0).press(keys).get(20, TimeUnit.SECONDS);
    }

    void asksForAColleague(Ear listening) throws Exception {
      hears(listening, "en/choose-language", 0);
      presses("0");
    }

    String call() throws Exception {
      return in.ledger.call("+49" + number.substring(1));
    }

    List<String> all(String kind, String field) throws Exception {
      return in.ledger.column("select body ->> ? from journal where call = ? and kind = ? order by seq", field, call(), kind);
    }

    void awaits(String kind) throws Exception {
      in.ledger.await("select kind from journal where call = ?", kinds -> kinds.contains(kind), 40_000, call());
    }

    @Override
    public void close() {
      sipp.close();
      in.rehearsal.asterisk().console("channel request hangup all");
      handsets.close();
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  private static List<Map<String, Object>> tasks(ApiClient client, String query) throws Exception {
    return (List<Map<String, Object>>) client.get("/api/tasks" + query).get("tasks");
  }

  private static Map<String, Object> task(ApiClient client, String query, String call) throws Exception {
    return tasks(client, query).stream().filter(each -> each.get("call").equals(call)).findFirst().orElse(Map.of());
  }

  private static ApiClient anna(HttpClient http) {
    return new ApiClient(http, scene.platform.api(), "demo", "anna", Script.PASSWORD);
  }

  @Test
  void whenTheAgentHangsUp_thenTheCallerRatesTheTalk_andABadScoreWarnsTheSupervisorAndIsCalledBack() throws Exception {
    try (Caller caller = new Caller(scene); HttpClient http = HttpClient.newHttpClient()) {
      caller.asksForAColleague(ear);
      caller.hears(ear, "en/self-service/rate", 0);
      String call = caller.call();
      assertEquals(List.of(), caller.all("CallEnded", "ending"));
      caller.presses("1");
      caller.hears(ear, "en/self-service/rated", 0);
      caller.awaits("InteractionClosed");
      assertEquals(List.of("AGENT_HUNG_UP"), caller.all("CallEnded", "ending"));
      assertEquals(List.of("demo/support"), caller.all("Scored", "queue"));
      assertEquals(List.of("demo/anna"), caller.all("Scored", "agent"));
      assertEquals(1, caller.all("WrapUpEnded", "why").size());

      Scene.await(() -> scene.supervisor.get("/api/me").get("warnings"), warnings -> ((Number) warnings).longValue() == 1);
      Map<String, Object> bad = task(scene.supervisor, "?kind=call_back&unseen=true", call);
      assertEquals(List.of("csat", 1, "anna", "support", false), List.of(
          bad.get("survey"), ((Number) bad.get("score")).intValue(), bad.get("agent"), bad.get("queue"), bad.get("overdue")));
      assertEquals(DAY_MS, ((Number) bad.get("due_at_ms")).longValue() - ((Number) bad.get("made_at_ms")).longValue());
      scene.supervisor.post("/api/tasks/" + bad.get("id") + "/seen", Map.of());
      Scene.await(() -> scene.supervisor.get("/api/me").get("warnings"), warnings -> ((Number) warnings).longValue() == 0);
      assertEquals(Map.of(), task(scene.supervisor, "?unseen=true", call));
      assertTrue(String.valueOf(scene.supervisor.get("/api/surveys")).contains("survey=csat, answers=1, mean=1.0, bad=1, csat=0.0"));

      ApiClient anna = anna(http);
      assertEquals("booked", anna.post("/api/tasks/" + bad.get("id") + "/call-back", Map.of()).get("state"));
      scene.ledger.await("select kind from journal where call like ?", kinds -> kinds.contains("Connected") && kinds.contains("TalkEnded"),
          40_000, call + "+%");
      assertEquals("anna", task(anna, "?open=true", call).get("called_back_by"));
      anna.post("/api/tasks/" + bad.get("id") + "/done", Map.of("note", "apologised"));
      assertEquals(List.of("anna", "apologised"),
          List.of(task(scene.supervisor, "", call).get("done_by"), task(scene.supervisor, "", call).get("note")));
      assertEquals(Map.of(), task(anna, "?open=true", call));
      assertEquals("task_done",
          assertThrows(ApiRefusal.class, () -> anna.post("/api/tasks/" + bad.get("id") + "/call-back", Map.of())).code());
    }
  }

  @Test
  void aMessageIsATaskToo_andDoneInOnePlaceItIsDoneInTheOther() throws Exception {
    Scene.Caller caller = scene.speaks("030123458", 4_800, 0, Stay.atMostMs(5_000), SKIP);
    caller.awaits("VoicemailLeft", "queue");
    try (HttpClient http = HttpClient.newHttpClient()) {
      ApiClient anna = anna(http);
      Map<String, Object> message = task(anna, "?kind=voicemail&open=true", caller.call());
      assertEquals(List.of(caller.number(), true), List.of(message.get("number"), message.get("unseen")));
      Scene.await(() -> anna.text(String.valueOf(message.get("audio"))), sound -> sound.startsWith("RIFF"));
      assertEquals("anna", task(anna, "", caller.call()).get("seen_by"));
      anna.post("/api/tasks/" + message.get("id") + "/done", Map.of());
      assertTrue(String.valueOf(anna.get("/api/voicemails?open=true")).endsWith("voicemails=[]}"));
    }
  }

  @Test
  void whenTheFlowLeadsHimIntoAQueueAgain_thenHeTalksTwice_andHisCallEndsOnce() throws Exception {
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    assertEquals("AGENT_HUNG_UP", caller.ending());
    caller.awaits("InteractionClosed", "call");
    assertEquals(List.of("AGENT", "AGENT"), caller.all("TalkEnded", "by"));
    assertEquals(List.of("1", "2"), caller.all("QueueEntered", "visit"));
    assertEquals(2, caller.all("WrapUpEnded", "why").size());
    assertEquals(1, caller.all("CallEnded", "ending").size());
  }

  @Test
  void whenThePlatformDiesInTheTalk_andAgainInTheSurvey_thenHeIsAskedAllTheSame() throws Exception {
    int phone = Ports.free();
    try (Scene own = Scene.open(script(phone, Ports.free()))) {
      Ear listening = PromptEar.of(own.rehearsal, Map.of());
      own.phones("anna", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(6_000)), phone);
      own.ready("anna");
      try (Caller caller = new Caller(own)) {
        caller.asksForAColleague(listening);
        caller.awaits("Connected");
        own.platform.kill();
        Scene.await(() -> own.rehearsal.asterisk().console("core show channels concise"), shown -> !shown.contains("Bridge"));
        try (PlatformProcess second = own.rehearsal.platform()) {
          double firstS = caller.hears(listening, "en/self-service/rate", 0);
          second.kill();
          try (PlatformProcess third = own.rehearsal.platform()) {
            caller.hears(listening, "en/self-service/rate", firstS + 1);
            caller.presses("4");
            caller.hears(listening, "en/self-service/rated", 0);
            caller.awaits("InteractionClosed");
            assertEquals(List.of("AGENT_HUNG_UP"), caller.all("CallEnded", "ending"), third::logged);
            assertEquals(List.of("4"), caller.all("Scored", "score"));
            assertEquals(List.of("demo/anna"), caller.all("Scored", "agent"));
          }
        }
      }
    }
  }
}
