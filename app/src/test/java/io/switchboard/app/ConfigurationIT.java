package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator changes a running platform over REST: the next call meets the new settings, or, after a mistake, the old ones. */
class ConfigurationIT {
  private static final String QUEUES = "/api/configuration/queues.yaml";

  private final HttpClient http = HttpClient.newHttpClient();
  private Scene scene;
  private String token;

  @BeforeEach
  void open() throws Exception {
    int silent = Ports.free();
    int answering = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("sales", "ring_s: 20 # long", "wrap_up_s: 0")
        .queue("support", "hours: always", "wait_without_agents: true")
        .direct("+4930123462", "support")
        .file("users.yaml", "demo:\n  sam: { role: admin }\n")
        .agent("anna", Script.at("anna", silent), "sales").agent("ben", Script.at("ben", answering), "sales"));
    scene.phones("silent", new Behaviour.RingsOnly(), silent);
    scene.phones("answering", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(1_000)), answering);
    HttpResponse<String> login = send("POST", "/api/login",
        "{\"tenant\":\"demo\",\"user\":\"sam\",\"password\":\"" + Script.PASSWORD + "\"}", "Content-Type", "application/json");
    token = json(login).path("token").asText();
  }

  @AfterEach
  void close() throws Exception {
    try (http) {
      scene.close();
    }
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(scene.platform.api().resolve(path)).method(method, BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertEquals(200, answer.statusCode(), answer::body);
    return new ObjectMapper().readTree(answer.body());
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private String onDisk(String file) throws Exception {
    return Files.readString(rehearsed().resolve(file));
  }

  private Path rehearsed() throws Exception {
    return scene.rehearsal.config();
  }

  @Test
  void ringTimeAndWrapUpAreInForceForTheNextCall_andAMistakeLeavesThemSo() throws Exception {
    scene.ready("anna", "ben");
    String before = onDisk("queues.yaml");
    HttpResponse<String> read = send("GET", QUEUES, "");
    assertEquals(before, read.body());

    JsonNode changed = json(send("PATCH", "/api/queues/sales", "{\"ring_s\":3,\"wrap_up_s\":2}", "Content-Type", "application/merge-patch+json"));
    assertEquals("{\"ring_s\":3,\"wrap_up_s\":2}", changed.path("settings").toString());
    assertTrue(onDisk("queues.yaml").contains("    ring_s: 3 # long\n    wrap_up_s: 2\n"), onDisk("queues.yaml"));
    meetsRingTimeAndWrapUp(3_000, 2_000);

    HttpResponse<String> stale = send("PUT", QUEUES, before, "If-Match", etag(read));
    assertEquals(412, stale.statusCode(), stale::body);
    HttpResponse<String> now = send("GET", QUEUES, "");
    HttpResponse<String> wrong = send(
        "PUT", QUEUES, now.body().replace("ring_s: 3", "ring_s: 9").replace("wrap_up_s: 2", "wrap_up_s: soon") + "  broken: { priorty: 3 }\n",
        "If-Match", etag(now));
    assertEquals(422, wrong.statusCode());
    JsonNode settings = new ObjectMapper().readTree(wrong.body()).path("settings");
    assertEquals(2, settings.size(), wrong::body);
    assertTrue(settings.get(0).asText().matches("queues.yaml:\\d+: demo.sales.wrap_up_s: 'soon' is not allowed; give seconds .*"), wrong::body);
    assertTrue(settings.get(1).asText().matches("queues.yaml:\\d+: demo.broken.priorty: unknown key; did you mean 'priority'\\?"), wrong::body);
    assertEquals(now.body(), onDisk("queues.yaml"));
    assertEquals(etag(now), etag(send("GET", QUEUES, "")));
    meetsRingTimeAndWrapUp(3_000, 2_000);

    JsonNode whole = json(send("PUT", QUEUES, now.body().replace("ring_s: 3", "ring_s: 4"), "If-Match", etag(now)));
    assertEquals("[\"queues.yaml\"]", whole.path("changed").toString());
    meetsRingTimeAndWrapUp(4_000, 2_000);
    assertEquals("demo/sam", json(send("GET", "/api/configuration", "")).path("files").findParents("file").stream()
        .filter(file -> file.path("file").asText().equals("queues.yaml")).findFirst().orElseThrow().path("changed_by").asText());
  }

  /** Anna has been idle longest and lets it ring, Ben answers. */
  private void meetsRingTimeAndWrapUp(long ringMs, long wrapUpMs) throws Exception {
    Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
    assertEquals("UNANSWERED", caller.awaits("OfferEnded", "ending"));
    long rang = Long.parseLong(caller.awaits("OfferEnded", "ringingMs"));
    assertTrue(rang >= ringMs && rang < ringMs + 900, "rang for " + rang + " ms");
    assertEquals("demo/ben", caller.awaits("Connected", "agent"));
    long wrapUp = Long.parseLong(caller.awaits("WrapUpEnded", "wrapUpMs"));
    assertTrue(wrapUp >= wrapUpMs && wrapUp < wrapUpMs + 900, "wrapped up for " + wrapUp + " ms");
    scene.agent("anna").ready();
    scene.agent("ben").signOut(); // so that Anna has been idle longest again
    scene.ready("ben");
  }

  @Test
  void aCalendarThatComesOverRestClosesTheQueue() throws Exception {
    scene.calls("030123462", Stay.atMostMs(500)).awaits("QueueEntered", "queue");
    String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
    String calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:" + day
        + "\nDURATION:P4D\nSUMMARY:Works outing\nEND:VEVENT\nEND:VCALENDAR\n";
    json(send("PUT", "/api/configuration/calendars/outing.ics", calendar, "If-None-Match", "*"));
    assertFalse(onDisk("hours.yaml").contains("calendars"));
    HttpResponse<String> hours = send("GET", "/api/configuration/hours.yaml", "");
    json(send("PUT", "/api/configuration/hours.yaml", hours.body().replace("  never:", "    calendars: [outing.ics]\n  never:"), "If-Match", etag(hours)));
    assertEquals("CLOSED", scene.calls("030123462", Stay.untilHungUp()).awaits("QueueRefused", "reason"));
    HttpResponse<String> special = send("GET", "/api/configuration/hours.yaml", "");
    json(send("PUT", "/api/configuration/hours.yaml", special.body().replace(
        "    calendars:", "    special: { %s: 00:00-24:00, %s: 00:00-24:00 }\n    calendars:".formatted(
            LocalDate.now(ZoneOffset.UTC), LocalDate.now(ZoneOffset.UTC).plusDays(1))), "If-Match", etag(special)));
    scene.calls("030123462", Stay.atMostMs(500)).awaits("QueueEntered", "queue");
  }

  @Test
  void aPromptComesInAllLanguagesByOneRequest() throws Exception {
    ArrayNode files = new ObjectMapper().createArrayNode();
    for (String file : List.of("prompts/en.yaml", "prompts/zh.yaml")) {
      HttpResponse<String> read = send("GET", "/api/configuration/" + file, "");
      String text = read.body() + "fresh-news: News.\n";
      files.addObject().put("file", file).put("text", text).put("replaces", etag(read).replace("\"", ""));
      assertEquals(422, send("PUT", "/api/configuration/" + file, text, "If-Match", etag(read)).statusCode(), "one language lacks it");
    }
    JsonNode done = json(send("PUT", "/api/configuration", "{\"files\":" + files + "}", "Content-Type", "application/json"));
    assertEquals("[\"prompts\"]", done.path("changed").toString());
    assertTrue(onDisk("prompts/en.yaml").endsWith("fresh-news: News.\n") && onDisk("prompts/zh.yaml").endsWith("fresh-news: News.\n"));
    assertEquals(412, send("PUT", "/api/configuration", "{\"files\":" + files + "}", "Content-Type", "application/json").statusCode());
  }
}
