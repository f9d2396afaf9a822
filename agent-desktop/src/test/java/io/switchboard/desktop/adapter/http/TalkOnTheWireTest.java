package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.TalkRequest.Target;
import io.switchboard.core.signal.TalkRequest;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TalkOnTheWireTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");

  @Test
  void eachVerbIsAskedOfTheAcd() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      for (String verb : List.of("decline", "hang-up", "hold", "resume", "swap", "complete", "cancel", "conference")) {
        assertEquals(200, api.post("/api/me/call/" + verb, "anna", "").statusCode(), verb);
      }
      assertEquals(200, api.post("/api/me/call/transfer", "anna", "{\"queue\":\"sales\"}").statusCode());
      assertEquals(200, api.post("/api/me/call/consult", "anna", "{\"agent\":\"ben\"}").statusCode());
      assertEquals(200, api.post("/api/me/call/consult", "anna", "{\"number\":\"+4930123\"}").statusCode());
      assertEquals(200, api.post("/api/me/call/mute", "anna", "{\"on\":true}").statusCode());
      assertEquals(422, api.post("/api/me/call/mute", "anna", "{}").statusCode());
      assertEquals(List.of(
          new TalkRequest.Decline(ANNA), new TalkRequest.HangUp(ANNA), new TalkRequest.Hold(ANNA), new TalkRequest.Resume(ANNA),
          new TalkRequest.Swap(ANNA), new TalkRequest.Complete(ANNA), new TalkRequest.Cancel(ANNA), new TalkRequest.Conference(ANNA),
          new TalkRequest.Transfer(ANNA, new Target.ToQueue(QueueId.of("demo", "sales"))),
          new TalkRequest.Consult(ANNA, new Target.ToAgent(AgentId.of("demo", "ben"))),
          new TalkRequest.Consult(ANNA, new Target.ToNumber("+4930123", List.of("carrier"), "+4930100")),
          new TalkRequest.Mute(ANNA, true)), api.asked);
    }
  }

  @Test
  void whoIsMeantIsOneOfThree_andANumberIsAllowed() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      for (String body : List.of("{}", "{\"agent\":\"ben\",\"queue\":\"sales\"}")) {
        HttpResponse<String> refused = api.post("/api/me/call/transfer", "anna", body);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("no_target"), refused.body());
      }
      HttpResponse<String> barred = api.post("/api/me/call/transfer", "anna", "{\"number\":\"+1900555\"}");
      assertEquals(422, barred.statusCode());
      assertTrue(barred.body().contains("number_barred"), barred.body());
      assertEquals(404, api.post("/api/me/call/consult", "anna", "{\"agent\":\"B en\"}").statusCode());
      assertEquals(List.of(), api.asked);
    }
  }

  @ParameterizedTest
  @CsvSource({"not_now,not_now", "no_call,no_call", "agent_not_ready,not_reachable", "nobody_ready,not_reachable"})
  void whatTheAcdRefusesIsSaid(String code, String problem) throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.reply = new Reply.Refused(code, new Words("english", "中文"));
      HttpResponse<String> refused = api.post("/api/me/call/hold", "anna", "");
      assertEquals(409, refused.statusCode());
      assertTrue(refused.body().contains(problem) && refused.body().contains("english"), refused.body());
    }
  }
}
