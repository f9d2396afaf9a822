package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.SupervisionRequest;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor in a talk, over the wire. */
class SupervisionOnTheWireTest {
  private static final AgentId SAM = AgentId.of("demo", "sam");
  private static final CallId CALL = new CallId("c1");

  @Test
  void eachVerbIsAskedOfTheAcd_forHimself() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      for (String mode : List.of("listen", "whisper", "barge")) {
        assertEquals(200, api.post("/api/calls/c1/listen", "sam", "{\"mode\":\"" + mode + "\"}").statusCode());
      }
      assertEquals(200, api.post("/api/calls/c1/take-over", "sam", "").statusCode());
      assertEquals(List.of(
          new SupervisionRequest.Listen(SAM, CALL, ListenMode.LISTEN), new SupervisionRequest.Listen(SAM, CALL, ListenMode.WHISPER),
          new SupervisionRequest.Listen(SAM, CALL, ListenMode.BARGE), new SupervisionRequest.TakeOver(SAM, CALL)), api.asked);
    }
  }

  @Test
  void whoIsNoSupervisor_orSaysNoMode_isRefused() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      for (String who : List.of("anna", "crm")) {
        assertEquals(403, api.post("/api/calls/c1/listen", who, "{\"mode\":\"listen\"}").statusCode());
        assertEquals(403, api.post("/api/calls/c1/take-over", who, "").statusCode());
      }
      for (String body : List.of("{}", "{\"mode\":\"shout\"}", "{\"mode\":7}")) {
        assertEquals(422, api.post("/api/calls/c1/listen", "sam", body).statusCode(), body);
      }
      assertEquals(List.of(), api.asked);
    }
  }

  @ParameterizedTest
  @CsvSource({"no_talk,no_call", "not_listening,no_call", "no_own_phone,no_own_phone", "third_party,not_now", "in_call,cannot_join",
      "heard_already,cannot_join", "listens_elsewhere,cannot_join", "phone_unreachable,cannot_join"})
  void whatTheAcdRefusesIsSaid(String code, String problem) throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.reply = new Reply.Refused(code, new Words("english", "中文"));
      HttpResponse<String> refused = api.post("/api/calls/c1/listen", "sam", "{\"mode\":\"listen\"}");
      assertEquals(409, refused.statusCode());
      assertTrue(refused.body().contains("\"" + problem + "\"") && refused.body().contains("english"), refused.body());
    }
  }
}
