package io.switchboard.desktop.adapter.http;

import static io.switchboard.desktop.adapter.http.ApiTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of an agent's states goes over the wire: what may be asked for, by whom, and what is refused how. */
class AgentStatesTest {
  private static final AgentId ANNA = new AgentId(ApiOnTheWire.DEMO, "anna");
  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void whenAnAgentExtendsHisWrapUp_thenThatIsAsked_andARefusalSaysWhy() throws Exception {
    assertEquals(200, api.post("/api/me/extend-wrap-up", "anna", "").statusCode());
    assertEquals(List.of(new AgentRequest.ExtendWrapUp(ANNA)), api.asked);
    api.reply = new Reply.Refused("not_extendable", Words.of("Extended 2 times; the queue allows 2."));
    assertProblem(409, "not_extendable", "This wrap-up cannot be extended: Extended 2 times; the queue allows 2.",
        api.post("/api/me/extend-wrap-up", "anna", ""));
    api.reply = new Reply.Refused("not_in_wrap_up", Words.of("no"));
    assertProblem(409, "not_in_wrap_up", "The agent is not in wrap-up. There is nothing to extend.", api.post("/api/me/extend-wrap-up", "anna", ""));
  }

  @Test
  void whenAnAgentHandsACallOn_thenHeSeesWhatColleaguesDo_andNeitherHimselfNorTheirNumbers() throws Exception {
    JsonNode seen = new YAMLMapper().readTree(api.get("/api/me/colleagues", "sam").body()).get("agents");
    assertTrue(seen.findValuesAsText("agent").contains("anna"), seen.toString());
    List<String> fields = new ArrayList<>();
    seen.get(0).fieldNames().forEachRemaining(fields::add);
    assertEquals(List.of("agent", "display_name", "state", "since_ms", "reachable"), fields);
    JsonNode annas = new YAMLMapper().readTree(api.get("/api/me/colleagues", "anna").body()).get("agents");
    assertEquals(seen.size() - 1, annas.size());
  }

  @Test
  void whenTheReasonIsNotKnown_thenThoseThatAreStandInTheAnswer() throws Exception {
    api.reply = new Reply.Refused("unknown_reason", Words.of("'siesta'. Give one of: lunch, training."));
    assertProblem(422, "unknown_reason", "Nothing was changed, this reason is not known: 'siesta'. Give one of: lunch, training.",
        api.post("/api/me/not-ready", "anna", "{\"reason\":\"siesta\"}"));
  }

  @Test
  void whenASupervisorPlansABreak_thenItIsAskedInMilliseconds_andWrongOnesAreNamed() throws Exception {
    assertEquals(200, api.post("/api/agents/anna/break", "sam", "{\"reason\":\"coaching\",\"minutes\":15,\"in_s\":600}").statusCode());
    assertEquals(200, api.post("/api/agents/anna/break", "sam", "{\"reason\":\"coaching\",\"minutes\":15}").statusCode());
    assertEquals(200, api.post("/api/agents/anna/break", "sam", "{\"minutes\":0}").statusCode());
    assertEquals(List.of(
        new AgentRequest.PlanBreak(ANNA, "coaching", 600_000, 900_000, "sam"), new AgentRequest.PlanBreak(ANNA, "coaching", 0, 900_000, "sam"),
        new AgentRequest.PlanBreak(ANNA, "", 0, 0, "sam")), api.asked);
    for (String wrong : List.of(
        "{}", "{\"minutes\":15}", "{\"reason\":\"coaching\"}", "{\"reason\":\"coaching\",\"minutes\":1441}",
        "{\"reason\":\"coaching\",\"minutes\":\"15\"}", "{\"reason\":\"coaching\",\"minutes\":1.5}",
        "{\"reason\":\"coaching\",\"minutes\":15,\"in_s\":-1}")) {
      assertEquals(422, api.post("/api/agents/anna/break", "sam", wrong).statusCode(), wrong);
    }
    assertEquals(403, api.post("/api/agents/anna/break", "anna", "{\"minutes\":0}").statusCode());
  }

  @Test
  void whenASupervisorActsForHimself_thenItIsHe() throws Exception {
    api.post("/api/agents/sam/ready", "sam", "");
    assertEquals(List.of(new AgentRequest.Ready(new AgentId(ApiOnTheWire.DEMO, "sam"))), api.asked);
  }

  /** zoe is a supervisor of the tenant other, where there is no anna. */
  @Test
  void aSupervisorReachesNobodyOfAnotherTenant() throws Exception {
    String zoe = api.token(ApiOnTheWire.OTHER, "zoe");
    for (Map.Entry<String, String> asked : Map.of(
        "sign-in", "", "ready", "", "not-ready", "{\"reason\":\"x\"}", "sign-out", "", "break", "{\"minutes\":0}", "skills",
        "{\"skills\":null}").entrySet()) {
      api.send("POST", "/api/agents/anna/" + asked.getKey(), zoe, asked.getValue());
    }
    assertEquals(6, api.asked.size());
    assertTrue(api.asked.stream().allMatch(
        each -> each instanceof AgentRequest request && request.agent().tenant().equals(ApiOnTheWire.OTHER)), api.asked.toString());
    HttpResponse<String> forged = api.send("POST", "/api/agents/demo%2Fanna/ready", zoe, "");
    assertEquals(404, forged.statusCode(), forged::body);
    assertEquals(6, api.asked.size());
  }

  @Test
  void theDescriptionNamesEveryFieldOfAnAgentAndEveryState() throws Exception {
    JsonNode agent = new YAMLMapper().readTree(api.get("/api/agents", "sam").body()).path("agents").get(0);
    JsonNode schemas = new YAMLMapper().readTree(api.send("GET", "/api/openapi.yaml", "", "").body()).path("components").path("schemas");
    List<String> shown = agent.propertyStream().map(Map.Entry::getKey).toList();
    assertEquals(shown, schemas.path("Agent").path("properties").propertyStream().map(Map.Entry::getKey).toList());
    assertEquals(shown, schemas.path("Agent").path("required").valueStream().map(JsonNode::asText).toList());
    List<String> states = new YAMLMapper().readTree(api.get("/api/agents", "sam").body()).path("states").propertyStream()
        .map(Map.Entry::getKey).toList();
    assertEquals(states, schemas.path("AgentState").path("enum").valueStream().map(JsonNode::asText).toList());
  }
}
