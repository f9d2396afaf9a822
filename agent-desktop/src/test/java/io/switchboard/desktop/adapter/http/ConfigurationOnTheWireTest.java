package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.signal.ConfigurationRequest.ChangeQueue;
import io.switchboard.core.signal.ConfigurationRequest.NewText;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.ReadFile;
import io.switchboard.core.signal.ConfigurationRequest.Reason;
import io.switchboard.core.signal.ConfigurationRequest.State;
import io.switchboard.core.signal.ConfigurationRequest.Version;
import io.switchboard.core.signal.ConfigurationRequest.WriteFile;
import io.switchboard.core.signal.ConfigurationRequest.WriteFiles;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationOnTheWireTest {
  private static final String FILE = "/api/configuration/queues.yaml";

  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> put(String path, String body, String... headers) throws Exception {
    return api.send("PUT", path, api.token(ApiOnTheWire.DEMO, "ada"), body, headers);
  }

  @Test
  void filesAreListedWithTheirVersionsAndLastChange() throws Exception {
    api.edited = new Outcome.Files(List.of(new State("queues.yaml", "ab12", 7, 1_000, "demo/ada"), new State("flows/main.yaml", "cd", 8, 2_000, null)));
    assertEquals(
        "{\"files\":[{\"file\":\"queues.yaml\",\"version\":\"ab12\",\"bytes\":7,\"changed_at_ms\":1000,\"changed_by\":\"demo/ada\"},"
            + "{\"file\":\"flows/main.yaml\",\"version\":\"cd\",\"bytes\":8,\"changed_at_ms\":2000,\"changed_by\":null}]}",
        api.get("/api/configuration", "ada").body());
  }

  @Test
  void aFileIsReadAsItsText_withItsEtag() throws Exception {
    api.edited = new Outcome.Text("ab12", "demo: {}\n");
    HttpResponse<String> answer = api.get("/api/configuration/flows/main.yaml", "ada");
    assertEquals("demo: {}\n", answer.body());
    assertEquals("\"ab12\"", answer.headers().firstValue("ETag").orElse(""));
    assertEquals("text/yaml; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    assertEquals("text/calendar; charset=utf-8",
        api.get("/api/configuration/calendars/a.ics", "ada").headers().firstValue("Content-Type").orElse(""));
    assertEquals(new ReadFile("flows/main.yaml", "demo/ada"), api.edits.getFirst());
  }

  @Test
  void aFileIsReplacedUnderItsEtag_aNewOneUnderNone() throws Exception {
    api.edited = new Outcome.Written("queues.yaml", "cd34", List.of("queues.yaml"), Map.of());
    HttpResponse<String> answer = put(FILE, "größe: 1\n", "Content-Type", "text/yaml", "If-Match", "\"ab12\"");
    assertEquals("{\"file\":\"queues.yaml\",\"version\":\"cd34\",\"changed\":[\"queues.yaml\"]}", answer.body());
    assertEquals("\"cd34\"", answer.headers().firstValue("ETag").orElse(""));
    put("/api/configuration/calendars/new.ics", "x", "If-None-Match", "*");
    assertEquals(
        List.of(new WriteFile("queues.yaml", "größe: 1\n", "ab12", "demo/ada"), new WriteFile("calendars/new.ics", "x", "", "demo/ada")),
        api.edits);
  }

  @Test
  void severalFilesAreReplacedAtOnce() throws Exception {
    api.edited = new Outcome.AllWritten(List.of(new Version("prompts/en.yaml", "cd34"), new Version("prompts/zh.yaml", "ef56")), List.of("prompts"));
    HttpResponse<String> answer = put("/api/configuration",
        "{\"files\":[{\"file\":\"prompts/en.yaml\",\"text\":\"größe: 1\\n\",\"replaces\":\"ab12\"},{\"file\":\"prompts/zh.yaml\",\"text\":\"x\"}]}",
        "Content-Type", "application/json");
    assertEquals("{\"files\":[{\"file\":\"prompts/en.yaml\",\"version\":\"cd34\"},{\"file\":\"prompts/zh.yaml\",\"version\":\"ef56\"}],"
        + "\"changed\":[\"prompts\"]}", answer.body());
    assertEquals(List.of(new WriteFiles(
        List.of(new NewText("prompts/en.yaml", "größe: 1\n", "ab12"), new NewText("prompts/zh.yaml", "x", "")), "demo/ada")), api.edits);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{}", "{\"files\":[]}", "{\"files\":{}}", "{\"files\":[{\"file\":\"a\"}]}", "{\"files\":[{\"file\":\"a\",\"text\":\"x\",\"by\":\"me\"}]}",
      "{\"files\":[{\"file\":\"a\",\"text\":\"x\"},{\"file\":\"a\",\"text\":\"y\"}]}", "{\"files\":[{\"file\":\"a\",\"text\":\"x\",\"replaces\":1}]}"})
  void whatIsNoListOfFilesReplacesNothing(String body) throws Exception {
    HttpResponse<String> answer = put("/api/configuration", body, "Content-Type", "application/json");
    assertEquals(422, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("is no list of 1 to 50 objects"), answer::body);
    assertEquals(List.of(), api.edits);
  }

  @Test
  void withoutAVersionNothingIsReplaced() throws Exception {
    for (String[] headers : new String[][] {{"Content-Type", "text/yaml"}, {"If-Match", "*"}, {"If-Match", "ab12"}, {"If-None-Match", "\"ab12\""}}) {
      assertEquals(428, put(FILE, "x", headers).statusCode());
    }
    assertEquals(List.of(), api.edits);
  }

  @ParameterizedTest
  @CsvSource({
      "UNKNOWN_FILE, 404, unknown_file", "UNKNOWN_QUEUE, 404, unknown_queue", "CHANGED_MEANWHILE, 412, changed_meanwhile",
      "PLAIN_SECRET, 409, plain_secret", "WRONG_SETTINGS, 422, wrong_settings", "NOT_WRITABLE, 409, not_writable"})
  void eachRefusalHasItsStatusAndSaysWhy(Reason reason, int status, String code) throws Exception {
    api.edited = new Outcome.Refused(reason, List.of("queues.yaml:3: why"));
    HttpResponse<String> answer = put(FILE, "x", "If-Match", "\"ab12\"");
    assertEquals(status, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("\"code\":\"" + code + "\"") && answer.body().contains("queues.yaml:3: why"), answer::body);
  }

  @Test
  void aFileOfTwoMegabytesIsRead_alargerOneIsNot() throws Exception {
    api.edited = new Outcome.Written("queues.yaml", "cd34", List.of(), Map.of());
    assertEquals(200, put(FILE, "x".repeat(2_000_000), "If-Match", "\"ab12\"").statusCode());
    HttpResponse<String> answer = put(FILE, "x".repeat(2_200_000), "If-Match", "\"ab12\"");
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("Send at most 2 MB."), answer::body);
  }

  @Test
  void aFormIsNoFile() throws Exception {
    assertEquals(415, put(FILE, "a=b", "Content-Type", "application/x-www-form-urlencoded", "If-Match", "\"ab12\"").statusCode());
  }

  @Test
  void aNameOutOfThePathStaysAName() throws Exception {
    api.edited = new Outcome.Refused(Reason.UNKNOWN_FILE, List.of("x"));
    assertEquals(404, api.get("/api/configuration/..%2F..%2Fetc%2Fpasswd", "ada").statusCode());
    assertEquals(List.of(new ReadFile("../../etc/passwd", "demo/ada")), api.edits);
    assertEquals(404, api.get("/api/configuration/flows/../../etc/passwd", "ada").statusCode());
  }

  @Test
  void aQueueIsChangedByAMergePatch() throws Exception {
    Map<String, Object> patch = new HashMap<>();
    patch.put("ring_s", 7);
    patch.put("hours", null);
    patch.put("skills", Map.of("sales", 3));
    api.edited = new Outcome.Written("queues.yaml", "cd34", List.of("queues.yaml"), Map.of("ring_s", 7L));
    HttpResponse<String> answer = api.send("PATCH", "/api/queues/sales", api.token(ApiOnTheWire.DEMO, "ada"),
        "{\"ring_s\":7,\"hours\":null,\"skills\":{\"sales\":3}}", "Content-Type", "application/merge-patch+json");
    assertEquals("{\"queue\":\"sales\",\"settings\":{\"ring_s\":7},\"version\":\"cd34\",\"changed\":[\"queues.yaml\"]}", answer.body());
    assertEquals(List.of(new ChangeQueue(QueueId.of("demo", "sales"), patch, "", "demo/ada")), api.edits);
    assertEquals(412, api.send("PATCH", "/api/queues/sales", api.token(ApiOnTheWire.DEMO, "ada"), "{}", "Content-Type", "application/json",
        "If-Match", "x").statusCode());
  }
}
