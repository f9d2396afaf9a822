package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.core.release.MemoryReleases;
import io.switchboard.core.release.Release;
import io.switchboard.core.signal.ReloadRequest.Outcome;
import io.switchboard.ivr.lookup.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a copy of the configuration that comes with the program. */
class ReloadTest {
  @TempDir
  private Path directory;

  private final List<Configuration> applied = new ArrayList<>();
  private final MemoryReleases releases = new MemoryReleases();
  private Reload reload;
  private boolean broken;
  private int published;
  private Consumer<Configuration> inForce = taken -> {};

  @BeforeEach
  void open() throws Exception {
    Checkout.copyConfiguration(directory);
    Configuration configuration = ConfigurationFiles.load(directory, ReloadTest::variable);
    Sayings sayings = Sayings.load(directory, configuration, directory.resolve("sounds"));
    reload = new Reload(configuration, sayings, ReloadTest::variable, releases, this::take);
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(directory.resolve(file));
    assertTrue(text.contains(from), file + " has no " + from);
    Files.writeString(directory.resolve(file), text.replace(from, to));
  }

  private static @Nullable String variable(String name) {
    return name.equals("SWITCHBOARD_DEMO_PHONES_PORT") ? "5999" : System.getenv(name);
  }

  private void take(Configuration taken, Sayings spoken) {
    published = spoken.release();
    inForce.accept(taken);
    if (broken) {
      throw new IllegalStateException("broken");
    }
    applied.add(taken);
  }

  private Outcome take() {
    return reload.take("demo/ada");
  }

  private static List<String> changed(Outcome outcome) {
    return outcome instanceof Outcome.Done done ? done.changed() : List.of("refused: " + outcome);
  }

  @Test
  void whatMayChangeWhileCallsAreOnTheLineIsTaken() throws Exception {
    change("agents.yaml", "skills: { sales: 9, english: 8 }", "skills: { sales: 2, english: 8 }");
    change("queues.yaml", "ring_s: 15", "ring_s: 7");
    change("hours.yaml", "08:00-18:00", "07:00-18:00");
    change("switchboard.yaml", "point_worth_s: 60", "point_worth_s: 30");
    change("tenants.yaml", "vip: 8", "vip: 10");
    change("flows/direct-sales.yaml", "queue: sales", "queue: support");
    assertEquals(List.of("switchboard.yaml", "tenants.yaml", "queues.yaml", "agents.yaml", "hours.yaml", "flows"), changed(take()));
    Configuration taken = applied.getFirst();
    assertEquals(7_000, taken.queues().getFirst().ringMs());
    assertEquals(30_000, taken.floor().pointWorthMs());
    assertEquals(10, taken.floor().points(taken.tenants().getFirst().id(), "vip"));
    assertEquals(List.of(), changed(take()));
  }

  @Test
  void flowsAndPromptsAreKeptAsAReleaseBeforeTheyAreInForce_andOnlyWhatChanged() throws Exception {
    assertEquals(new Outcome.Done(List.of(), 0), take(), "what the platform began with was kept as it began");
    change("flows/direct-sales.yaml", "queue: sales", "queue: support");
    inForce = taken -> assertEquals(1, releases.list(2, 1).size());
    assertEquals(new Outcome.Done(List.of("flows"), 1), take());
    assertEquals(1, applied.size() - 1);
    change("queues.yaml", "ring_s: 15", "ring_s: 7");
    assertEquals(new Outcome.Done(List.of("queues.yaml"), 1), take());
    change("prompts/en.yaml", "goodbye: ", "goodbye: Well, ");
    assertEquals(new Outcome.Done(List.of("prompts"), 2), take());
    assertEquals(2, published);
    change("flows/direct-sales.yaml", "queue: support", "queue: sails");
    assertTrue(take() instanceof Outcome.Refused);
    assertEquals(List.of(2, 1), releases.list(Integer.MAX_VALUE, 10).stream().map(Release::number).toList());
    assertEquals("demo/ada", releases.list(Integer.MAX_VALUE, 1).getFirst().by());
    assertEquals(Files.readString(directory.resolve("prompts/en.yaml")), releases.content(2).orElseThrow().texts().get("prompts/en.yaml"));
  }

  @Test
  void whileReleasesCannotBeKept_nothingIsPublished_butAllElseIsTaken() throws Exception {
    releases.keepsNothing = true;
    change("flows/direct-sales.yaml", "queue: sales", "queue: support");
    assertEquals(List.of("flows, prompts: they are not published, for their release cannot be kept: PostgreSQL cannot keep the release: gone;"
        + " try again when GET /api/health says that postgres is up"), ((Outcome.Refused) take()).wrongs());
    assertEquals(List.of(), applied);
    change("flows/direct-sales.yaml", "queue: support", "queue: sales");
    change("queues.yaml", "ring_s: 15", "ring_s: 7");
    assertEquals(List.of("queues.yaml"), changed(take()));
  }

  @Test
  void whereATrunksCallsMayBeTransferredTo_isTaken_andHoldsForTheFlowsReadWithIt() throws Exception {
    change("flows/direct-sales.yaml", "queue: sales", "queue: support");
    change("trunks.yaml", "  # transfer_to: [pbx.example.com] ", "  transfer_to: [pbx.example.com] ");
    assertEquals(List.of("trunks.yaml", "flows"), changed(take()));
    assertEquals(List.of("pbx.example.com"), applied.getFirst().trunks().getFirst().transferTo());
  }

