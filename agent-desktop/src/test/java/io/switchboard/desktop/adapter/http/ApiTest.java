package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.ClosureRequest;
import io.switchboard.core.signal.ReloadRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");

  private static ApiOnTheWire api;

  @BeforeAll
  static void start() {
    api = ApiOnTheWire.started();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void calm() {
    api.asked.clear();
    api.reply = new Reply.Accepted("ready");
    api.journalAway = false;
  }

  @Test
  void anAgentActsForHimself() throws Exception {
    assertEquals("{\"state\":\"ready\"}", api.post("/api/me/sign-in", "anna", "").body());
    assertEquals(200, api.post("/api/me/ready", "anna", "{}").statusCode());
    assertEquals(200, api.post("/api/me/not-ready", "anna", "{\"reason\":\"午休\"}").statusCode());
    assertEquals(200, api.post("/api/me/sign-out", "anna", "").statusCode());
    assertEquals(List.of(new AgentRequest.SignIn(ANNA), new AgentRequest.Ready(ANNA), new AgentRequest.NotReady(ANNA, "午休"),
        new AgentRequest.SignOut(ANNA)), api.asked);
  }

  @Test
  void aSupervisorActsForAnAgentOfHisTenant() throws Exception {
    api.post("/api/agents/anna/sign-in", "sam", "");
    api.post("/api/agents/anna/ready", "sam", "");
    api.post("/api/agents/anna/not-ready", "sam", "{\"reason\":\"training\"}");
    api.post("/api/agents/anna/sign-out", "ada", "");
    assertEquals(List.of(new AgentRequest.SignIn(ANNA, "sam"), new AgentRequest.Ready(ANNA, "sam"),
        new AgentRequest.NotReady(ANNA, "training", "sam"), new AgentRequest.SignOut(ANNA, "ada")), api.asked);
  }

  @Test
  void aClosureIsOfOneQueueOrOfTheTenant() throws Exception {
    api.post("/api/closures", "sam", "{\"queue\":\"sales\",\"closed\":true}");
    api.post("/api/closures", "sam", "{\"closed\":false}");
    assertEquals(List.of(new ClosureRequest(ApiOnTheWire.DEMO, QueueId.of("demo", "sales"), true, "sam"),
        new ClosureRequest(ApiOnTheWire.DEMO, null, false, "sam")), api.asked);
  }

  @Test
  void aRefusalOfTheAcdIsAProblemWithItsRemedy() throws Exception {
    api.reply = new Reply.Refused("unknown_agent", Words.of("no"));
    assertProblem(404, "unknown_agent", "There is no agent 'ben' in your tenant. GET /api/agents lists them.",
        api.post("/api/agents/ben/ready", "sam", ""));
    api.reply = new Reply.Refused("unknown_queue", Words.of("no"));
    assertProblem(404, "unknown_queue", "There is no queue 'sells' in your tenant. GET /api/queues lists them.",
        api.post("/api/closures", "sam", "{\"queue\":\"sells\",\"closed\":true}"));
    api.reply = new Reply.Refused("not_signed_in", Words.of("no"));
    assertProblem(409, "not_signed_in", "The agent is not signed in. Sign in first.", api.post("/api/me/ready", "anna", ""));
    api.reply = new Reply.Refused("not_allowed", Words.of("a call rings; decline it first"));
    assertProblem(409, "not_allowed", "This is not possible now: a call rings; decline it first", api.post("/api/me/ready", "anna", ""));
  }

  @Test
  void problemsSpeakTheReadersLanguage() throws Exception {
    HttpResponse<String> response = api.send("GET", "/api/me", "", "", "Accept-Language", "zh-CN,en;q=0.5");
    assertEquals("zh", response.headers().firstValue("Content-Language").orElse(""));
    assertTrue(response.body().contains("此操作需要登录"), response::body);
  }

  @Test
  void numbersComeAsTheyAreAndFactsWithTheirTypes() throws Exception {
    String queues = api.get("/api/queues", "anna").body();
    assertTrue(queues.startsWith("{\"at_ms\":100000,\"complete\":true,\"day_since_ms\":0,\"definitions\":{\"service_level\":"
        + "\"answered_and_abandoned_late\",\"within_ms\":20000,\"short_abandon_ms\":5000},"
        + "\"service_level_formula\":\"answered within 20 s / (answered + abandoned after 20 s)\",\"closed\":false,\"arrived\":["
        + "{\"entry_point\":\"main\",\"flow\":\"main\",\"calls\":2}],\"endings\":{},"
        + "\"queues\":[{\"queue\":\"sales\",\"closed\":false,\"waiting\":1,"
        + "\"longest_wait_ms\":30000,\"talking\":1,\"entered\":2,\"offered\":1,\"answered\":1,\"answered_within\":1,"), queues);
    assertTrue(queues.contains("\"service_level\":1.0,\"abandonment\":0.0,\"asa_ms\":10000.0,\"handled\":0,\"aht_ms\":null"), queues);
    String agents = api.get("/api/agents", "sam").body();
    assertTrue(agents.contains("\"states\":{\"signed_out\":1,\"not_ready\":1,\"ready\":0,"), agents);
    assertTrue(agents.contains("\"agent\":\"anna\",\"display_name\":\"Anna Schmidt\",\"state\":\"not_ready\",\"since_ms\":60000,"), agents);
    String calls = api.get("/api/calls", "sam").body();
    assertTrue(calls.contains("\"in_flow\":0,\"waiting\":1,\"talking\":1,"), calls);
    assertTrue(calls.contains(
        "{\"call\":\"demo-waits\",\"stage\":\"waiting\",\"queue\":\"sales\",\"agent\":null,\"since_ms\":70000,"), calls);
    assertTrue(api.get("/api/me", "anna").body().contains("\"role\":\"agent\",\"agent\":{\"agent\":\"anna\""));
    assertTrue(api.get("/api/me", "sam").body().endsWith("\"role\":\"supervisor\",\"agent\":null,\"notice\":null,\"call\":null,\"warnings\":1}"));
    assertEquals("{\"call\":\"1700000000.1\",\"from\":null,\"callbacks\":[],"
        + "\"attached\":{\"language\":\"en\",\"chosen\":[],\"known\":[]},\"path\":[],\"facts\":[{\"type\":\"call_arrived\",\"at_ms\":1000,\"tenant\":\"demo\","
        + "\"call\":\"1700000000.1\",\"called\":\"+4930123450\",\"caller\":\"\",\"caller_name\":\"\",\"trunk\":\"carrier\","
        + "\"entry_point\":\"main\",\"flow\":\"main\",\"language\":\"en\"},{\"type\":\"call_ended\",\"at_ms\":2000,\"tenant\":\"demo\","
        + "\"call\":\"1700000000.1\",\"ending\":\"abandoned\"}]}", api.get("/api/calls/1700000000.1", "sam").body());
    assertTrue(api.get("/api/calls?recent=7", "sam").body().contains("demo-7"));
    assertTrue(api.get("/metrics", "sam").body().contains("switchboard_queue_waiting_calls{queue=\"sales\",tenant=\"demo\"} 1.0\n"));
  }

  @Test
  void anAgentsSkillsAreSetAndResetByASupervisor_andWrongOnesAreNamed() throws Exception {
    assertEquals(200, api.post("/api/agents/anna/skills", "sam", "{\"skills\":{\"sales\":7}}").statusCode());
    assertEquals(200, api.post("/api/agents/anna/skills", "sam", "{\"skills\":null}").statusCode());
    AgentId anna = new AgentId(ApiOnTheWire.DEMO, "anna");
    assertEquals(
        List.of(new AgentRequest.SetSkills(anna, Map.of("sales", 7), "sam"), new AgentRequest.SetSkills(anna, null, "sam")), api.asked);
    for (String wrong : List.of("{}", "{\"skills\":7}", "{\"skills\":{\"sales\":11}}", "{\"skills\":{\"sales\":\"7\"}}", "{\"skills\":{\"sales\":1.5}}")) {
      assertEquals(422, api.post("/api/agents/anna/skills", "sam", wrong).statusCode(), wrong);
    }
    api.reply = new Reply.Refused("unknown_skill", Words.of("There is no skill 'dance'. Add it to tenants.yaml first."));
    assertProblem(422, "unknown_skill", "Nothing was set: There is no skill 'dance'. Add it to tenants.yaml first.",
        api.post("/api/agents/anna/skills", "sam", "{\"skills\":{\"dance\":7}}"));
    assertEquals(403, api.post("/api/agents/anna/skills", "anna", "{\"skills\":null}").statusCode());
  }

  @Test
  void aConfigurationIsTakenOrRefusedWhole() throws Exception {
    assertEquals("{\"reloaded\":true,\"changed\":[\"queues.yaml\"],\"release\":3}", api.post("/api/configuration/reload", "ada", "{}").body());
    api.reloaded = new ReloadRequest.Outcome.Refused(List.of("queues.yaml:6: demo.sales.ring_s: 1 is not allowed; give more"));
    HttpResponse<String> refused = api.post("/api/configuration/reload", "ada", "{}");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("\"code\":\"wrong_settings\""), refused.body());
    assertTrue(refused.body().endsWith("\"settings\":[\"queues.yaml:6: demo.sales.ring_s: 1 is not allowed; give more\"]}"), refused.body());
    assertEquals(403, api.post("/api/configuration/reload", "sam", "{}").statusCode());
  }

  @Test
  void healthShowsDetailsToThoseWhoLoggedInOnly() throws Exception {
    assertEquals("{\"state\":\"degraded\",\"parts\":[{\"name\":\"postgres\",\"state\":\"up\",\"detail\":\"\"},"
        + "{\"name\":\"redis\",\"state\":\"down\",\"detail\":\"\"}]}", api.send("GET", "/api/health", "", "").body());
    assertTrue(api.get("/api/health", "crm").body().contains("since 10:05"));
  }

  @Test
  void whenTheJournalIsAway_thenItIsSaidAndNothingElseSuffers() throws Exception {
    api.journalAway = true;
    HttpResponse<String> response = api.get("/api/calls/1700000000.1", "sam");
    assertProblem(503, "unavailable", "A part that is needed does not answer. Try again; GET /api/health names it.", response);
    assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
    assertEquals(200, api.get("/api/calls", "sam").statusCode());
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() throws Exception {
    for (HttpResponse<String> response : List.of(api.get("/api/queues", "sam"), api.get("/api/nowhere", "sam"), api.get("/api/me", "nobody"))) {
      assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
      assertEquals("default-src 'none'; frame-ancestors 'none'", response.headers().firstValue("Content-Security-Policy").orElse(""));
      assertFalse(response.headers().firstValue("Server").isPresent());
    }
  }

  static void assertProblem(int status, String code, String detail, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertEquals("application/problem+json; charset=utf-8", response.headers().firstValue("Content-Type").orElse(""));
    assertTrue(response.body().contains("\"status\":" + status + ","), response::body);
    assertTrue(response.body().contains("\"code\":\"" + code + "\""), response::body);
    assertTrue(response.body().contains("\"detail\":\"" + detail + "\""), response::body);
  }
}
