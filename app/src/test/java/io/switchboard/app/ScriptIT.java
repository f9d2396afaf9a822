package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.app.rehearsal.PlatformProcess;
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
import org.junit.jupiter.api.Test;

/** An agent talks with a caller and goes through the diagnosis tree of the distribution with him. */
class ScriptIT {
  private static final int TALK_MS = 60_000;

  @Test
  void whenThePlatformIsKilledInAScript_thenItGoesOnAtTheSamePage_andItsOutcomeStandsWithTheCall() throws Exception {
    int phone = Ports.free();
    try (HttpClient http = HttpClient.newHttpClient();
        Scene scene = Scene.open(Script.empty()
            .queue("sales", "wrap_up_s: 30", "script: router")
            .file("flows/account.yaml", """
                variables: {account: text}
                first: ask
                steps:
                  ask: {collect: {into: account, prompts: [closed], digits: 8, no_key: {then: wait}, next: wait}}
                  wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
                  end: {hangup: {reason: closed}}
                """)
            .number("+4930123459", "account")
            .agent("anna", Script.at("anna", phone), "sales")
            .agent("ben", Script.at("ben", phone), "sales"))) {
      scene.phones("phone", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(TALK_MS)), phone);
      scene.ready("anna");
      Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp(), new Keys(1_500, "10000017"));
      caller.awaits("Connected", "agent");

      ApiClient anna = client(http, scene.platform, "anna");
      assertEquals(List.of("sales"), scripts(anna).getFirst().get("queues"));
      Map<String, Object> run = Scene.await(() -> begin(anna, caller), begun -> !begun.isEmpty());
      String id = "/api/script-runs/" + run.get("run");
      assertEquals("Thank you. I will help you with your router now. (account 10000017)", page(run).get("text"));
      assertEquals(403, assertThrows(ApiRefusal.class, () -> client(http, scene.platform, "ben").get(id)).status());
      run = answer(anna, id, run, "");
      run = answer(anna, id, run, "blinking");
      assertEquals(422, assertThrows(ApiRefusal.class, () -> anna.post(id + "/answer", Map.of("page", 3, "answer", "long"))).status());
      Map<String, Object> acknowledged = answer(anna, id, run, "60");
      assertEquals(409, assertThrows(ApiRefusal.class, () -> anna.post(id + "/answer", Map.of("page", 3, "answer", 4))).status());

      scene.platform.kill();
      try (PlatformProcess restarted = scene.rehearsal.platform()) {
        ApiClient again = client(http, restarted, "anna");
        run = Scene.await(() -> again.get(id), shown -> !shown.isEmpty());
        assertEquals(acknowledged, run, restarted::logged);
        run = answer(again, id, run, "");
        run = answer(again, id, run, "true");
        run = answer(again, id, run, "A restart was enough.");
        assertEquals(Map.of("script", "router", "code", "solved", "label", "Solved"), run.get("outcome"));

        ApiClient supervisor = client(http, restarted, "sam");
        List<Map<String, Object>> facts = Scene.facts(supervisor.get("/api/calls/" + caller.call()));
        assertEquals("solved", of(facts, "outcome_reached").get("code"));
        assertEquals("A restart was enough.", of(facts, "note_written").get("text"));
        assertEquals("60", facts.stream().filter(fact -> "router/minutes".equals(fact.get("step"))).findFirst().orElseThrow().get("answer"));
      }
    }
  }

  private static Map<String, Object> of(List<Map<String, Object>> facts, String type) {
    return facts.stream().filter(fact -> type.equals(fact.get("type"))).findFirst().orElseThrow(() -> new AssertionError(type + " in " + facts));
  }

  private static ApiClient client(HttpClient http, PlatformProcess platform, String user) {
    return new ApiClient(http, platform.api(), "demo", user, Script.PASSWORD);
  }

  @SuppressWarnings("unchecked") // as the API says
  private static List<Map<String, Object>> scripts(ApiClient client) throws Exception {
    return (List<Map<String, Object>>) client.get("/api/scripts").get("scripts");
  }

  /** Empty while the call is not known to be hers. */
  private static Map<String, Object> begin(ApiClient client, Scene.Caller caller) throws Exception {
    try {
      return client.post("/api/calls/" + caller.call() + "/scripts/router", Map.of());
    } catch (ApiRefusal notYet) {
      return Map.of();
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> page(Map<String, Object> run) {
    return (Map<String, Object>) run.get("page");
  }

  private static Map<String, Object> answer(ApiClient client, String id, Map<String, Object> run, String answer) throws Exception {
    return client.post(id + "/answer", Map.of("page", page(run).get("page"), "answer", answer));
  }
}
