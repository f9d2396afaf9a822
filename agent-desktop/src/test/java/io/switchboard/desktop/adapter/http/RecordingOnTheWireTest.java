package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.signal.RecordingRequest;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.Words;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingOnTheWireTest {
  private static final String AUDIO = "/api/recordings/1700000000.3-talk-1/audio";

  @Test
  void theButtonIsAskedOfTheRecorder() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      assertEquals(200, api.post("/api/me/call/recording", "anna", "{\"on\":true}").statusCode());
      assertEquals(200, api.post("/api/me/call/recording", "anna", "{\"on\":false}").statusCode());
      assertEquals(422, api.post("/api/me/call/recording", "anna", "{}").statusCode());
      assertEquals(403, api.post("/api/me/call/recording", "crm", "{\"on\":true}").statusCode());
      assertEquals(401, api.send("POST", "/api/me/call/recording", "", "{\"on\":true}").statusCode());
      AgentId anna = AgentId.of("demo", "anna");
      assertEquals(List.of(new RecordingRequest(anna, true), new RecordingRequest(anna, false)), api.asked);
    }
  }

  @ParameterizedTest
  @CsvSource({"no_call,409,no_call", "not_now,409,not_now", "not_allowed,409,not_allowed", "not_done,503,not_done"})
  void whatIsRefusedIsSaid(String code, int status, String problem) throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      api.reply = new Reply.Refused(code, new Words("english", "中文"));
      HttpResponse<String> refused = api.post("/api/me/call/recording", "anna", "{\"on\":false}");
      assertEquals(status, refused.statusCode());
      assertTrue(refused.body().contains(problem) && refused.body().contains("english"), refused.body());
    }
  }

  @Test
  void whoTalkedInTheCallHearsIt_aSupervisorAll_andNobodyElse() throws Exception {
    try (ApiOnTheWire api = ApiOnTheWire.started()) {
      HttpResponse<String> sound = api.get(AUDIO, "anna");
      assertEquals(200, sound.statusCode(), sound::body);
      assertEquals("audio/wav", sound.headers().firstValue("Content-Type").orElse(""));
      assertEquals(200, api.get(AUDIO, "sam").statusCode());
      assertEquals(200, api.get(AUDIO, "ada").statusCode());
      assertEquals(403, api.get(AUDIO.replace(".3-", ".4-"), "anna").statusCode());
      assertEquals(200, api.get(AUDIO.replace(".3-", ".4-"), "sam").statusCode());
      assertEquals(403, api.get(AUDIO, "crm").statusCode());
      assertEquals(401, api.send("GET", AUDIO, "", "").statusCode());
      assertEquals(404, api.get("/api/recordings/1700000000.3-talk-2/audio", "sam").statusCode());
      assertEquals(404, api.get("/api/recordings/1700000000.1-talk-1/audio", "sam").statusCode());
    }
  }
}
