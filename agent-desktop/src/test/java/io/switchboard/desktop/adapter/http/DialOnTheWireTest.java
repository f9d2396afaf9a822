package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.DialRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialOnTheWireTest {
  private static final AgentId ANNA = AgentId.of("demo", "anna");

  private static DialRequest asked(String number, boolean emergency, String queue) {
    return new DialRequest(
        ANNA, number, emergency, queue.isEmpty() ? null : QueueId.of("demo", queue), 0, "", List.of("carrier"), "+4930100");
  }

  @Test
  void aNumberThatMayBeCalledIsAskedOfTheAcd_andItsCallIsTold() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.reply = new Reply.Accepted("dial.1");
      HttpResponse<String> placed = api.post("/api/me/calls", "anna", "{\"number\":\"+4930123\",\"queue\":\"sales\"}");
      assertEquals(200, placed.statusCode());
      assertTrue(placed.body().contains("\"call\":\"dial.1\""), placed.body());
      assertEquals(200, api.post("/api/me/calls", "anna", "{\"number\":\"112\"}").statusCode());
      assertEquals(List.of(asked("+4930123", false, "sales"), asked("112", true, "")), api.asked);
    }
  }

  @Test
  void whatMayNotBeCalledIsNotAskedOfTheAcd() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      assertEquals(422, api.post("/api/me/calls", "anna", "{\"number\":\"+1900555\"}").statusCode());
      assertEquals(422, api.post("/api/me/calls", "anna", "{}").statusCode());
      HttpResponse<String> unknown = api.post("/api/me/calls", "anna", "{\"number\":\"+4930123\",\"customer\":999999}");
      assertEquals(404, unknown.statusCode());
      assertTrue(unknown.body().contains("unknown_customer"), unknown.body());
      assertEquals(List.of(), api.asked);
    }
  }

  @Test
  void whoDoesNotWantToBeCalledIsNot_norConsulted_butAnEmergencyIs() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      HttpResponse<String> made = api.post("/api/customers", "anna", "{\"name\":\"Ada\",\"numbers\":[\"+4930777\"],\"do_not_call\":true}");
      assertTrue(made.statusCode() < 300, made.body());
      for (String path : List.of("/api/me/calls", "/api/me/call/consult", "/api/me/call/transfer")) {
        HttpResponse<String> refused = api.post(path, "anna", "{\"number\":\"+4930777\"}");
        assertEquals(409, refused.statusCode(), path);
        assertTrue(refused.body().contains("do_not_call"), refused.body());
      }
      assertEquals(List.of(), api.asked);
      assertEquals(200, api.post("/api/me/call/consult", "anna", "{\"number\":\"112\"}").statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "not_signed_in,not_signed_in,409", "phone_unreachable,phone_unreachable,409", "dial_limit,dial_limit,409",
    "dial_not_now,dial_not_now,409", "no_trunk,no_trunk,409", "dial_no_queue,dial_no_queue,422", "unknown_queue,unknown_queue,404"})
  void whatTheAcdRefusesIsSaid(String code, String problem, int status) throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.reply = new Reply.Refused(code, new Words("english", "中文"));
      HttpResponse<String> refused = api.post("/api/me/calls", "anna", "{\"number\":\"+4930123\"}");
      assertEquals(status, refused.statusCode());
      assertTrue(refused.body().contains(problem), refused.body());
    }
  }
}
