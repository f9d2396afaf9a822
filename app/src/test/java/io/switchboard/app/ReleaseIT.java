package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flows are published while callers are in them, the platform dies, and an earlier release comes back. */
class ReleaseIT {
  private static final String NUMBER = "030123459";

  private Scene scene;
  private Path flow;
  private int callers;

  @BeforeEach
  void open() throws Exception {
    scene = Scene.open(Script.empty().number("+4930123459", "versions").file("flows/versions.yaml", leadingTo("first-way"))
        .file("users.yaml", "demo:\n  sam: { role: admin }\n"));
    flow = scene.rehearsal.config().resolve("flows/versions.yaml");
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  /** A menu whose one key leads there. */
  private static String leadingTo(String step) {
    return """
        first: ask
        steps:
          ask:
            menu:
              prompts: [main-menu]
              keys: {1: %1$s}
              no_key: {repeats: 3, then: end}
              timeout_ms: 30000
          %1$s: {play: {prompts: [goodbye], next: end}}
          end: {hangup: {reason: flow_ended}}
        """.formatted(step);
  }

  /** Someone in the menu, with a keypad. */
  private final class Caller implements AutoCloseable {
    private final String from = "0170" + (2_000_000 + ++callers);
    private final Handsets handsets = Handsets.open(1);
    private final SippCallers sipp = SippCallers.start(scene.rehearsal.home(), "caller-" + callers,
        CallerPlan.to(scene.rehearsal.sipPort(), NUMBER).who(n -> new Dialling(from, NUMBER, "")).hearingAt(handsets.ports())
            .staying(Stay.atMostMs(120_000)), new Volume.Times(1, 10));

    Caller() throws Exception {
      comesTo(List.of("ask"));
    }

    String call() throws Exception {
      return scene.ledger.call("+49" + from.substring(1));
    }

    /** The way that he took so far. */
    void comesTo(List<String> steps) throws Exception {
      scene.ledger.await("select body ->> 'step' from journal where call = ? and kind = 'StepEntered' order by seq",
          rows -> rows.equals(steps), Scene.SOON_MS, call());
    }

    void presses(String key) throws Exception {
      handsets.get(0).press(key).get(20, TimeUnit.SECONDS);
    }

    void endsBy(String step, int release) throws Exception {
      assertEquals("FLOW_ENDED", scene.ledger.ending(call()));
      List<Map<?, ?>> path = path();
      assertEquals(List.of("ask", step, "end"), path.stream().map(each -> each.get("step")).toList());
      assertEquals(List.of(release), path.stream().map(each -> each.get("release")).distinct().toList());
      assertTrue(path.stream().allMatch(each -> "versions".equals(each.get("flow")) && ((Number) each.get("stayed_ms")).longValue() >= 0), path::toString);
    }

    @SuppressWarnings("unchecked") // as the API says
    List<Map<?, ?>> path() throws Exception {
      return (List<Map<?, ?>>) scene.supervisor.get("/api/calls/" + call()).get("path");
    }

    @Override
    public void close() {
      sipp.close();
      handsets.close();
    }
  }

  private record Said(int code, String out) {}

  /** A command of an administrator. */
  private Said flow(String... arguments) throws Exception {
    String[] all = Stream.concat(Stream.of("flow"), Stream.of(arguments)).toArray(String[]::new);
    Path out = Files.createTempFile(scene.rehearsal.home(), "said", ".txt");
    ProcessBuilder builder = new ProcessBuilder(PlatformProcess.command(List.of("-XX:-AutoCreateSharedArchive"), all))
        .redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().put("SWITCHBOARD_PASSWORD", Script.PASSWORD);
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Said(process.exitValue(), Files.readString(out));
  }

  private Said asSam(String... arguments) throws Exception {
    return flow(Stream.concat(Stream.of(arguments), Stream.of("--user", "demo/sam", "--config", scene.rehearsal.config().toString())).toArray(String[]::new));
  }

  @Test
  void whoIsInAMenuStaysOnItsRelease_overAPublicationAndADeath_andARollBackBringsTheOldOneForTheNext() throws Exception {
    try (Caller first = new Caller()) {
      Files.writeString(flow, leadingTo("second-way"));
      assertEquals(new Said(0, "release 2 is in force; changed: flows\n"), asSam("publish"));
      try (Caller second = new Caller()) {
        first.presses("1");
        second.presses("1");
        first.endsBy("first-way", 1);
        second.endsBy("second-way", 2);
      }
    }
    try (Caller third = new Caller()) {
      Files.writeString(flow, leadingTo("third-way"));
      assertEquals(new Said(0, "release 3 is in force; changed: flows\n"), asSam("publish"));
      scene.platform.kill();
      try (PlatformProcess restarted = scene.rehearsal.platform()) {
        third.comesTo(List.of("ask", "ask"));
        third.presses("1");
        third.endsBy("second-way", 2);
        assertFalse(restarted.logged().contains("go on by release"), restarted::logged);
        assertEquals(new Said(0, "release 4 is in force, with the flows and prompts of release 1\n"), asSam("roll-back", "1"));
        assertEquals(leadingTo("first-way"), Files.readString(flow));
        try (Caller fourth = new Caller()) {
          fourth.presses("1");
          fourth.endsBy("first-way", 4);
        }
        releasesAreToldAndCompared();
      }
    }
  }

  private void releasesAreToldAndCompared() throws Exception {
    Said releases = asSam("releases");
    List<String> lines = releases.out().lines().toList();
    assertEquals(4, lines.size(), releases::out);
    assertTrue(lines.getFirst().matches(" +4\\*  \\S+ \\S+  demo/sam +rolled back to 1: flows/versions.yaml"), releases::out);
    assertTrue(lines.getLast().matches(" +1   \\S+ \\S+  start +.* more"), releases::out);
    Said difference = asSam("difference", "1", "2");
    assertTrue(difference.out().startsWith("--- flows/versions.yaml\n+++ flows/versions.yaml\n@@ "), difference::out);
    assertTrue(difference.out().contains("-      keys: {1: first-way}\n+      keys: {1: second-way}\n"), difference::out);
    assertEquals(new Said(0, "releases 1 and 4 are the same\n"), asSam("difference", "1"));
    assertTrue(asSam("difference").out().contains("-      keys: {1: third-way}\n+      keys: {1: first-way}\n"));
  }

  @Test
  void whatTheCheckerRefusesIsNotPublished_norWhatCannotBeKept() throws Exception {
    Files.writeString(flow, leadingTo("first-way").replace("prompts: [goodbye]", "prompts: [good-bye]"));
    Said wrong = asSam("publish");
    assertEquals(1, wrong.code(), wrong::out);
    assertTrue(wrong.out().matches("flows/versions.yaml:9:\\d+: .*no prompt is named 'good-bye'.*\n1 mistake; nothing changed\n"), wrong::out);
    assertEquals(1, asSam("roll-back", "7").code());
    assertTrue(asSam("roll-back", "7").out().startsWith("There is no release '7'."));
    for (String[] each : List.of(new String[] {"publish"}, new String[] {"publish", "--user", "sam"}, new String[] {"roll-back", "x", "--user", "demo/sam"},
        new String[] {"publish", "--user", "demo/sam", "--api", "nowhere"})) {
      Said said = flow(each);
      assertEquals(2, said.code(), said::out);
      assertEquals(1, said.out().lines().count(), said::out);
    }
    Said nobody = flow("publish", "--user", "demo/sam", "--api", "http://127.0.0.1:9");
    assertEquals(1, nobody.code());
    assertTrue(nobody.out().startsWith("nobody answers at http://127.0.0.1:9: start the platform"), nobody::out);

    Files.writeString(flow, leadingTo("second-way"));
    scene.supervisor.logIn();
    scene.rehearsal.postgres().kill();
    ApiRefusal refusal = assertThrows(ApiRefusal.class, () -> scene.supervisor.post("/api/configuration/reload", Map.of()));
    assertTrue(refusal.settings().getFirst().startsWith("flows, prompts: they are not published, for their release cannot be kept"), refusal.settings()::toString);
    scene.rehearsal.startPostgresAgain();
    scene.ledger.again(scene.rehearsal);
    assertEquals(1, scene.ledger.count("select max(number) from release"));
    assertEquals(2, Scene.await(() -> scene.supervisor.post("/api/configuration/reload", Map.of()).get("release"), Integer.valueOf(2)::equals));
  }
}
