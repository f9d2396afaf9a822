package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.TaskRequest;
import io.switchboard.core.signal.VoicemailRequest;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskTest {
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
  void nothingAsked() {
    api.asked.clear();
    api.reply = new Reply.Accepted("done");
  }

  private static List<String> listed(String query, String user) throws Exception {
    HttpResponse<String> response = api.get("/api/tasks" + query, user);
    assertEquals(200, response.statusCode(), response::body);
    return Pattern.compile("\"id\":\"([^\"]+)\"").matcher(response.body()).results().map(found -> found.group(1)).toList();
  }

  @Test
  void anAgentSeesTheTasksOfHisQueues_aSupervisorAll() throws Exception {
    assertEquals(List.of("3.3-1", "3.2-s2", "3.1-s2"), listed("", "anna"));
    assertEquals(List.of("3.5-s2", "3.4-s2", "3.3-1", "3.2-s2", "3.1-s2"), listed("", "sam"));
    assertEquals(List.of("3.3-1", "3.1-s2"), listed("?open=true&queue=sales", "sam"));
    assertEquals(List.of("3.3-1"), listed("?kind=voicemail", "ada"));
    assertEquals(List.of("3.5-s2", "3.4-s2", "3.1-s2"), listed("?kind=call_back&unseen=true", "sam"));
    assertEquals(List.of("3.1-s2"), listed("?overdue=true", "sam"));
    assertEquals(List.of("3.5-s2"), listed("?limit=1", "sam"));
    assertEquals(403, api.get("/api/tasks?queue=support", "anna").statusCode());
    assertEquals(403, api.get("/api/tasks", "crm").statusCode());
    assertEquals(422, api.get("/api/tasks?kind=lunch", "sam").statusCode());
    assertEquals(422, api.get("/api/tasks?overdue=perhaps", "sam").statusCode());
  }

  @Test
  void aTaskSaysWhyAndByWhen_andWhatBecameOfIt() throws Exception {
    String body = api.get("/api/tasks?queue=sales&kind=call_back", "sam").body();
    assertTrue(body.contains("{\"id\":\"3.1-s2\",\"kind\":\"call_back\",\"queue\":\"sales\",\"call\":\"3.1\",\"number\":\"+49301\","
        + "\"caller_name\":\"Bea\",\"survey\":\"csat\",\"score\":1,\"agent\":\"anna\",\"audio\":null,\"length_ms\":null,"
        + "\"made_at_ms\":999991000,\"due_at_ms\":999999000,\"overdue\":true,\"unseen\":true,"), body);
    assertTrue(body.contains("\"overdue\":false,\"unseen\":false,\"seen_by\":null,\"seen_at_ms\":null,\"called_back_by\":null,"
        + "\"called_back_at_ms\":null,\"done_by\":\"sam\",\"done_at_ms\":999999500,\"note\":\"gave him a voucher\"}"), body);
    assertTrue(api.get("/api/tasks?kind=voicemail", "sam").body().contains("\"audio\":\"/api/voicemails/3.3-1/audio\",\"length_ms\":4000,"));
  }

  @Test
  void whoHasDealtWithItIsWrittenOnce_withHisNote() throws Exception {
    assertEquals("{\"state\":\"done\"}", api.post("/api/tasks/3.1-s2/done", "anna", "{\"note\":\"told him why\"}").body());
    assertEquals(
        List.of(new TaskRequest.Done(ApiOnTheWire.DEMO, new CallId("3.1"), "3.1-s2", "anna", "told him why")), api.asked);
    assertEquals(200, api.post("/api/tasks/3.2-s2/done", "anna", "").statusCode());
    assertEquals(1, api.asked.size(), "sam did it before");
  }

  @Test
  void aMessageIsDoneAsAMessageIs() throws Exception {
    assertEquals(200, api.post("/api/tasks/3.3-1/done", "anna", "{\"note\":\"heard\"}").statusCode());
    assertEquals(List.of(new VoicemailRequest.Done(ApiOnTheWire.DEMO, new CallId("3.3"), 1, "anna", "heard")), api.asked);
  }

  @Test
  void aSupervisorTakesNote_anAgentCannot() throws Exception {
    assertEquals(200, api.post("/api/tasks/3.1-s2/seen", "sam", "").statusCode());
    assertEquals(List.of(new TaskRequest.Seen(ApiOnTheWire.DEMO, new CallId("3.1"), "3.1-s2", "sam")), api.asked);
    assertEquals(403, api.post("/api/tasks/3.1-s2/seen", "anna", "").statusCode());
    assertEquals(409, api.post("/api/tasks/3.3-1/seen", "sam", "").statusCode());
  }

  @Test
  void byOneKeyHeIsCalledBack_byTheAgentWhoAsks() throws Exception {
    assertEquals(200, api.post("/api/tasks/3.1-s2/call-back", "anna", "").statusCode());
    assertEquals(
        List.of(new CallbackRequest.Book(
            new CallId("3.1"), QueueId.of("demo", "sales"), "+49301", "Bea", "zh", WhoGaveUp.NOW, AgentId.of("demo", "anna"), "anna")),
        api.asked);
  }

  @Test
  void whatCannotBeCalledBackIsSaidToBeSo() throws Exception {
    assertTrue(api.post("/api/tasks/3.2-s2/call-back", "anna", "").body().contains("\"code\":\"task_done\""));
    assertTrue(api.post("/api/tasks/3.5-s2/call-back", "sam", "").body().contains("\"code\":\"no_queue\""));
    api.reply = new Reply.Refused("callback_booked", Words.of("again"));
    assertTrue(api.post("/api/tasks/3.1-s2/call-back", "sam", "").body().contains("\"code\":\"callback_booked\""));
  }

  @Test
  void whatIsAnothersOrNotThereIsNotGiven() throws Exception {
    assertEquals(403, api.post("/api/tasks/3.4-s2/done", "anna", "").statusCode());
    assertEquals(403, api.post("/api/tasks/3.5-s2/done", "anna", "").statusCode(), "of no queue, so the supervisors'");
    assertTrue(api.post("/api/tasks/9.9-s1/done", "sam", "").body().contains("\"code\":\"unknown_task\""));
    assertEquals(404, api.send("POST", "/api/tasks/3.1-s2/done", api.token(ApiOnTheWire.OTHER, "zoe"), "").statusCode());
    assertEquals(List.of(), api.asked);
  }

  @Test
  void surveysAndWarningsAreOfTheBoard() throws Exception {
    assertTrue(api.get("/api/surveys", "sam").body().contains("\"surveys\":[{\"queue\":\"sales\",\"survey\":\"csat\",\"answers\":1,\"mean\":2.0,"
        + "\"bad\":1,\"csat\":0.0,\"nps\":null}]"), api.get("/api/surveys", "sam").body());
    String metrics = api.get("/metrics", "sam").body();
    assertTrue(metrics.contains("switchboard_survey_answers_total{queue=\"sales\",survey=\"csat\",tenant=\"demo\"} 1.0\n")
        && metrics.contains("switchboard_survey_csat_ratio{queue=\"sales\",survey=\"csat\",tenant=\"demo\"} 0.0\n")
        && metrics.contains("switchboard_warnings{tenant=\"demo\"} 1.0\n") && !metrics.contains("nps_points{"), metrics);
    assertTrue(api.get("/api/me", "sam").body().contains("\"warnings\":1"), api.get("/api/me", "sam").body());
    assertTrue(api.get("/api/me", "anna").body().contains("\"warnings\":null"));
  }
}
