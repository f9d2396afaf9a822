package io.switchboard.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flows of the distribution, by the commands that administrators have. */
class FlowCommandTest {
  private static final String CONFIG = "../config";
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    return Main.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
  }

  @Test
  void theFlowsOfTheDistributionAreRight() {
    assertEquals(0, execute("flow", "check", CONFIG + "/flows"), out + "" + err);
    assertTrue(out.toString().contains("main is right: "), out.toString());
  }

  @Test
  void soAreItsScripts_togetherAndOneAlone() {
    assertEquals(0, execute("flow", "check", CONFIG), out + "" + err);
    assertTrue(out.toString().contains("main is right: ") && out.toString().contains("router is right: "), out.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, execute("flow", "check", CONFIG + "/scripts/router.yaml"), out + "" + err);
    assertTrue(out.toString().matches("router is right: \\d+ steps, version [0-9a-f]+\\R"), out.toString());
  }

  @Test
  void aMistakeInAScriptIsToldLikewise_whereverItsFileIs(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("router.yaml");
    Files.writeString(file, Files.readString(Path.of(CONFIG, "scripts", "router.yaml")).replace("outcome: {code: outage}", "hangup: {reason: closed}"));
    assertEquals(1, execute("flow", "check", file.toString(), "--config", CONFIG));
    assertTrue(out.toString().contains("'hangup' is for a caller on the telephone: it is a verb of flows"), out.toString());
  }

  @Test
  void filesElsewhereStandForThoseOfTheirNames_besideTheOthers(@TempDir Path directory) throws IOException {
    Path drafts = Files.createDirectory(directory.resolve("drafts"));
    String main = Files.readString(Path.of(CONFIG, "flows", "main.yaml"));
    Files.writeString(drafts.resolve("main.yaml"), main);
    Files.writeString(drafts.resolve("new.yaml"), "first: pay\nsteps:\n  pay: {flow: {flow: identify, exits: {identified: end, unknown: end, person: end}}}\n"
        + "  end: {hangup: {reason: closed}}\n");
    Files.writeString(drafts.resolve("router.yaml"), Files.readString(Path.of(CONFIG, "scripts", "router.yaml")));
    assertEquals(0, execute("flow", "check", drafts.toString(), "--config", CONFIG), out + "" + err);
    assertTrue(out.toString().matches("main is right: .*\\Rnew is right: .*\\Rrouter is right: .*\\R"), out.toString());
    Files.writeString(drafts.resolve("main.yaml"), main.replace("queue: sales", "queue: sails"));
    out.getBuffer().setLength(0);
    assertEquals(1, execute("flow", "check", drafts.toString(), "--config", CONFIG));
    assertTrue(out.toString().matches("(?s)drafts/main.yaml:\\d+:\\d+: no queue is named 'sails' .*\\R1 mistake\\R"), out.toString());
  }

  @Test
  void aFolderNamedFlowsThatLiesInNoConfigurationIsNoOther(@TempDir Path directory) throws IOException {
    Path flows = Files.createDirectory(directory.resolve("flows"));
    Files.writeString(flows.resolve("main.yaml"), "first: nowhere\nsteps: {end: {hangup: {reason: closed}}}\n");
    assertEquals(1, execute("flow", "check", flows.toString(), "--config", CONFIG), out + "" + err);
    assertTrue(out.toString().startsWith("flows/main.yaml:1:1: no step is named 'nowhere'"), out.toString());
  }

  @Test
  void whereThereIsNoFlowItSaysSo_andNeverThatOthersAreRight(@TempDir Path directory) throws IOException {
    Path text = Files.writeString(directory.resolve("a.md"), "no flow");
    for (String command : new String[] {"check " + directory, "check " + text, "try " + text}) {
      err.getBuffer().setLength(0);
      assertEquals(2, execute(("flow " + command + " --config " + CONFIG).split(" ")), out + "" + err);
      assertTrue(err.toString().startsWith("there is no flow and no script in '" + directory), err.toString());
    }
    assertEquals("", out.toString());
  }

  @Test
  void theirTestsPassAndComeToEveryStep() {
    assertEquals(0, execute("flow", "test", "--config", CONFIG, "--untested"), out + "" + err);
    assertTrue(out.toString().strip().matches("(?s)\\d+ tests, 0 failed; they come to (\\d+) of \\1 steps"), out.toString());
  }

  @Test
  void aMistakeIsToldWithFileLineColumnAndRemedy(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("message.yaml");
    Files.writeString(file, Files.readString(Path.of(CONFIG, "flows", "message.yaml")).replace("queue: sales", "queue: sails"));
    assertEquals(1, execute("flow", "check", file.toString(), "--config", CONFIG));
    assertTrue(out.toString().matches("(?s)\\S+/message.yaml:8:\\d+: no queue is named 'sails' \\(/steps/message/voicemail/queue\\);"
        + " right would be: one of sales, support\\R1 mistake\\R"), out.toString());
  }

  @Test
  void aTestThatFailsIsToldWithItsLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("main.yaml");
    Files.writeString(file, "flow: main\ntests:\n  wrong:\n    - presses: \"1\"\n    - hears: [goodbye]\n");
    assertEquals(1, execute("flow", "test", directory.toString(), "--config", CONFIG));
    assertTrue(out.toString().contains("main.yaml:5: wrong: expected that he hears [goodbye], but he heard [main-menu]"), out.toString());
  }

  @Test
  void everyCommandTellsTheColumn(@TempDir Path directory) throws IOException {
    Path test = directory.resolve("main.yaml");
    Files.writeString(test, "flow: main\ntests:\n  wrong:\n    - presses: x\n");
    assertEquals(1, execute("flow", "test", test.toString(), "--config", CONFIG));
    assertTrue(out.toString().matches("\\S+/main.yaml:4:7: \"x\" is not written as it should be \\(/tests/wrong/0/presses\\);"
        + " right would be: keys in quotes: 0-9 \\* # A-D\\R"), out.toString());
    out.getBuffer().setLength(0);
    Files.writeString(test, "flow: man\ntests:\n  wrong:\n    - silent\n");
    assertEquals(1, execute("flow", "test", test.toString(), "--config", CONFIG));
    assertTrue(out.toString().matches("\\S+/main.yaml: no flow is named 'man' \\(/flow\\); right would be: one of .*\\R"), out.toString());
    for (String noun : new String[] {"flow", "script"}) {
      out.getBuffer().setLength(0);
      Path file = Files.writeString(directory.resolve("draft.yaml"), (noun.equals("flow") ? "" : "title: {en: A, zh: A}\noutcomes: {a: {en: A, zh: A}}\n")
          + "first: nowhere\nsteps: {end: " + (noun.equals("flow") ? "{hangup: {reason: closed}}" : "{outcome: {code: a}}") + "}\n");
      assertEquals(1, execute("flow", "try", file.toString(), "--config", CONFIG));
      assertTrue(out.toString().matches("(?s)\\S+/draft.yaml:[13]:1: no step is named 'nowhere' \\(/first\\); right would be: one of end\\R.*"), out.toString());
    }
  }

  @Test
  void whatThereIsNotIsOneLineAndExitCode2() {
    assertEquals(2, execute("flow", "check", "nowhere.yaml"));
    assertEquals(2, execute("flow", "try", "nowhere.yaml"));
    assertEquals(2, execute("flow", "try", CONFIG + "/flows"));
    assertEquals(3, err.toString().strip().lines().count(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "publish", "publish --user sam", "publish --user demo/sam/x", "publish --user demo/sam --api nowhere", "publish --user demo/sam --api ftp://x",
      "roll-back --user demo/sam", "roll-back x --user demo/sam", "roll-back 0 --user demo/sam", "releases --limit 0 --user demo/sam",
      "difference one --user demo/sam", "difference 1 0 --user demo/sam", "difference -1 --user demo/sam", "difference 1 2 3 --user demo/sam"})
  void whatThePlatformCannotBeAskedIsOneLineAndExitCode2(String line) {
    assertEquals(2, execute(("flow " + line).split(" ")), out + "" + err);
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
  }

  @Test
  void withoutAPasswordOrATerminalItSaysHowToGiveOne() {
    assumeTrue(System.getenv("SWITCHBOARD_PASSWORD") == null && System.console() == null);
    assertEquals(1, execute("flow", "releases", "--user", "demo/sam", "--config", CONFIG));
    assertEquals("there is no password: set SWITCHBOARD_PASSWORD, or run this in a terminal", err.toString().strip());
  }
}
