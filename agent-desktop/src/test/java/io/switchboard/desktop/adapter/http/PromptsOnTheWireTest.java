package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.signal.PromptRequest.HearRecording;
import io.switchboard.core.signal.PromptRequest.Outcome;
import io.switchboard.core.signal.PromptRequest.PutRecording;
import io.switchboard.core.signal.PromptRequest.Reason;
import io.switchboard.core.signal.PromptRequest.RemoveRecording;
import io.switchboard.core.signal.PromptRequest.Shown;
import io.switchboard.core.signal.Words;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsOnTheWireTest {
  private static final String RECORDING = "/api/prompts/en/closed/recording";
  private static final Shown CLOSED = new Shown("en", "closed", "We are closed.", true, List.of(), 2_345L);

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
    api.prompted = new Outcome.Done(CLOSED);
  }

  @AfterEach
  void stop() {
    http.close();
    api.close();
  }

  private HttpResponse<byte[]> send(String method, byte[] body, String user, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.base() + RECORDING))
        .header("Authorization", "Bearer " + api.token(ApiOnTheWire.DEMO, user))
        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void promptsAreListedWithWhatIsHeard() throws Exception {
    api.prompted = new Outcome.Prompts(List.of(CLOSED, new Shown("zh", "position", "第 {position} 位", false, List.of("position"), null)));
    assertEquals(
        "{\"prompts\":[{\"language\":\"en\",\"name\":\"closed\",\"text\":\"We are closed.\",\"recorded\":true,\"needs\":[],\"duration_ms\":2345},"
            + "{\"language\":\"zh\",\"name\":\"position\",\"text\":\"第 {position} 位\",\"recorded\":false,\"needs\":[\"position\"],"
            + "\"duration_ms\":null}]}",
        api.get("/api/prompts", "sam").body());
  }

  @Test
  void aSoundArrivesAsItWasSent_whateverItsBytes() throws Exception {
    byte[] sound = new byte[3 * 1024 * 1024];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (byte) (i * 31);
    }
    HttpResponse<byte[]> answer = send("PUT", sound, "ada", "Content-Type", "audio/wav");
    assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    PutRecording put = assertInstanceOf(PutRecording.class, api.ofPrompts.getFirst());
    assertEquals(List.of("en", "closed", "demo/ada"), List.of(put.language(), put.name(), put.by()));
    assertArrayEquals(sound, put.content());
    send("PUT", new byte[] {7}, "ada"); // without a type
    assertArrayEquals(new byte[] {7}, assertInstanceOf(PutRecording.class, api.ofPrompts.getLast()).content());
  }

  @Test
  void whatIsTooLargeIsNotRead_andAFormIsNoSound() throws Exception {
    HttpResponse<byte[]> large = send("PUT", new byte[21 * 1024 * 1024], "ada", "Content-Type", "audio/wav");
    assertEquals(413, large.statusCode());
    assertTrue(new String(large.body(), StandardCharsets.UTF_8).contains("Send at most 20 MB."));
    assertEquals(415, send("PUT", new byte[] {1}, "ada", "Content-Type", "multipart/form-data; boundary=x").statusCode());
    assertEquals(403, send("PUT", new byte[] {1}, "sam").statusCode());
    assertEquals(403, send("DELETE", new byte[0], "sam").statusCode());
    assertEquals(List.of(), api.ofPrompts);
  }

  @Test
  void theRecordingIsHeardAsItLies_andRemoved() throws Exception {
    byte[] wav = {'R', 'I', 'F', 'F', 0, (byte) 0xff};
    api.prompted = new Outcome.Recording(Files.write(directory.resolve("x.wav"), wav));
    HttpResponse<byte[]> heard = send("GET", new byte[0], "sam");
    assertArrayEquals(wav, heard.body());
    assertEquals("audio/wav", heard.headers().firstValue("Content-Type").orElse(""));
    api.prompted = new Outcome.Done(CLOSED);
    assertEquals(200, send("DELETE", new byte[0], "ada").statusCode());
    assertEquals(List.of(new HearRecording("en", "closed", "demo/sam"), new RemoveRecording("en", "closed", "demo/ada")), api.ofPrompts);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      UNKNOWN_PROMPT | 404 | unknown_prompt | en | There is no prompt 'en/x'
      NOT_RECORDED   | 404 | not_recorded   | en | The prompt 'en/x' is not recorded
      NEEDS_VALUES   | 422 | not_recordable | en | places for: en/x.
      WRONG_SOUND    | 422 | wrong_sound    | en | nothing changed: en/x.
      WRONG_SOUND    | 422 | wrong_sound    | zh | 未做任何更改：是文本。
      WRONG_SETTINGS | 422 | wrong_settings | en | en/x
      NOT_WRITABLE   | 409 | not_writable   | en | nothing changed: en/x
      """)
  void whatIsRefusedSaysWhy_inTheReadersLanguage(Reason reason, int status, String code, String language, String words) throws Exception {
    api.prompted = new Outcome.Refused(reason, new Words("en/x", "是文本"));
    HttpResponse<byte[]> answer = send("PUT", new byte[] {1}, "ada", "Accept-Language", language);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(status, answer.statusCode(), body);
    assertTrue(body.contains("\"code\":\"" + code + "\""), body);
    assertTrue(body.contains(words), body);
  }
}
