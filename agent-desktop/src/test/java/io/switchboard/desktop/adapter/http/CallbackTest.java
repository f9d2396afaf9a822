package io.switchboard.desktop.adapter.http;

import static io.switchboard.desktop.adapter.http.ApiTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.CallbackRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTest {
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final String CALL_BACK = "/api/gave-up/" + WhoGaveUp.OPEN + "/call-back";
  private static final String CANCEL = "/api/callbacks/" + WhoGaveUp.CALLBACK;

  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
    api.reply = new Reply.Accepted("booked");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<String> listed(String path, String field, String user) throws Exception {
    HttpResponse<String> response = api.get(path, user);
    assertEquals(200, response.statusCode(), response::body);
    return Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(response.body()).results().map(found -> found.group(1)).toList();
  }

  private HttpResponse<String> delete(String path, String user) throws Exception {
    return api.send("DELETE", path, api.token(ApiOnTheWire.DEMO, user), "");
  }

  private static CallbackRequest.Book book(String by, boolean mine) {
    return new CallbackRequest.Book(
        WhoGaveUp.OPEN, SALES, "+49301", "Bea", "zh", WhoGaveUp.NOW - 2 * 3_600_000 - 60_000, mine ? AgentId.of("demo", by) : null, by);
  }

  @Test
  void anAgentSeesWhoGaveUpInHisQueues_everybodyElseAll() throws Exception {
    assertEquals(List.of("2.4", "2.3", "2.2", "2.1"), listed("/api/gave-up", "call", "anna"));
    for (String user : List.of("sam", "ada", "crm")) {
      assertEquals(List.of("2.5", "2.4", "2.3", "2.2", "2.1"), listed("/api/gave-up", "call", user));
    }
    assertEquals(List.of("2.5", "2.4"), listed("/api/gave-up?open=true&hours=1", "call", "sam"));
    assertEquals(List.of("2.5"), listed("/api/gave-up?queue=support&open=false", "call", "sam"));
    assertEquals(403, api.get("/api/gave-up?queue=support", "anna").statusCode());
    assertEquals("{\"gave_up\":[]}", api.send("GET", "/api/gave-up", api.token(ApiOnTheWire.OTHER, "zoe"), "").body());
    for (String wrong : List.of("hours=0", "hours=169", "open=perhaps", "queue=S!", "limit=5")) {
      assertEquals(422, api.get("/api/gave-up?" + wrong, "sam").statusCode(), wrong);
    }
  }

  @Test
  void oneWhoGaveUpIsShownWithWhatCameOfItAndWhoAskedForIt() throws Exception {
    String body = api.get("/api/gave-up", "anna").body();
    assertTrue(body.contains("{\"call\":\"2.2\",\"queue\":\"sales\",\"caller\":\"+49302\",\"caller_name\":\"Bea\","
        + "\"left_at_ms\":999996000,\"wait_ms\":40000,\"state\":\"booked\",\"by\":\"sam\",\"by_at_ms\":999999500}"), body);
    assertTrue(body.contains("\"state\":\"called_again\",\"by\":null,\"by_at_ms\":null}"), body);
  }

  @Test
  void anAgentCallsBackByOneKey_andTalksWithHimHimself() throws Exception {
    assertEquals("{\"state\":\"booked\"}", api.post(CALL_BACK, "anna", "").body());
    assertEquals(200, api.post(CALL_BACK, "anna", "{\"mine\":false}").statusCode());
    assertEquals(200, api.post(CALL_BACK, "sam", "").statusCode());
    assertEquals(200, api.post(CALL_BACK, "sam", "{\"mine\":true}").statusCode());
    assertEquals(List.of(book("anna", true), book("anna", false), book("sam", false), book("sam", true)), api.asked);
    assertEquals(422, api.post(CALL_BACK, "anna", "{\"mine\":\"yes\"}").statusCode());
  }

  @Test
  void whoCannotOrNeedNotBeCalledBackIsNot() throws Exception {
    assertProblem(409, "no_number", "The caller withheld his number. He cannot be called back.",
        api.post("/api/gave-up/2.4/call-back", "anna", ""));
    assertProblem(409, "callback_needless", "He was spoken to since, or waits now: +49303. GET /api/gave-up shows what came of it.",
        api.post("/api/gave-up/2.3/call-back", "anna", ""));
    assertEquals(403, api.post("/api/gave-up/2.5/call-back", "anna", "").statusCode());
    assertEquals(403, api.post(CALL_BACK, "crm", "").statusCode());
    assertEquals(404, api.post("/api/gave-up/9.9/call-back", "anna", "").statusCode());
    assertEquals(404, api.send("POST", CALL_BACK, api.token(ApiOnTheWire.OTHER, "zoe"), "").statusCode());
    assertEquals(List.of(), api.asked);
  }

  @Test
  void whenTheAcdRefuses_thenItsReasonIsTold() throws Exception {
    api.reply = new Reply.Refused("callback_refused", Words.of("Queue demo/sales calls nobody back."));
    assertProblem(409, "callback_refused", "No callback was booked: Queue demo/sales calls nobody back.", api.post(CALL_BACK, "anna", ""));
    api.reply = new Reply.Refused("callback_booked", Words.of("+49301 is to be called back already."));
    HttpResponse<String> chinese = api.send(
        "POST", CALL_BACK, api.token(ApiOnTheWire.DEMO, "anna"), "", "Accept-Language", "zh");
    assertEquals(409, chinese.statusCode());
    assertTrue(chinese.body().contains("\"code\":\"callback_booked\"") && chinese.body().contains("已有回呼预约：+49301"), chinese.body());
  }

  @Test
  void callbacksAheadAreListedWithHowFarTheyAre() throws Exception {
    String body = api.get("/api/callbacks", "anna").body();
    assertEquals("{\"callbacks\":[{\"callback\":\"2.2+a1\",\"from\":\"2.2\",\"queue\":\"sales\",\"number\":\"+49302\",\"name\":\"Bea\","
        + "\"since_ms\":3000,\"booked_at_ms\":5000,\"by\":\"sam\",\"tries\":1,\"due_ms\":9000,\"state\":\"dialling\"}]}", body);
    assertEquals(List.of("2.2+a1", "2.6+b2"), listed("/api/callbacks", "callback", "crm"));
    assertEquals(List.of("2.6+b2"), listed("/api/callbacks?queue=support", "callback", "sam"));
    assertTrue(api.get("/api/callbacks?queue=support", "sam").body().contains("\"due_ms\":null,\"state\":\"waiting\""));
    assertEquals(403, api.get("/api/callbacks?queue=support", "anna").statusCode());
  }

  @Test
  void aCallbackIsCalledOff() throws Exception {
    api.reply = new Reply.Accepted("cancelled");
    assertEquals("{\"state\":\"cancelled\"}", delete(CANCEL, "anna").body());
    assertEquals(List.of(new CallbackRequest.Cancel(WhoGaveUp.CALLBACK, SALES, "anna")), api.asked);
    assertEquals(200, delete(CANCEL.replace("+", "%2B"), "sam").statusCode());
    api.reply = new Reply.Refused("unknown_callback", Words.of("No callback."));
    assertProblem(404, "unknown_callback",
        "No callback '2.2+a1' is to be made in your tenant, or its customer has answered. GET /api/callbacks lists them.",
        delete(CANCEL, "sam"));
    api.asked.clear();
    assertEquals(404, delete("/api/callbacks/9.9", "sam").statusCode());
    assertEquals(403, delete("/api/callbacks/2.6+b2", "anna").statusCode());
    assertEquals(403, delete(CANCEL, "crm").statusCode());
    assertEquals(404, api.send("DELETE", CANCEL, api.token(ApiOnTheWire.OTHER, "zoe"), "").statusCode());
    assertEquals(List.of(), api.asked);
  }

  @Test
  void aCallAndItsCallbackNameEachOther() throws Exception {
    String first = api.get("/api/calls/" + WhoGaveUp.BOOKED, "sam").body();
    assertTrue(first.startsWith("{\"call\":\"2.2\",\"from\":null,\"callbacks\":[\"2.2+a1\"],\"attached\":{"), first);
    String second = api.get("/api/calls/" + WhoGaveUp.CALLBACK, "sam").body();
    assertTrue(second.startsWith("{\"call\":\"2.2+a1\",\"from\":\"2.2\",\"callbacks\":[],\"attached\":{"), second);
  }
}
