package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.editing.Editing;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.release.MemoryReleases;
import io.switchboard.core.release.Release;
import io.switchboard.core.signal.ConfigurationRequest.ChangeQueue;
import io.switchboard.core.signal.ConfigurationRequest.ListFiles;
import io.switchboard.core.signal.ConfigurationRequest.NewText;
import io.switchboard.core.signal.ConfigurationRequest.Outcome;
import io.switchboard.core.signal.ConfigurationRequest.ReadFile;
import io.switchboard.core.signal.ConfigurationRequest.Reason;
import io.switchboard.core.signal.ConfigurationRequest.RollBack;
import io.switchboard.core.signal.ConfigurationRequest.State;
import io.switchboard.core.signal.ConfigurationRequest.Version;
import io.switchboard.core.signal.ConfigurationRequest.WriteFile;
import io.switchboard.core.signal.ConfigurationRequest.WriteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a copy of the configuration that comes with the program; what is put in force is collected. */
class EditingTest {
  private static final String ADA = "demo/ada";

  @TempDir
  private Path directory;

  private final List<Configuration> applied = new ArrayList<>();
  private final MemoryReleases releases = new MemoryReleases();
  private Editing editing;

  @BeforeEach
  void open() throws Exception {
    Checkout.copyConfiguration(directory);
    Configuration configuration = ConfigurationFiles.load(directory);
    Sayings sayings = Sayings.load(directory, configuration, directory.resolve("sounds"));
    editing = new Editing(directory, new Reload(configuration, sayings, System::getenv, releases, (taken, spoken) -> applied.add(taken)), releases);
  }

  private Outcome.Text read(String file) {
    return (Outcome.Text) editing.answer(new ReadFile(file, ADA));
  }

  private Outcome replace(String file, String from, String to) {
    Outcome.Text before = read(file);
    assertTrue(before.text().contains(from), before.text());
    return editing.answer(new WriteFile(file, before.text().replace(from, to), before.version(), ADA));
  }

  private static List<String> refused(Outcome outcome, Reason reason) {
    Outcome.Refused refused = (Outcome.Refused) outcome;
    assertEquals(reason, refused.reason(), refused.toString());
    return refused.about();
  }

  private List<State> files() {
    return ((Outcome.Files) editing.answer(new ListFiles(ADA))).files();
  }

  private List<Path> history(String folder) throws Exception {
    Path history = directory.resolve(".history").resolve(folder);
    if (!Files.exists(history)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(history)) {
      return all.filter(each -> !each.getFileName().toString().startsWith("changes.log") && Files.isRegularFile(each)).sorted().toList();
    }
  }

