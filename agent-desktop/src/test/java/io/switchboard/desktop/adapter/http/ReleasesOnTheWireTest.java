package io.switchboard.desktop.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.release.Release;
import io.switchboard.core.release.TextDigest;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.Reason;
import io.switchboard.core.signal.ConfigurationRequest.RollBack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleasesOnTheWireTest {
  private ApiOnTheWire api;

  @BeforeEach
  void start() {
    api = ApiOnTheWire.started();
    api.releases.keep(Map.of("flows/main.yaml", "a\n"), 1_000, Release.START, 0);
    api.releases.keep(Map.of("flows/main.yaml", "b\n", "flows/new.yaml", "n\n"), 2_000, "demo/ada", 0);
    api.releases.keep(Map.of("flows/main.yaml", "a\n"), 3_000, "demo/ada", 1);
    api.inForce = 3;
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static String shown(int number, long atMs, String by, String back, boolean inForce, String changed, String digest) {
    return "{\"number\":" + number + ",\"at_ms\":" + atMs + ",\"by\":\"" + by + "\",\"rolled_back_to\":" + back + ",\"digest\":\"" + digest
        + "\",\"in_force\":" + inForce + ",\"changed\":[" + changed + "]}";
  }

  private String digest(int number) {
    return api.releases.content(number).orElseThrow().release().digest();
  }

  @Test
  void releasesAreListedTheNewestFirst_withWhatChanged_pageByPage() throws Exception {
    String third = shown(3, 3_000, "demo/ada", "1", true,
        "{\"file\":\"flows/main.yaml\",\"how\":\"changed\"},{\"file\":\"flows/new.yaml\",\"how\":\"removed\"}", digest(3));
    String second = shown(2, 2_000, "demo/ada", "null", false,
        "{\"file\":\"flows/main.yaml\",\"how\":\"changed\"},{\"file\":\"flows/new.yaml\",\"how\":\"added\"}", digest(2));
    String first = shown(1, 1_000, "start", "null", false, "{\"file\":\"flows/main.yaml\",\"how\":\"added\"}", digest(1));
    assertEquals("{\"in_force\":3,\"releases\":[" + third + "," + second + "," + first + "]}", api.get("/api/releases", "sam").body());
    assertEquals("{\"in_force\":3,\"releases\":[" + third + "," + second + "]}", api.get("/api/releases?limit=2", "ada").body());
    assertEquals("{\"in_force\":3,\"releases\":[" + first + "]}", api.get("/api/releases?limit=2&before=2", "ada").body());
  }

  @Test
  void aReleaseIsShownWithItsTexts() throws Exception {
    assertEquals(
        "{\"number\":2,\"at_ms\":2000,\"by\":\"demo/ada\",\"rolled_back_to\":null,\"digest\":\"" + digest(2) + "\",\"in_force\":false,\"files\":["
            + "{\"file\":\"flows/main.yaml\",\"version\":\"" + TextDigest.of("b\n") + "\",\"text\":\"b\\n\"},"
            + "{\"file\":\"flows/new.yaml\",\"version\":\"" + TextDigest.of("n\n") + "\",\"text\":\"n\\n\"}]}",
        api.get("/api/releases/2", "ada").body());
  }

  @Test
  void theDifferenceIsToTheOneBefore_orToAnother() throws Exception {
    assertEquals(
        "{\"from\":1,\"to\":2,\"files\":[{\"file\":\"flows/main.yaml\",\"how\":\"changed\",\"diff\":"
            + "\"--- flows/main.yaml\\n+++ flows/main.yaml\\n@@ -1,1 +1,1 @@\\n-a\\n+b\\n\"},{\"file\":\"flows/new.yaml\",\"how\":\"added\",\"diff\":"
            + "\"--- /dev/null\\n+++ flows/new.yaml\\n@@ -0,0 +1,1 @@\\n+n\\n\"}]}",
        api.get("/api/releases/2/difference", "ada").body());
    assertEquals("{\"from\":1,\"to\":3,\"files\":[]}", api.get("/api/releases/3/difference?from=1", "ada").body());
    assertTrue(api.get("/api/releases/1/difference", "ada").body().startsWith("{\"from\":0,\"to\":1,\"files\":[{\"file\":\"flows/main.yaml\",\"how\":\"added\""));
    HttpResponse<String> unknown = api.get("/api/releases/3/difference?from=9", "ada");
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().contains("There is no release '9'."), unknown::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "0", "-1", "x", "99999999999", "1e3"})
  void whatIsNoReleaseIsUnknown(String number) throws Exception {
    HttpResponse<String> answer = api.get("/api/releases/" + number, "ada");
    assertEquals(404, answer.statusCode(), answer::body);
    assertTrue(answer.body().contains("\"code\":\"unknown_release\""), answer::body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/releases?limit=0", "/api/releases?before=x", "/api/releases/2/difference?from=x", "/api/releases/2?from=1"})
  void aWrongFieldIsNamed(String path) throws Exception {
    assertEquals(422, api.get(path, "ada").statusCode());
  }

  @Test
  void aRollBackTellsWhatItMade_orWhyNot() throws Exception {
    api.edited = new Outcome.RolledBack(1, 4, List.of("flows"));
    assertEquals("{\"release\":4,\"rolled_back_to\":1,\"changed\":[\"flows\"]}", api.post("/api/releases/1/roll-back", "ada", "").body());
    assertEquals(List.of(new RollBack(1, "demo/ada")), api.edits);
    api.edited = new Outcome.Refused(Reason.WRONG_SETTINGS, List.of("flows/main.yaml:3:5: no queue is named 'x'; one of y"));
    HttpResponse<String> refused = api.post("/api/releases/1/roll-back", "ada", "");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("\"settings\":[\"flows/main.yaml:3:5: no queue is named 'x'; one of y\"]"), refused::body);
    api.edited = new Outcome.Refused(Reason.UNKNOWN_RELEASE, List.of("9"));
    assertEquals(404, api.post("/api/releases/9/roll-back", "ada", "").statusCode());
  }

  @Test
  void aReloadTellsTheReleaseThatIsInForce() throws Exception {
    assertEquals("{\"reloaded\":true,\"changed\":[\"queues.yaml\"],\"release\":3}", api.post("/api/configuration/reload", "ada", "").body());
  }
}
