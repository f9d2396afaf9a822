package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.ScriptRequest;
import io.switchboard.core.signal.ScriptRequest.Asker;
import io.switchboard.core.signal.ScriptRequest.Outcome;
import io.switchboard.core.signal.ScriptRequest.Reason;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to and fro when an agent runs a script over REST. */
class ScriptsOnTheWireTest {
  private static final Asker ANNA = new Asker(ApiOnTheWire.DEMO, "anna", AgentId.of("demo", "anna"), "en");
  private static final ScriptRequest.Run RUN = new ScriptRequest.Run(
      "1.1-1", new CallId("1.1"), "router", "Router trouble", "showing",
      new ScriptRequest.Page(
          2, "choose", "What does the light do?", "灯怎么样？", "", false, null, null, List.of(new ScriptRequest.Choice("dark", "It is dark")), "", false),
      List.of(new ScriptRequest.Past(1, "ask", "Account?", "4711", "4711")), null, "");

  private final List<ScriptRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Outcome outcome = new Outcome.Stands(RUN);
  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
    answer(ScriptRequest.ListScripts.class);
    answer(ScriptRequest.Begin.class);
    answer(ScriptRequest.Look.class);
    answer(ScriptRequest.Answer.class);
    answer(ScriptRequest.Back.class);
  }

  private <Q extends ScriptRequest> void answer(Class<Q> type) {
    api.signals.<Outcome, Q>answer(type, (request, reply) -> {
      asked.add(request);
      reply.accept(outcome);
    });
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static void problem(int status, String code, String detail, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertTrue(response.body().contains("\"code\":\"" + code + "\""), response::body);
    assertTrue(response.body().contains(detail), response::body);
  }

  @Test
  void aRunIsShownWithItsPageAndItsPath() throws Exception {
    HttpResponse<String> response = api.get("/api/script-runs/1.1-1", "anna");
    assertEquals(200, response.statusCode(), response::body);
    assertEquals("{\"run\":\"1.1-1\",\"call\":\"1.1\",\"script\":\"router\",\"title\":\"Router trouble\",\"state\":\"showing\",\"page\":{\"page\":2,"
        + "\"kind\":\"choose\",\"text\":\"What does the light do?\",\"to_caller\":\"灯怎么样？\",\"type\":\"\",\"optional\":false,\"least\":null,"
        + "\"most\":null,\"choices\":[{\"choice\":\"dark\",\"label\":\"It is dark\"}],\"link\":\"\",\"first\":false},\"path\":[{\"page\":1,"
        + "\"kind\":\"ask\",\"text\":\"Account?\",\"answer\":\"4711\",\"shown\":\"4711\"}],\"outcome\":null,\"why\":\"\"}", response.body());
    assertEquals(List.of(new ScriptRequest.Look(ANNA, "1.1-1")), asked);
  }

  @Test
  void anAgentAsksForHisOwnCall_aSupervisorForAny_eachInHisLanguage() throws Exception {
    assertEquals(200, api.post("/api/calls/1.1/scripts/router", "anna", "").statusCode());
    assertEquals(200, api.send("POST", "/api/calls/1.1/scripts/router", api.token(ApiOnTheWire.DEMO, "sam"), "{}", "Accept-Language", "zh-CN",
        "Content-Type", "application/json").statusCode());
    assertEquals(List.of(
        new ScriptRequest.Begin(ANNA, new CallId("1.1"), "router"),
        new ScriptRequest.Begin(new Asker(ApiOnTheWire.DEMO, "sam", null, "zh"), new CallId("1.1"), "router")), asked);
    assertEquals(403, api.post("/api/calls/1.1/scripts/router", "crm", "").statusCode());
  }

  @Test
  void answersAreTextNumberFlagOrNothing() throws Exception {
    for (String answer : List.of("\"dark\"", "7", "7.0", "2.50", "true", "\"two\\nlines\"", "null")) {
      assertEquals(200, api.post("/api/script-runs/1.1-1/answer", "anna", "{\"page\":2,\"answer\":" + answer + "}").statusCode());
    }
    assertEquals(200, api.post("/api/script-runs/1.1-1/answer", "anna", "{\"page\":2}").statusCode());
    assertEquals(List.of("dark", "7", "7", "2.5", "true", "two\nlines", "", ""),
        asked.stream().map(each -> ((ScriptRequest.Answer) each).answer()).toList());
    for (String wrong : List.of("{\"answer\":1}", "{\"page\":0}", "{\"page\":\"2\"}", "{\"page\":2,\"answer\":[1]}", "{\"page\":2,\"answer\":1e400}", "{\"page\":2,\"anwser\":1}",
        "{\"page\":2,\"answer\":\"" + "x".repeat(8_001) + "\"}")) {
      problem(422, "wrong_fields", "fields", api.post("/api/script-runs/1.1-1/answer", "anna", wrong));
    }
    assertEquals(200, api.post("/api/script-runs/1.1-1/back", "anna", "{\"page\":2}").statusCode());
    assertEquals(new ScriptRequest.Back(ANNA, "1.1-1", 2), asked.getLast());
  }

  @Test
  void refusalsNameTheRemedy() throws Exception {
    refuse(Reason.ANOTHER_PAGE, "3");
    problem(409, "another_page", "Another page is at hand: 3.", api.post("/api/script-runs/1.1-1/answer", "anna", "{\"page\":2}"));
    refuse(Reason.WRONG_ANSWER, "a whole number from 0 to 90");
    problem(422, "wrong_answer", "Right would be: a whole number from 0 to 90.", api.post("/api/script-runs/1.1-1/answer", "anna", "{\"page\":2}"));
    refuse(Reason.NOT_YOUR_CALL, "1.1");
    problem(403, "not_your_call", "This call is not with you: 1.1.", api.get("/api/script-runs/1.1-1", "anna"));
    refuse(Reason.UNKNOWN_RUN, "1.1-1");
    problem(404, "unknown_script_run", "GET /api/calls/{id}", api.get("/api/script-runs/1.1-1", "anna"));
    refuse(Reason.UNKNOWN_SCRIPT, "router");
    problem(404, "unknown_script", "GET /api/scripts lists them", api.post("/api/calls/1.1/scripts/router", "anna", ""));
    refuse(Reason.FIRST_PAGE, "");
    problem(409, "first_page", "This is the first page.", api.post("/api/script-runs/1.1-1/back", "anna", "{\"page\":2}"));
    refuse(Reason.SCRIPT_OVER, "router");
    problem(409, "script_over", "The script is over: router.", api.post("/api/script-runs/1.1-1/answer", "anna", "{\"page\":2}"));
  }

  private void refuse(Reason reason, String about) {
    outcome = new Outcome.Refused(reason, about);
  }

  @Test
  void whatCanBeNoIdOrNameIsUnknown() throws Exception {
    problem(404, "unknown_call", "There is no call", api.post("/api/calls/" + "1".repeat(101) + "/scripts/router", "anna", ""));
    problem(404, "unknown_script", "There is no script", api.post("/api/calls/1.1/scripts/Router!", "anna", ""));
    problem(404, "unknown_script_run", "No script runs", api.get("/api/script-runs/a%0d%0ab", "anna"));
    assertEquals(List.of(), asked);
  }

  @Test
  void scriptsAreListed() throws Exception {
    outcome = new Outcome.Listed(List.of(new ScriptRequest.Listing("router", "Router trouble", List.of("support"))));
    assertEquals("{\"scripts\":[{\"script\":\"router\",\"title\":\"Router trouble\",\"queues\":[\"support\"]}]}", api.get("/api/scripts", "anna").body());
  }
}
