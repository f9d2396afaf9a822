package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.signal.Reply;
import io.switchboard.core.signal.VoicemailRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoicemailTest {
  private static final String FIRST = "1.1-1";

  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private List<String> listed(String query, String user) throws Exception {
    HttpResponse<String> response = api.get("/api/voicemails" + query, user);
    assertEquals(200, response.statusCode(), response::body);
    return java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"").matcher(response.body()).results().map(found -> found.group(1)).toList();
  }

  @Test
  void anAgentSeesWhatWasLeftForHisQueues_aSupervisorAll() throws Exception {
    assertEquals(List.of("1.2-4", FIRST), listed("", "anna"));
    assertEquals(List.of("1.3-1", "1.2-4", FIRST), listed("", "sam"));
    assertEquals(List.of("1.3-1", FIRST), listed("?open=true", "ada"));
    assertEquals(List.of("1.3-1"), listed("?queue=support&open=true", "sam"));
    assertEquals(List.of(FIRST), listed("?open=false&before_ms=2000&limit=5", "anna"));
    assertEquals(403, api.get("/api/voicemails?queue=support", "anna").statusCode());
    assertEquals(403, api.get("/api/voicemails", "crm").statusCode());
    assertEquals(422, api.get("/api/voicemails?open=perhaps", "sam").statusCode());
  }

  @Test
  void aMessageIsShownWithWhoHeardItAndWhoDealtWithIt() throws Exception {
    String body = api.get("/api/voicemails?queue=sales", "sam").body();
    assertTrue(body.contains("{\"id\":\"1.1-1\",\"call\":\"1.1\",\"queue\":\"sales\",\"caller\":\"+4930555\",\"left_at_ms\":1000,"
        + "\"length_ms\":8000,\"heard_by\":\"anna\",\"heard_at_ms\":8000,\"done_by\":null,\"done_at_ms\":null}"), body);
  }

  @Test
  void theSoundIsGiven_andThatItWasHeardIsWritten() throws Exception {
    HttpResponse<String> sound = api.get("/api/voicemails/" + FIRST + "/audio", "anna");
    assertEquals(200, sound.statusCode(), sound::body);
    assertEquals("audio/wav", sound.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-store", sound.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(new String(LeftMessages.SOUND, java.nio.charset.StandardCharsets.US_ASCII), sound.body());
    assertEquals(List.of(new VoicemailRequest.Heard(ApiOnTheWire.DEMO, new CallId("1.1"), 1, "anna")), api.asked);
  }

  @Test
  void whenTheSoundGoesAwayWhileItIsAskedFor_thenTheRequestIsAnsweredAllTheSame() throws Exception {
    api.meanwhile = () -> api.left.sound().toFile().delete();
    HttpResponse<String> answer = api.get("/api/voicemails/" + FIRST + "/audio", "anna");
    assertEquals(503, answer.statusCode(), answer::body);
    assertEquals("application/problem+json; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void whoHasDealtWithItIsWrittenOnce() throws Exception {
    api.reply = new Reply.Accepted("done");
    assertEquals("{\"state\":\"done\"}", api.post("/api/voicemails/" + FIRST + "/done", "anna", "").body());
    assertEquals(List.of(new VoicemailRequest.Done(ApiOnTheWire.DEMO, new CallId("1.1"), 1, "anna")), api.asked);
    assertEquals("{\"state\":\"done\"}", api.post("/api/voicemails/1.2-4/done", "anna", "").body());
    assertEquals(1, api.asked.size(), "sam did it before");
  }

  @Test
  void whatIsAnothersOrNotThereIsNotGiven() throws Exception {
    assertEquals(403, api.get("/api/voicemails/1.3-1/audio", "anna").statusCode());
    assertEquals(404, api.get("/api/voicemails/1.3-1/audio", "sam").statusCode(), "the file is gone");
    assertEquals(404, api.get("/api/voicemails/1.2-4/audio", "sam").statusCode(), "it points out of its place");
    assertEquals(404, api.get("/api/voicemails/1.9-1/audio", "sam").statusCode());
    assertEquals(404, api.get("/api/voicemails/..%2F..%2Fsecret/audio", "sam").statusCode());
    assertEquals(404, api.get("/api/voicemails/x/audio", "sam").statusCode());
    String zoe = api.token(ApiOnTheWire.OTHER, "zoe");
    assertEquals(404, api.send("GET", "/api/voicemails/" + FIRST + "/audio", zoe, "").statusCode());
    assertEquals(List.of(), api.asked);
  }
}
