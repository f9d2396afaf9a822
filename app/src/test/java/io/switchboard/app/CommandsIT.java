package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.asterisk.AsteriskLocation;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people type, through the real program in a process of its own. */
class CommandsIT {
  private static Rehearsal rehearsal;

  private static final int PHONES = Ports.free();

  @BeforeAll
  static void open() throws Exception {
    rehearsal = Rehearsal.open(Script.empty()
        .queue("direct", "ring_s: 20", "wrap_up_s: 0").direct("+4930123461", "direct")
        .agent("anna", Script.at("anna", PHONES), "direct"), Progress.SILENT);
  }

  @AfterAll
  static void close() throws Exception {
    if (rehearsal != null) {
      rehearsal.close();
    }
  }

  /** What a command said, and its exit code. */
  private record Said(int code, String out) {}

  @Test
  void whenSettingsAreWrong_thenEachIsNamedWithItsRemedyAndTheExitCodeIsItsOwn() throws Exception {
    Path config = Files.createDirectories(rehearsal.home().resolve("wrong"));
    Checkout.copyConfiguration(rehearsal.config(), config);
    Path queues = config.resolve("queues.yaml");
    Files.writeString(queues, Files.readString(queues).replace("ring_s: 20", "ring_s: 2"));
    Path switchboard = config.resolve("switchboard.yaml");
    Files.writeString(switchboard, Files.readString(switchboard).replace("limits:", "limts:"));
    List<String> expected = List.of(
        "queues.yaml:3: demo.sales.ring_s: 2 is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's",
        "switchboard.yaml:10: limts: unknown key; did you mean 'limits'?");
    for (String command : List.of("check", "run")) {
      Said said = run("", command, "--config", config.toString());
      assertEquals(78, said.code(), said.out());
      assertEquals(expected, said.out().lines().filter(line -> line.contains("limts") || line.contains("demo.sales")).toList(), said.out());
      assertFalse(said.out().contains("\tat "), said.out());
    }
    assertEquals(0, run("", "check", "--config", rehearsal.config().toString()).code());
  }

  @Test
  void whenCommandOrArgumentIsUnknown_thenItSaysSoAndTheExitCodeIsTwo() throws Exception {
    Map<List<String>, String> wrong = Map.of(
        List.of("rnu"), "rnu", List.of("run", "--colour"), "--colour", List.of("password"), "TENANT/USER",
        List.of("demo", "--smoke", "many"), "many");
    for (Map.Entry<List<String>, String> each : wrong.entrySet()) {
      Said said = run("", each.getKey().toArray(String[]::new));
      assertEquals(2, said.code(), said.out());
      assertTrue(said.out().contains(each.getValue()), said.out());
      assertFalse(said.out().contains("\tat "), said.out());
    }
    assertEquals(0, run("", "--help").code());
  }

  @Test
  void whenAnExistingAsteriskIsConfigured_thenItSaysWhatItChangesAndThatAsteriskServesACall() throws Exception {
    Path directory = Files.createDirectories(rehearsal.home().resolve("existing"));
    existing(directory);
    Map<String, String> before = contents(directory);
    String[] command = {"asterisk-config", "--config", rehearsal.config().toString(), directory.toString()};
    Said dry = run("", Stream.concat(Stream.of(command), Stream.of("--dry-run")).toArray(String[]::new));
    assertEquals(0, dry.code(), dry.out());
    assertEquals(before, contents(directory), "a dry run writes nothing");
    for (String said : List.of("new       " + directory.resolve("switchboard_pjsip.conf"), "changed   " + directory.resolve("extensions.conf"),
        "+ #include switchboard_extensions.conf")) {
      assertTrue(dry.out().contains(said), dry.out());
    }
    assertFalse(dry.out().contains("secret = rehearsal"), "no secret is shown");

    Said written = run("", command);
    assertEquals(0, written.code(), written.out());
    assertTrue(contents(directory).get("extensions.conf").startsWith(before.get("extensions.conf")), "theirs stays as it was");
    Said again = run("", command);
    assertFalse(again.out().contains("new  ") || again.out().contains("changed  "), again.out());

    rehearsal.asterisk().kill();
    rehearsal.startAsteriskAgain(directory);
    Scene scene = Scene.of(rehearsal, rehearsal.platform());
    try (PlatformProcess platform = scene.platform;
        Ledger ledger = scene.ledger) {
      scene.phones("phones", new Behaviour.Answers(Span.ofMs(0), Stay.atMostMs(500)), PHONES);
      scene.ready("anna");
      assertEquals("AGENT_HUNG_UP", scene.calls("030123461", Stay.untilHungUp()).ending());
      assertTrue(rehearsal.asterisk().console("dialplan show theirs").contains("NoOp"), "their own dialplan is there too");
      aPasswordThatIsSetLogsIn(platform);
    }
  }

  /** While the platform runs, as an administrator would. */
  private static void aPasswordThatIsSetLogsIn(PlatformProcess platform) throws Exception {
    String password = "anna's own long password";
    try (HttpClient http = HttpClient.newHttpClient()) {
      ApiClient api = new ApiClient(http, platform.api(), "demo", "anna", password);
      assertEquals("wrong_credentials", assertThrows(ApiRefusal.class, api::logIn).code());
      Said said = run(password + "\n", "password", "--config", rehearsal.config().toString(), "demo/anna");
      assertEquals(0, said.code(), said.out());
      assertFalse(said.out().contains(password), said.out());
      api.logIn();
    }
    for (String who : List.of("demo/nobody", "anna")) {
      Said said = run(password + "\n", "password", "--config", rehearsal.config().toString(), who);
      assertEquals(1, said.code(), said.out());
      assertTrue(said.out().contains(who.replaceAll(".*/", "")), said.out());
    }
  }

  /** Someone else's minimal Asterisk, with a dialplan of its own. */
  private static void existing(Path directory) throws IOException {
    AsteriskLocation location = AsteriskLocation.find();
    Path state = directory.resolve("state");
    Map<String, String> files = Map.of(
        "asterisk.conf", """
            [directories]
            astetcdir = %1$s
            astmoddir = %2$s
            astdatadir = %3$s
            astvarlibdir = %4$s/lib
            astdbdir = %4$s/lib
            astspooldir = %4$s/spool
            astrundir = %4$s/run
            astlogdir = %4$s/log
            """.formatted(directory, location.modules(), location.data(), state),
        "modules.conf", "[modules]\nautoload = yes\nnoload = chan_sip.so\n",
        "manager.conf", "[general]\nenabled = yes\nbindaddr = 127.0.0.1\nport = " + rehearsal.amiPort() + "\n",
        "pjsip.conf", "[their-transport]\ntype = transport\nprotocol = udp\nbind = 127.0.0.1:" + rehearsal.sipPort() + "\n",
        "extensions.conf", "[theirs]\nexten => 1,1,NoOp(theirs)",
        "logger.conf", "[logfiles]\nconsole = warning,error\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> contents(Path directory) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static Said run(String input, String... arguments) throws Exception {
    List<String> command = PlatformProcess.command(List.of("-XX:-AutoCreateSharedArchive"), arguments);
    Path out = Files.createTempFile(rehearsal.home(), "said", ".txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("still runs: " + command + "\n" + Files.readString(out));
    }
    return new Said(process.exitValue(), Files.readString(out));
  }
}
