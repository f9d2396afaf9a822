package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.why.Against;
import io.switchboard.core.why.Candidate;
import io.switchboard.core.why.Place;
import io.switchboard.core.why.WhyWaiting;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WhyTest {
  private static final CallId CALL = new CallId("1700000000.2");
  private static final Place PLACE = new Place(CALL, 2, 1_000, 20_000, 0, 1, 5, 60_000, -339_000);

  private static WhyWaiting waiting() {
    return new WhyWaiting(CALL, QueueId.of("demo", "sales"), 43_000, PLACE, Map.of("mandarin", 7), null, 0, List.of(
        new Candidate(AgentId.of("demo", "anna"), Against.LACKS_SKILL, "mandarin", 3, 7, 0),
        new Candidate(AgentId.of("demo", "ben"), Against.TALKING, "c2", 0, 0, 0),
        new Candidate(AgentId.of("demo", "cleo"), Against.NOT_READY, "lunch", 0, 0, 0)), List.of(PLACE));
  }

  private static JsonNode why(ApiOnTheWire api, String language) throws Exception {
    HttpResponse<String> response = api.send(
        "GET", "/api/calls/" + CALL.value() + "/why", api.token(ApiOnTheWire.DEMO, "sam"), "", "Accept-Language", language);
    assertEquals(200, response.statusCode(), response.body());
    return new JsonMapper().readTree(response.body());
  }

  @Test
  void whyACallWaits_agentByAgent_inBothLanguages() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.why = waiting();
      JsonNode english = why(api, "en").path("waiting");
      assertEquals("None of the 3 agents of this queue may take it: 1 without the skill, 1 not ready, 1 talking.",
          english.path("sentence").asText());
      assertEquals("Anna Schmidt has mandarin at level 3, the call asks for 7.", english.at("/agents/0/sentence").asText());
      assertEquals("lacks_skill", english.at("/agents/0/terms/against").asText());
      assertEquals("cleo is not ready: lunch.", english.at("/agents/2/sentence").asText());
      assertEquals("Position 2: it has waited 42 s, its queue means to answer within 20 s, and 6 points of 60 s each (call 0, queue 1,"
          + " customer 5) make it due earlier.", english.path("place").asText());
      assertEquals(20_000, english.at("/terms/order/0/goal_ms").asLong());
      JsonNode chinese = why(api, "zh-CN").path("waiting");
      assertEquals("该队列的 3 名坐席均无法接听：1 名技能不足，1 名未就绪，1 名通话中。", chinese.path("sentence").asText());
      assertEquals("Anna Schmidt 的“mandarin”技能等级为 3，该呼叫要求 7。", chinese.at("/agents/0/sentence").asText());
    }
  }

  @Test
  void whyItWasOfferedToWhomItWas_andWhatCameOfIt() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      JsonNode english = why(api, "en");
      assertTrue(english.path("waiting").isNull());
      assertEquals("Anna Schmidt was chosen among 3 ready agents who could take it. Longest idle: 35 s. At once, when the call came.",
          english.at("/offers/0/sentence").asText());
      assertEquals("Declined.", english.at("/offers/0/outcome").asText());
      assertEquals("在 3 名可接听的就绪坐席中选择了 Anna Schmidt。空闲时间最长：35 秒。呼叫进入时立即派送。", why(api, "zh").at("/offers/0/sentence").asText());
    }
  }

  @Test
  void anotherTenantsCallIsUnknown() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.why = waiting();
      assertEquals(404, api.send("GET", "/api/calls/" + CALL.value() + "/why", api.token(ApiOnTheWire.OTHER, "zoe"), "").statusCode());
      assertEquals(404, api.send("GET", "/api/calls/no%20call/why", api.token(ApiOnTheWire.DEMO, "sam"), "").statusCode());
    }
  }
}
