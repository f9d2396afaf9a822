package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Heard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator records a prompt over REST, and the next caller hears exactly that. */
class RecordedPromptIT {
  private static final String NUMBER = "030123456";
  private static final String PATH = "/api/prompts/en/welcome-here/recording";
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final String FLOW = """
      first: welcome
      steps:
        welcome: {play: {prompts: [welcome-here, goodbye], next: over}}
        over: {hangup: {reason: flow_ended}}
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private String token = "";

  private HttpResponse<byte[]> send(Scene scene, String method, String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(scene.platform.api().resolve(path))
        .method(method, HttpRequest.BodyPublishers.ofByteArray(body)).header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private void logIn(Scene scene) throws Exception {
    URI login = scene.platform.api().resolve("/api/login");
    String answer = http.send(HttpRequest.newBuilder(login).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(
        "{\"tenant\":\"demo\",\"user\":\"ada\",\"password\":\"" + Script.PASSWORD + "\"}")).build(), HttpResponse.BodyHandlers.ofString()).body();
    Matcher found = TOKEN.matcher(answer);
    assertTrue(found.find(), answer);
    token = found.group(1);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Calls until the end of the call, and gives what he heard. */
  private static Heard calls(Scene scene, Ear ear) throws Exception {
    try (Listener caller = Listener.dials(scene.rehearsal, scene.ledger, ear, NUMBER)) {
      caller.hears("en/goodbye");
      scene.ledger.ending(caller.call());
      return caller.heard();
    }
  }

  @Test
  void whatIsUploadedIsWhatTheNextCallerHears_andOnceItIsRemovedTheTextIsSpoken() throws Exception {
    Script script = Script.empty().number("+4930123456", "welcome").file("flows/welcome.yaml", FLOW)
        .file("users.yaml", "demo:\n  sam: { role: supervisor }\n  ada: { role: admin }\n")
        .prompt("welcome-here", "Welcome, spoken from its text.", "欢迎，由文本合成。");
    try (Scene scene = Scene.open(script)) {
      logIn(scene);
      Map<String, Path> sounds = new HashMap<>(PromptEar.prompts(scene.rehearsal, Map.of()));
      assertEquals(List.of("en/welcome-here", "en/goodbye"), calls(scene, PromptEar.knowing(scene.rehearsal, sounds)).names());

      HttpResponse<byte[]> refused = send(scene, "PUT", PATH, "Welcome!".getBytes(StandardCharsets.UTF_8), "Accept-Language", "zh");
      assertEquals(422, refused.statusCode(), text(refused));
      assertTrue(text(refused).contains("文件内容不是音频"), text(refused));
      assertEquals(404, send(scene, "PUT", PATH.replace("welcome-here", "nobody"), RecordingsTest.melody(1.5)).statusCode());
      assertEquals(404, send(scene, "GET", PATH, new byte[0]).statusCode());

      HttpResponse<byte[]> put = send(scene, "PUT", PATH, RecordingsTest.melody(1.5), "Content-Type", "audio/wav");
      assertEquals(200, put.statusCode(), text(put));
      assertTrue(text(put).contains("\"recorded\":true"), text(put));
      byte[] played = send(scene, "GET", PATH, new byte[0]).body();
      Path wav = Files.write(scene.rehearsal.home().resolve("uploaded.wav"), played);
      sounds.put("the recording", wav);
      Heard heard = calls(scene, PromptEar.knowing(scene.rehearsal, sounds));
      assertEquals(List.of("the recording", "en/goodbye"), heard.names(), heard.toString());
      assertTrue(heard.first("the recording").whole(), heard.toString());
      assertEquals(List.of(), heard.unknown(), heard.toString());

      assertEquals(200, send(scene, "DELETE", PATH, new byte[0]).statusCode());
      assertEquals(List.of("en/welcome-here", "en/goodbye"), calls(scene, PromptEar.knowing(scene.rehearsal, sounds)).names());
      Path kept;
      try (var history = Files.newDirectoryStream(scene.rehearsal.config().resolve(".history/prompts/en"))) {
        kept = history.iterator().next();
      }
      send(scene, "PUT", PATH, Files.readAllBytes(kept));
      assertEquals(List.of("the recording", "en/goodbye"), calls(scene, PromptEar.knowing(scene.rehearsal, sounds)).names(), "what was kept sounds the same");
    }
  }
}
