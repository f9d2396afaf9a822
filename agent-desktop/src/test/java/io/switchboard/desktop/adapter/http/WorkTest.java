package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.AgentSignal;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");
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
  void whenAnAgentSaysHowItWent_thenTheAcdIsTold_notesOfSeveralLinesToo() throws Exception {
    assertEquals(200, api.post("/api/me/wrap-up", "anna", "{\"code\":\"sold\",\"note\":\"one\\ntwo\",\"done\":true}").statusCode());
    assertEquals(List.of(new AgentRequest.WrapUp(ANNA, "sold", "one\ntwo", true, "")), api.asked);
  }

  @Test
  void whenACodeIsOwedOrUnknown_thenTheProblemNamesThoseThatThereAre() throws Exception {
    api.reply = new Reply.Refused("code_required", Words.of("no_sale, sold"));
    HttpResponse<String> owed = api.post("/api/me/ready", "anna", "");
    assertEquals(409, owed.statusCode());
    assertTrue(owed.body().contains("\"code\":\"code_required\"") && owed.body().contains("no_sale, sold"), owed.body());
    api.reply = new Reply.Refused("unknown_code", Words.of("'x'. Give one of: sold."));
    assertEquals(422, api.post("/api/me/wrap-up", "anna", "{\"code\":\"x\"}").statusCode());
  }

  @Test
  void whenACallbackIsWantedAndNoCallIsAtHand_thenNothingIsWritten() throws Exception {
    long laterMs = WhoGaveUp.NOW + 3_600_000;
    HttpResponse<String> refused = api.post("/api/me/wrap-up", "anna", "{\"code\":\"sold\",\"call_back_at_ms\":" + laterMs + "}");
    assertEquals(409, refused.statusCode(), refused.body());
    assertEquals(List.of(), api.asked);
    assertEquals(422, api.post("/api/me/wrap-up", "anna", "{\"call_back_at_ms\":1}").statusCode());
  }

  @Test
  void todayIsWhatTheBoardCounted() throws Exception {
    HttpResponse<String> today = api.get("/api/me/today", "anna");
    assertEquals(200, today.statusCode());
    assertTrue(today.body().contains("\"not_ready_ms\":") && today.body().contains("\"answered\":0"), today.body());
    assertEquals(404, api.get("/api/me/today", "sam").statusCode());
  }

  @Test
  void whenASupervisorWrites_thenTheDeskIsTold_andItWaitsUntilItIsSeen() throws Exception {
    HttpResponse<String> sent = api.post("/api/messages", "sam", "{\"text\":\"Meeting at ten\",\"agent\":\"anna\"}");
    assertEquals("{\"agents\":1}", sent.body());
    AgentSignal.Written written = api.signals.sent(AgentSignal.Written.class).getFirst();
    assertEquals(ANNA, written.agent());
    assertEquals("Meeting at ten", written.message().text());
    assertEquals(404, api.post("/api/me/messages/" + written.message().id() + "/seen", "sam", "").statusCode());
    assertEquals(200, api.post("/api/me/messages/" + written.message().id() + "/seen", "anna", "").statusCode());
    assertEquals(List.of(new AgentSignal.Seen(ANNA, written.message().id())), api.signals.sent(AgentSignal.Seen.class));
    assertEquals(404, api.post("/api/me/messages/" + written.message().id() + "/seen", "anna", "").statusCode());
  }

  @Test
  void aMessageGoesToAQueueOrToAll_andToNobodyWhoIsNotThere() throws Exception {
    assertEquals("{\"agents\":1}", api.post("/api/messages", "sam", "{\"text\":\"x\",\"queue\":\"sales\"}").body());
    assertTrue(api.post("/api/messages", "sam", "{\"text\":\"x\"}").body().startsWith("{\"agents\":"));
    assertEquals(404, api.post("/api/messages", "sam", "{\"text\":\"x\",\"agent\":\"nobody\"}").statusCode());
    assertEquals(404, api.post("/api/messages", "sam", "{\"text\":\"x\",\"queue\":\"nowhere\"}").statusCode());
    assertEquals(403, api.post("/api/messages", "anna", "{\"text\":\"x\"}").statusCode());
    assertEquals(422, api.post("/api/messages", "sam", "{}").statusCode());
  }

  @Test
  void articlesAreFoundByAnyPart_inTheReadersLanguage() throws Exception {
    assertTrue(api.get("/api/knowledge?q=turn", "anna").body().contains("\"id\":\"returns\",\"language\":\"en\",\"title\":\"Returns\""));
    assertTrue(api.send("GET", "/api/knowledge?q=%E9%80%80", api.token(ApiOnTheWire.DEMO, "anna"), "", "Accept-Language", "zh").body().contains("退货"));
    assertEquals("{\"articles\":[]}", api.get("/api/knowledge?q=nothing", "anna").body());
    assertTrue(api.get("/api/knowledge/returns", "anna").body().contains("within 14 days"));
    assertEquals(404, api.get("/api/knowledge/none", "anna").statusCode());
    assertEquals(422, api.get("/api/knowledge", "anna").statusCode());
  }
}
