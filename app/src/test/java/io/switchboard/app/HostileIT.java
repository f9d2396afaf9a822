package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.switchboard.app.rehearsal.Script;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody in his right mind sends: refused with a clear error or taken harmlessly, and a talk goes on undisturbed through all of it. */
class HostileIT {
  private static final String LONG = "x".repeat(4096);

  private static Scene scene;
  private static HttpClient http;
  private static String token;
  private Bystander bystander;

  @BeforeAll
  static void open() throws Exception {
    scene = Bystander.scene();
    http = HttpClient.newHttpClient();
    HttpResponse<String> login = send("POST", "/api/login",
        "{\"tenant\":\"demo\",\"user\":\"sam\",\"password\":\"" + Script.PASSWORD + "\"}");
    token = login.body().replaceAll("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      http.shutdownNow();
      scene.close();
    }
  }

  @BeforeEach
  void someoneTalks() throws Exception {
    bystander = Bystander.talks(scene);
  }

  @AfterEach
  void heNoticedNothing() throws Exception {
    bystander.noticedNothing();
  }

  /** Method, path, body, and what comes back. */
  private record Attack(String method, String path, String body, int status, String code) {}

  @Test
  void whenRequestsAreMalformed_thenEachIsRefusedWithAClearError() throws Exception {
    List<Attack> attacks = List.of(
        new Attack("POST", "/api/closures", "{\"closed\":", 400, "malformed"),
        new Attack("POST", "/api/closures", "[true]", 400, "malformed"),
        new Attack("POST", "/api/closures", "null", 400, "malformed"),
        new Attack("POST", "/api/closures", "{\"closed\":true}{\"closed\":true}", 400, "malformed"),
        new Attack("POST", "/api/closures", "[".repeat(60_000), 400, "malformed"),
        new Attack("POST", "/api/closures", "{\"closed\":\"yes\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/closures", "{\"closed\":true,\"queue\":\"" + LONG + "\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/closures", "{\"closed\":true,\"queue\":\"talk\\r\\nAction: Hangup\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/closures", "{\"closed\":true,\"queue\":\"nowhere\"}", 404, "unknown_queue"),
        new Attack("POST", "/api/closures", "{\"closed\":true,\"queue\":\"talk\",\"extra\":1}", 422, "wrong_fields"),
        new Attack("POST", "/api/closures", "{\"x\":\"" + "y".repeat(70_000) + "\"}", 413, "too_large"),
        new Attack("POST", "/api/agents/anna/not-ready", "{\"reason\":\"" + LONG + "\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/agents/anna/not-ready", "{\"reason\":\"a\\r\\nAction: Originate\\r\\n\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/agents/anna/not-ready", "{\"reason\":\"a\\u0000b\"}", 422, "wrong_fields"),
        new Attack("POST", "/api/agents/nobody/ready", "", 404, "unknown_agent"),
        new Attack("POST", "/api/agents/%0d%0aAction:%20Hangup/ready", "", 404, "unknown_agent"),
        new Attack("POST", "/api/agents/" + "a".repeat(3_000) + "/ready", "", 404, "unknown_agent"),
        new Attack("GET", "/api/calls/sb1-0.0", "", 404, "unknown_call"),
        new Attack("GET", "/api/calls/%0d%0a", "", 404, "unknown_call"),
        new Attack("GET", "/api/calls/'%20or%201=1--", "", 404, "unknown_call"),
        new Attack("GET", "/api/calls?recent=many", "", 422, "wrong_fields"),
        new Attack("GET", "/api/calls?recent=" + "9".repeat(400), "", 422, "wrong_fields"),
        new Attack("GET", "/api/nothing", "", 404, "unknown_path"),
        new Attack("DELETE", "/api/calls", "", 405, "wrong_method"));
    List<String> wrong = new ArrayList<>();
    for (Attack attack : attacks) {
      HttpResponse<String> answer = send(attack.method(), attack.path(), attack.body());
      if (answer.statusCode() != attack.status() || !answer.body().contains("\"" + attack.code() + "\"")) {
        wrong.add(attack.method() + " " + shown(attack.path()) + " " + shown(attack.body()) + " -> " + answer.statusCode() + " "
            + shown(answer.body()));
      }
      assertFalse(answer.body().contains("io.switchboard"), () -> "no trace of the program: " + answer.body());
      assertFalse(answer.body().contains("\r") || answer.body().contains("\\r"), answer::body);
    }
    assertEquals(List.of(), wrong);
    assertEquals("talking", scene.agentNow("anna").get("state"));
    assertEquals(false, scene.queue("talk").get("closed"));
  }

  private static HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scene.platform.api() + path))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String shown(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }
}
