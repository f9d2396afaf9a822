package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gave up is on a list, and is called back by one key. */
@Timeout(120)
class GaveUpIT {
  private static Scene scene;

  @BeforeAll
  static void open() throws Exception {
    int phone = Ports.free();
    int provider = Ports.free();
    scene = Scene.open(Script.empty()
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE }\n")
        .queue("sales", "ring_s: 5", "wrap_up_s: 0", "wait_without_agents: true",
            "callback: { from: \"+4930123450\", trunks: [carrier], numbers: [\"+49\"] }")
        .agent("anna", Script.at("anna", phone), "sales"));
    scene.phones("anna", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_500)), phone);
    scene.phones("customer", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()), provider);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> listed(ApiClient client, String call) throws Exception {
    return ((List<Map<String, Object>>) client.get("/api/gave-up").get("gave_up")).stream()
        .filter(each -> each.get("call").equals(call)).findFirst().orElse(Map.of());
  }

  @SuppressWarnings("unchecked") // as the API says
  private static List<Map<String, Object>> ahead(ApiClient client) throws Exception {
    return (List<Map<String, Object>>) client.get("/api/callbacks").get("callbacks");
  }

  @Test
  void whenACallerGaveUp_thenAnAgentCallsHimBackByOneKey_andTheListSaysWhoDidIt() throws Exception {
    Scene.Caller caller = scene.calls("030123451", Stay.atMostMs(1_500));
    assertEquals("ABANDONED", caller.ending());
    String call = caller.call();
    try (HttpClient http = HttpClient.newHttpClient()) {
      ApiClient anna = new ApiClient(http, scene.platform.api(), "demo", "anna", Script.PASSWORD);
      Map<String, Object> open = Scene.await(() -> listed(anna, call), shown -> !shown.isEmpty());
      assertEquals(List.of("open", caller.number()), List.of(open.get("state"), open.get("caller")));

      assertEquals("booked", anna.post("/api/gave-up/" + call + "/call-back", Map.of()).get("state"));
      Map<String, Object> waits = Scene.await(() -> ahead(anna), all -> !all.isEmpty()).getFirst();
      assertEquals(List.of("waiting", "anna", call), List.of(waits.get("state"), waits.get("by"), waits.get("from")));
      assertEquals("callback_booked",
          assertThrows(ApiRefusal.class, () -> anna.post("/api/gave-up/" + call + "/call-back", Map.of())).code());
      scene.supervisor.delete("/api/callbacks/" + waits.get("callback"));
      Scene.await(() -> listed(anna, call).get("state"), "open"::equals);
      assertEquals(List.of(), ahead(scene.supervisor));

      anna.post("/api/gave-up/" + call + "/call-back", Map.of());
      Scene.await(() -> listed(anna, call).get("state"), "booked"::equals);
      scene.ready("anna");
      assertEquals("anna", Scene.await(() -> listed(anna, call), shown -> "reached".equals(shown.get("state"))).get("by"));
      List<?> callbacks = (List<?>) scene.supervisor.get("/api/calls/" + call).get("callbacks");
      assertEquals(2, callbacks.size());
      assertEquals(call, scene.supervisor.get("/api/calls/" + callbacks.getLast()).get("from"));
      Scene.await(() -> ahead(scene.supervisor), List::isEmpty);
    }
  }
}