  @Test
  void aRightFileIsOnDiskAndInForce_andTheOneBeforeIsKept() throws Exception {
    String before = read("queues.yaml").text();
    Files.setPosixFilePermissions(directory.resolve("queues.yaml"), PosixFilePermissions.fromString("rw-r-----"));
    Outcome.Written written = (Outcome.Written) replace("queues.yaml", "ring_s: 15", "ring_s: 7");
    assertEquals(List.of("queues.yaml"), written.changed());
    assertEquals(7_000, applied.getFirst().queues().getFirst().ringMs());
    assertEquals(before.replace("ring_s: 15", "ring_s: 7"), Files.readString(directory.resolve("queues.yaml")));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("queues.yaml"))));
    assertEquals(written.version(), read("queues.yaml").version());
    assertEquals(before, Files.readString(history("").getFirst()));
    State queues = files().stream().filter(state -> state.file().equals("queues.yaml")).findFirst().orElseThrow();
    assertEquals(ADA, queues.changedBy());
    assertEquals(written.version(), queues.version());
  }

  /** Of the nth ring time in the file. */
  private static int line(String file, int nth) {
    List<String> lines = file.lines().toList();
    int found = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("    ring_s: ") && ++found == nth) {
        return i + 1;
      }
    }
    throw new AssertionError("no ring time number " + nth);
  }

  @Test
  void aWrongFileChangesNothing_onDiskOrInForce() throws Exception {
    String before = read("queues.yaml").text();
    assertEquals(
        List.of(
            "queues.yaml:" + line(before, 1) + ": demo.sales.ring_s: 'soon' is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's",
            "queues.yaml:" + line(before, 2) + ": demo.support.ring_s: 'soon' is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's"),
        refused(replace("queues.yaml", "ring_s: 15", "ring_s: soon"), Reason.WRONG_SETTINGS));
    assertTrue(refused(replace("queues.yaml", "  support:", "  suport:"), Reason.WRONG_SETTINGS).toString().contains("agents.yaml:"));
    assertTrue(refused(replace("flows/main.yaml", "queue: sales", "queue: sails"), Reason.WRONG_SETTINGS).toString().contains("no queue is named 'sails'"));
    assertTrue(refused(replace("trunks.yaml", "region: DE", "region: FR"), Reason.WRONG_SETTINGS).getFirst().contains("restart"));
    assertTrue(refused(replace("queues.yaml", "demo:", "demo: ["), Reason.WRONG_SETTINGS).getFirst().contains("is not YAML"));
    assertEquals(before, read("queues.yaml").text());
    assertEquals(List.of(), applied);
    assertEquals(List.of(), history(""));
  }

  @Test
  void whoHasNotReadTheLastVersionReplacesNothing() throws Exception {
    Outcome.Text before = read("queues.yaml");
    replace("queues.yaml", "ring_s: 15", "ring_s: 7");
    assertEquals(List.of("queues.yaml"),
        refused(editing.answer(new WriteFile("queues.yaml", before.text(), before.version(), ADA)), Reason.CHANGED_MEANWHILE));
    refused(editing.answer(new WriteFile("queues.yaml", before.text(), "", ADA)), Reason.CHANGED_MEANWHILE);
    refused(editing.answer(new ChangeQueue(QueueId.of("demo", "sales"), Map.of("ring_s", 9), before.version(), ADA)), Reason.CHANGED_MEANWHILE);
    assertEquals(1, applied.size());
  }

  @Test
  void aNewFlowAndANewCalendarMayCome() throws Exception {
    String flow = read("flows/direct-sales.yaml").text();
    assertEquals(List.of("flows"), ((Outcome.Written) editing.answer(new WriteFile("flows/again.yaml", flow, "", ADA))).changed());
    String calendar = read("calendars/berlin-holidays.ics").text();
    editing.answer(new WriteFile("calendars/other.ics", calendar, "", ADA));
    assertEquals(List.of("hours.yaml", "calendars"), ((Outcome.Written) replace(
        "hours.yaml", "      mon-sun: [\"00:00-24:00\"]\n", "      mon-fri: [\"00:00-24:00\"]\n    calendars: [other.ics]\n")).changed());
    assertTrue(refused(replace("calendars/other.ics", "DTSTART;VALUE=DATE:20200501", "DTSTART:soon"), Reason.WRONG_SETTINGS).getFirst()
        .startsWith("calendars/other.ics:22: DTSTART: 'soon'"));
    refused(editing.answer(new WriteFile("calendars/third.ics", calendar, "0123", ADA)), Reason.UNKNOWN_FILE);
  }

  private Outcome rollBack(int release) {
    return editing.answer(new RollBack(release, ADA));
  }

  /** Release 1 is the files as they came, with another goodbye; release 2 has a flow more. */
  private void twoReleases() throws Exception {
    replace("flows/direct-sales.yaml", "description:", "description: In release 1,");
    editing.answer(new WriteFile("flows/again.yaml", read("flows/direct-sales.yaml").text(), "", ADA));
    assertEquals(2, releases.list(Integer.MAX_VALUE, 10).size());
  }

  @Test
  void aRollBackBringsTheFilesOfTheReleaseBack_andKeepsWhatStoodThere() throws Exception {
    twoReleases();
    String first = read("flows/direct-sales.yaml").text();
    Path direct = directory.resolve("flows/direct-sales.yaml");
    Files.writeString(direct, first.replace("queue: sales", "queue: support")); // by an editor, and never published
    assertEquals(new Outcome.RolledBack(1, 3, List.of("flows")), rollBack(1));
    assertEquals(first, Files.readString(direct));
    assertFalse(Files.exists(directory.resolve("flows/again.yaml")));
    Release third = releases.list(4, 1).getFirst();
    assertEquals(List.of(1, ADA), List.of(third.rolledBackTo(), third.by()));
    assertEquals(releases.content(1).orElseThrow().texts(), releases.content(3).orElseThrow().texts());
    List<Path> kept = history("flows");
    assertTrue(kept.stream().anyMatch(each -> each.getFileName().toString().startsWith("again.yaml.")), kept::toString);
    assertTrue(Files.readString(kept.getLast()).contains("queue: support"), kept::toString);
    assertTrue(Files.readString(directory.resolve(".history/changes.log")).matches("(?s).*demo/ada\tflows/again.yaml\t[0-9a-f]{32}\t-\n"));
    assertEquals(new Outcome.RolledBack(3, 3, List.of()), rollBack(3), "it is what is in force");
    assertEquals(new Outcome.RolledBack(2, 4, List.of("flows")), rollBack(2));
    assertTrue(Files.exists(directory.resolve("flows/again.yaml")));
  }

  @Test
  void aReleaseThatDoesNotFitAnyMore_orThereNeverWas_isRefusedWhole() throws Exception {
    String flow = read("flows/direct-sales.yaml").text();
    editing.answer(new WriteFile("flows/again.yaml", flow.replace("queue: sales", "queue: third"), "", ADA));
    assertEquals(0, releases.list(Integer.MAX_VALUE, 10).size(), "there is no such queue yet");
    String queues = read("queues.yaml").text();
    editing.answer(new WriteFile("queues.yaml", queues + "  third: {}\n", read("queues.yaml").version(), ADA));
    editing.answer(new WriteFile("flows/again.yaml", flow.replace("queue: sales", "queue: third"), "", ADA));
    replace("flows/again.yaml", "queue: third", "queue: sales");
    editing.answer(new WriteFile("queues.yaml", queues, read("queues.yaml").version(), ADA));
    String now = read("flows/again.yaml").text();
    int before = applied.size();
    List<String> wrongs = refused(rollBack(1), Reason.WRONG_SETTINGS);
    assertTrue(wrongs.getFirst().matches("flows/again.yaml:\\d+:\\d+: .*no queue is named 'third'.*"), wrongs::toString);
    assertEquals(now, read("flows/again.yaml").text());
    assertEquals(before, applied.size());
    assertEquals(List.of("7"), refused(rollBack(7), Reason.UNKNOWN_RELEASE));
  }

  @Test
  void whenTheReleaseCannotBeKept_thenARollBackLeavesTheFilesAsTheyWere() throws Exception {
    twoReleases();
    String now = read("flows/direct-sales.yaml").text();
    replace("flows/direct-sales.yaml", "queue: sales", "queue: support");
    releases.keepsNothing = true;
    assertTrue(refused(rollBack(1), Reason.WRONG_SETTINGS).getFirst().contains("gone"));
    assertEquals(now.replace("queue: sales", "queue: support"), read("flows/direct-sales.yaml").text());
    assertTrue(Files.exists(directory.resolve("flows/again.yaml")));
    refused(replace("flows/again.yaml", "queue: sales", "queue: support"), Reason.WRONG_SETTINGS);
    assertEquals(now, read("flows/again.yaml").text());
  }

  @Test
  void aPromptComesInBothLanguagesAtOnce_orInNone() throws Exception {
    Outcome.Text english = read("prompts/en.yaml");
    Outcome.Text chinese = read("prompts/zh.yaml");
    NewText hello = new NewText("prompts/en.yaml", english.text() + "again-hello: Hello again.\n", english.version());
    NewText nihao = new NewText("prompts/zh.yaml", chinese.text() + "again-hello: 您好。\n", chinese.version());
    refused(editing.answer(new WriteFile(hello.file(), hello.text(), hello.replaces(), ADA)), Reason.WRONG_SETTINGS);
    assertEquals(List.of("prompts/zh.yaml"), refused(
        editing.answer(new WriteFiles(List.of(hello, new NewText(nihao.file(), nihao.text(), "0123")), ADA)), Reason.CHANGED_MEANWHILE));
    refused(editing.answer(new WriteFiles(List.of(hello, nihao, new NewText("../x.yaml", "", "")), ADA)), Reason.UNKNOWN_FILE);
    assertEquals(List.of(english.text(), chinese.text()), List.of(read("prompts/en.yaml").text(), read("prompts/zh.yaml").text()));

    Outcome.AllWritten written = (Outcome.AllWritten) editing.answer(new WriteFiles(List.of(hello, nihao), ADA));
    assertEquals(List.of("prompts"), written.changed());
    assertEquals(List.of(new Version("prompts/en.yaml", read("prompts/en.yaml").version()), new Version("prompts/zh.yaml", read("prompts/zh.yaml").version())),
        written.files());
    assertEquals(List.of(hello.text(), nihao.text()), List.of(read("prompts/en.yaml").text(), read("prompts/zh.yaml").text()));
    assertEquals(2, history("prompts").size());
    assertEquals(2, Files.readAllLines(directory.resolve(".history/changes.log")).size());
  }

  @Test
  void whenOneOfTheFilesCannotTakeItsPlace_thenNoneDoes() throws Exception {
    Outcome.Text english = read("prompts/en.yaml");
    Outcome.Text chinese = read("prompts/zh.yaml");
    Path elsewhere = directory.resolveSibling("zh-" + directory.getFileName() + ".yaml");
    Files.move(directory.resolve("prompts/zh.yaml"), elsewhere);
    Files.createSymbolicLink(directory.resolve("prompts/zh.yaml"), elsewhere);
    List<String> about = refused(editing.answer(new WriteFiles(List.of(
        new NewText("prompts/en.yaml", english.text() + "again-hello: Hello again.\n", english.version()),
        new NewText("prompts/zh.yaml", chinese.text() + "again-hello: 您好。\n", chinese.version())), ADA)), Reason.NOT_WRITABLE);
    assertEquals(List.of("prompts/zh.yaml is a link; edit the file that it leads to"), about);
    assertEquals(english.text(), read("prompts/en.yaml").text());
    try (Stream<Path> left = Files.list(directory.resolve("prompts"))) {
      assertEquals(List.of(), left.map(each -> each.getFileName().toString()).filter(name -> name.startsWith(".")).toList());
    }
    assertEquals(List.of(), applied);
    Files.delete(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "../users.yaml", "flows/../users.yaml", "/etc/passwd", "flows/x.yml", "flows/.x.yaml", "secrets/tokens", ".history/changes.log",
      "calendars/../../x.ics", "flows/a/b.yaml", "schema/queues.schema.json", "other.yaml", "", "prompts/en/hello.wav"})
  void onlyConfigurationFilesAreReadOrWritten(String file) throws Exception {
    Files.createDirectories(directory.resolve("secrets"));
    Files.writeString(directory.resolve("secrets/tokens"), "hunter2");
    refused(editing.answer(new ReadFile(file, ADA)), Reason.UNKNOWN_FILE);
    refused(editing.answer(new WriteFile(file, "x", "", ADA)), Reason.UNKNOWN_FILE);
  }

  @Test
  void aSecretInPlainIsNotHandedOut_norTaken() throws Exception {
    Path trunks = directory.resolve("trunks.yaml");
    Files.writeString(trunks, Files.readString(trunks).replace("region: DE ", "user: me\n  secret: hunter2\n  region: DE "));
    List<String> about = refused(editing.answer(new ReadFile("trunks.yaml", ADA)), Reason.PLAIN_SECRET);
    assertTrue(about.getFirst().startsWith("trunks.yaml:8: carrier.secret: has a secret in plain"), about::toString);
    assertFalse(about.toString().contains("hunter2"));
    assertTrue(refused(replace("agents.yaml", "display_name: Anna Schmidt", "display_name: file:/etc/hostname"), Reason.WRONG_SETTINGS).getFirst()
        .contains("has a placeholder that was not there before"));
  }

  @Test
  void aFileOfASecretIsFoundFromTheConfigurationDirectory() throws Exception {
    Path outside = Files.writeString(directory.resolveSibling("outside-" + directory.getFileName()), "Anna from outside");
    Path agents = directory.resolve("agents.yaml");
    Files.writeString(agents, Files.readString(agents).replace("Anna Schmidt", "file:../" + outside.getFileName()));
    assertEquals(List.of("queues.yaml", "agents.yaml"), ((Outcome.Written) replace("queues.yaml", "ring_s: 15", "ring_s: 7")).changed());
    Files.delete(outside);
    assertTrue(refused(replace("queues.yaml", "ring_s: 7", "ring_s: 8"), Reason.WRONG_SETTINGS).getFirst()
        .contains("the file " + directory.resolve("../" + outside.getFileName()) + " cannot be read"));
  }

  @Test
  void oneSettingOfAQueueIsChanged_andTheFilesCommentsStay() throws Exception {
    String before = read("queues.yaml").text();
    Outcome.Written written = (Outcome.Written) editing.answer(
        new ChangeQueue(QueueId.of("demo", "sales"), Map.of("ring_s", 8), "", ADA));
    assertEquals(8L, written.settings().get("ring_s"));
    assertEquals(before.replaceFirst("ring_s: 15 ", "ring_s: 8 "), read("queues.yaml").text());
    assertEquals(8_000, applied.getFirst().queues().getFirst().ringMs());
    assertEquals(15_000, applied.getFirst().queues().get(1).ringMs());
    assertEquals(List.of("queues.yaml:" + line(before, 1) + ": demo.sales.ring_s: 0 is not allowed; give seconds from 3 to 300 that a phone rings before the next agent's"),
        refused(editing.answer(new ChangeQueue(QueueId.of("demo", "sales"), Map.of("ring_s", 0), "", ADA)), Reason.WRONG_SETTINGS));
    refused(editing.answer(new ChangeQueue(QueueId.of("other", "sales"), Map.of("ring_s", 8), "", ADA)), Reason.UNKNOWN_QUEUE);
  }

  @Test
  void soManyVersionsAreKept_theOldestGo() throws Exception {
    for (int i = 0; i < 25; i++) {
      editing.answer(new ChangeQueue(QueueId.of("demo", "sales"), Map.of("ring_s", 10 + i), "", ADA));
    }
    List<Path> kept = history("");
    assertEquals(20, kept.size());
    assertTrue(Files.readString(kept.getFirst()).contains("ring_s: 14 ") && Files.readString(kept.getLast()).contains("ring_s: 33 "));
    assertEquals(25, Files.readAllLines(directory.resolve(".history/changes.log")).size());
  }

  @Test
  void whatWasChangedOnDiskMeanwhileIsTakenToo_orHoldsItBack() throws Exception {
    Path tenants = directory.resolve("tenants.yaml");
    Files.writeString(tenants, Files.readString(tenants).replace("vip: 8", "vip: nine"));
    assertTrue(refused(replace("queues.yaml", "ring_s: 15", "ring_s: 7"), Reason.WRONG_SETTINGS).getFirst().startsWith("tenants.yaml:"));
    Files.writeString(tenants, Files.readString(tenants).replace("vip: nine", "vip: 9"));
    assertEquals(List.of("tenants.yaml", "queues.yaml"), ((Outcome.Written) replace("queues.yaml", "ring_s: 15", "ring_s: 7")).changed());
  }
}