  @Test
  void aCalendarIsTakenAnew_orRefusedWithItsLine() throws Exception {
    change("calendars/berlin-holidays.ics", "DTSTART;VALUE=DATE:20200308", "DTSTART;VALUE=DATE:20200309");
    assertEquals(List.of("calendars"), changed(take()));
    change("calendars/berlin-holidays.ics", "DTSTART;VALUE=DATE:20200309", "DTSTART;VALUE=DATE:soon");
    assertTrue(((Outcome.Refused) take()).wrongs().getFirst().startsWith("calendars/berlin-holidays.ics:15: DTSTART: 'soon' is no date"));
  }

  @Test
  void whenAnythingIsWrong_thenNothingIsTaken() throws Exception {
    change("agents.yaml", "skills: { sales: 9, english: 8 }", "skills: { sales: 2, english: 8 }");
    change("queues.yaml", "wrap_up_s: 20", "wrap_up_s: soon");
    change("flows/direct-sales.yaml", "queue: sales", "queue: sails");
    Outcome.Refused refused = (Outcome.Refused) take();
    assertEquals(List.of(), applied);
    assertEquals(1, refused.wrongs().size(), refused.toString());
    assertTrue(refused.wrongs().getFirst().contains("demo.support.wrap_up_s: 'soon' is not allowed"), refused.toString());
    change("queues.yaml", "wrap_up_s: soon", "wrap_up_s: 20");
    assertTrue(((Outcome.Refused) take()).wrongs().getFirst().contains("no queue is named 'sails'"));
    change("flows/direct-sales.yaml", "queue: sails", "queue: sales");
    change("queues.yaml", "comfort-thanks", "comfort-thanx");
    assertTrue(((Outcome.Refused) take()).wrongs().getFirst().contains("prompt 'comfort-thanx' is missing in language 'en'"));
    change("queues.yaml", "comfort-thanx", "comfort-thanks");
    assertEquals(List.of("agents.yaml"), changed(take()));
  }

  @Test
  void whenARecordingIsNoSound_thenItIsRefusedWithItsFile() throws Exception {
    Files.createDirectories(directory.resolve("prompts/zh"));
    Files.writeString(directory.resolve("prompts/zh/goodbye.wav"), "This is a text.");
    List<String> wrongs = ((Outcome.Refused) take()).wrongs();
    assertEquals(1, wrongs.size(), wrongs.toString());
    assertTrue(wrongs.getFirst().startsWith("prompts/zh/goodbye.wav: the file is no sound file, whatever its name says"), wrongs.toString());
  }

  @Test
  void aLookupIsTakenWhileCallsAreOnTheLine_aSourceIsNot() throws Exception {
    change("lookups.yaml", "where number = :order", "where orders.number = :order");
    assertEquals(List.of("lookups.yaml"), changed(take()));
    assertEquals("text", applied.getFirst().lookupsByName().get("order-state").gives().get("state").word());
    change("lookups.yaml", "no such account. Five", "no such account.\n    # Five");
    assertEquals(List.of(), changed(take()), "a comment, and other lines, are no change");
    change("lookups.yaml", "connections: 8", "connections: 9");
    assertEquals(
        new Outcome.Refused(List.of("lookups.yaml:4: sources.company: changed, which is read at start only; restart, or undo that change")), take());
  }

  @Test
  void whatOnlyTheDataSourceFindsWrongIsRefusedToo() throws Exception {
    Configuration configuration = ConfigurationFiles.load(directory, ReloadTest::variable);
    Sayings sayings = Sayings.load(directory, configuration, directory.resolve("sounds"));
    reload = new Reload(configuration, sayings, ReloadTest::variable, releases, this::take, (inForce, next) ->
        next.lookups().stream().filter(plan -> inForce.lookups().stream().noneMatch(plan::asksAs))
            .map(plan -> plan.wrong(new Proof.Fault("sql", "no such column", "correct it"))).toList());
    assertEquals(List.of(), changed(take()));
    applied.clear();
    change("lookups.yaml", "select balance, currency", "select balanc, currency");
    List<String> wrongs = ((Outcome.Refused) take()).wrongs();
    assertTrue(wrongs.size() == 1 && wrongs.getFirst().matches("lookups.yaml:[0-9]+: lookups.balance.sql: no such column; correct it"), wrongs::toString);
    assertEquals(wrongs, reload.hindrances(directory));
    assertEquals(List.of(), applied);
  }

  @Test
  void placeholdersAreFilledAsAtTheStart() {
    assertEquals(List.of(), changed(take()));
  }

  @Test
  void whenTakingItBreaksOff_thenItIsSaid() {
    broken = true;
    assertTrue(((Outcome.Refused) take()).wrongs().getFirst().startsWith("reloading broke off, see the log"));
  }

  @Test
  void whatIsReadAtStartOnlyIsNamed_andHoldsBackTheRest() throws Exception {
    change("queues.yaml", "ring_s: 15", "ring_s: 7");
    change("trunks.yaml", "region: DE", "region: FR");
    change("agents.yaml", "endpoint: demo-anna", "endpoint: demo-anne");
    assertEquals(
        new Outcome.Refused(List.of(
            "agents.yaml:14: demo.anna: phone or role changed, which is read at start only; restart, or undo that change",
            "trunks.yaml:3: carrier: changed, which is read at start only; restart, or undo that change")),
        take());
    assertEquals(List.of(), applied);
  }
}
