package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a caller says for his call: kept with it, and heard by the agent who talked with him. */
class StatementIT {
  private static final Keys SKIP = new Keys(1_000, "1");
  private static final String FLOW = """
      variables: {statement: text}
      first: ask
      steps:
        ask: {at_most: {times: 2, then: end}, record: {prompts: [closed], most_s: 20, silence_s: 2, into: statement, too_short: ask, next: agent}}
        agent: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: closed}}
      """;

  private static Scene scene;
  private static int phones;

  @BeforeAll
  static void open() throws Exception {
    phones = Ports.free();
    scene = Scene.open(Script.empty().file("flows/statement.yaml", FLOW).number("+4930123459", "statement").agents(2, phones, "sales"));
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void whenACallerSpeaks_thenHeIsConnected_andOnlyTheAgentWhoTalkedWithHimHearsIt() throws Exception {
    scene.phones("answers", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()), phones);
    scene.ready(Script.agent(1));
    Scene.Caller caller = scene.speaks("030123459", 4_000, 7_000, Stay.atMostMs(15_000), SKIP);
    long ms = Long.parseLong(caller.awaits("RecordingKept", "ms"));
    assertTrue(ms > 2_000 && ms < 6_000, ms + " ms");
    caller.awaits("Connected", "agent");
    Map<String, Object> pop = Scene.await(() -> scene.agent(Script.agent(1)).me(), me -> me.get("call") != null);
    String id = caller.call() + "-1";
    assertTrue(pop.get("call").toString().contains("{flow=statement, name=statement, value=" + id + "}"), pop.toString());
    String audio = "/api/recordings/" + id + "/audio";
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertTrue(client(http, Script.agent(1)).text(audio).startsWith("RIFF"));
      assertTrue(scene.supervisor.text(audio).startsWith("RIFF"));
      ApiRefusal other = assertThrows(ApiRefusal.class, () -> client(http, Script.agent(2)).text(audio));
      assertEquals("wrong_role", other.code());
      ApiRefusal none = assertThrows(ApiRefusal.class, () -> scene.supervisor.text("/api/recordings/" + caller.call() + "-2/audio"));
      assertEquals("unknown_recording", none.code());
    }
    assertEquals(List.of(), scene.supervisor.get("/api/voicemails").get("voicemails"), "it is no message");
  }

  @Test
  void whenACallerSaysNothing_thenHeIsAskedAgain_andNothingIsKept() throws Exception {
    Scene.Caller caller = scene.speaks("030123459", 0, 0, Stay.untilHungUp(), SKIP);
    assertEquals("CLOSED", caller.ending());
    assertEquals(List.of(), caller.all("RecordingKept", "file"));
    assertEquals(2, caller.all("RecordingDropped", "ms").size());
  }

  private static ApiClient client(HttpClient http, String user) {
    return new ApiClient(http, scene.platform.api(), "demo", user, Script.PASSWORD);
  }
}
