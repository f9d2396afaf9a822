package io.switchboard.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.acd.AcdStage;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.configuration.Directory;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.JournalSettings;
import io.switchboard.core.adapter.postgres.PgJournal;
import io.switchboard.core.adapter.postgres.PgSettings;
import io.switchboard.core.ending.Party;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.line.FakeLine;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.AgentRequest;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.core.signal.DirectSignals;
import io.switchboard.core.time.ManualTime;
import io.switchboard.servers.postgres.PostgresServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command on a journal in PostgreSQL. One agent, 5 s to answer, no wrap-up. c1 comes at 10:00:00 and talks from 5 s to 65 s; c2 comes at
 * 10 s and talks from 70 s to 100 s; c3 comes at 20 s and hangs up at 60 s.
 */
@Timeout(120)
class ReplayIT {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = QueueId.of("demo", "sales");
  private static final AgentId ANNA = AgentId.of("demo", "anna");
  /** 10:00 in Berlin. */
  private static final long TEN = Instant.parse("2024-07-01T08:00:00Z").toEpochMilli();

  private static PostgresServer server;
  @TempDir private static Path home;

  private final DirectSignals signals = new DirectSignals();
  private final ManualTime time = new ManualTime(TEN - 1_800_000);
  private final MemoryJournal journal = new MemoryJournal();

  @BeforeAll
  static void record() throws Exception {
    server = PostgresServer.temporary();
    configuration("config", "");
    configuration("reserving", "    reserve: { agents: 1, points: 10 }\n");
    List<Fact> facts = new ReplayIT().morning();
    try (Database database = Database.open(PgSettings.of(server.jdbcUrl(), server.user(), server.password()));
        PgJournal kept = PgJournal.open(database, JournalSettings.of("test", home.resolve("spill")), fed -> {}, fatal -> {})) {
      facts.forEach(fact -> kept.append(List.of(fact), false, () -> {}));
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static void configuration(String name, String more) throws Exception {
    Path path = Files.createDirectory(home.resolve(name));
    new Directory(path)
        .change("switchboard.yaml", "asterisk: embedded\n", "asterisk: embedded\npostgres: " + server.jdbcUrl() + "\npostgres_user: "
            + server.user() + "\npostgres_password: \"" + server.password() + "\"\n")
        .write("queues.yaml", "demo:\n  sales:\n    ring_s: 15\n    wrap_up_s: 0\n    hours: office\n" + more);
  }

  /** What the stage that routes live calls wrote that morning. */
  private List<Fact> morning() throws Exception {
    AcdStage stage = new AcdStage(
        ConfigurationFiles.load(home.resolve("config")).floor(), signals, journal, new FakeLine(), time, time, Runnable::run);
    stage.open();
    signals.send(new LineEvent.Restored(List.of(), List.of(), Set.of()));
    signals.ask(new AgentRequest.SignIn(ANNA));
    signals.ask(new AgentRequest.Ready(ANNA));
    comes(0, "c1");
    at(5_000, new LineEvent.Connected(offer("c1")));
    comes(10_000, "c2");
    comes(20_000, "c3");
    hangsUp(60_000, "c3");
    at(65_000, new LineEvent.TalkEnded(offer("c1"), Party.CALLER));
    hangsUp(65_000, "c1");
    at(70_000, new LineEvent.Connected(offer("c2")));
    at(100_000, new LineEvent.TalkEnded(offer("c2"), Party.CALLER));
    hangsUp(100_000, "c2");
    time.advance(3_600_000);
    signals.ask(new AgentRequest.SignOut(ANNA));
    return journal.facts();
  }

  private static OfferId offer(String call) {
    return new OfferId(new CallId(call), 1);
  }

  private void comes(long ms, String call) {
    time.advance(TEN + ms - time.nowMs());
    write(new Fact.CallArrived(time.nowMs(), DEMO, new CallId(call), "", "", "", "", "main", "main", "en"));
    signals.send(new CallSignal.Enqueue(new CallId(call), SALES, 0, Map.of(), "", ""));
  }

  private void at(long ms, LineEvent event) {
    time.advance(TEN + ms - time.nowMs());
    signals.send(event);
  }

  private void hangsUp(long ms, String call) {
    at(ms, new LineEvent.CallerGone(new CallId(call), Party.CALLER));
    write(new Fact.InteractionClosed(time.nowMs(), DEMO, new CallId(call)));
  }

  /** What the call's own stage writes. */
  private void write(Fact fact) {
    journal.append(List.of(fact), false, () -> {});
  }

  private record Said(int code, String out, String err) {
    JsonNode json() throws Exception {
      assertEquals(0, code, err);
      assertEquals(1, out.lines().count(), out);
      return new JsonMapper().readTree(out);
    }
  }

  private static Said replay(String options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
        .execute(Stream.concat(Stream.of("replay", "--config", home.resolve("config").toString()), Stream.of(options.split(" ")))
            .toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  private static JsonNode scenario(JsonNode told, String name) {
    for (JsonNode scenario : told.get("scenarios")) {
      if (scenario.get("name").asText().equals(name)) {
        return scenario;
      }
    }
    throw new AssertionError(name + " is not in " + told);
  }

  private static void sales(JsonNode scenario, int answered, int abandoned, double asaS) {
    JsonNode sales = scenario.get("queues").get(0);
    assertEquals("sales", sales.get("queue").asText());
    assertEquals(3, sales.get("entered").asInt());
    assertEquals(answered, sales.get("answered").asInt(), sales.toString());
    assertEquals(abandoned, sales.get("abandoned").asInt(), sales.toString());
    assertEquals(asaS, sales.get("asa_s").asDouble(), 1e-9, sales.toString());
  }

  @Test
  void whenAnAgentIsAdded_thenTheThirdCallerIsAnsweredTooAndNobodyWaitsForLong() throws Exception {
    JsonNode told = replay("--from 2024-07-01 --add 1/sales@9:45-11:30 --json").json();
    assertEquals("2024-07-01T00:00+02:00", told.get("from").asText());
    sales(scenario(told, "recorded"), 2, 1, (5 + 60) / 2.0);
    sales(scenario(told, "replayed"), 2, 1, (5 + 60) / 2.0);
    assertEquals(scenario(told, "recorded").get("queues"), scenario(told, "replayed").get("queues"));
    assertEquals(scenario(told, "recorded").get("agents"), scenario(told, "replayed").get("agents"));
    sales(scenario(told, "changed"), 3, 0, (5 + 5 + 30) / 3.0);
  }

  @Test
  void whenTheOnlyAgentLeavesAtTen_thenNobodyIsAnswered() throws Exception {
    JsonNode told = replay("--from 2024-07-01T09:00 --to 2024-07-01T12:00 --leave 1@9:59 --json").json();
    JsonNode sales = scenario(told, "changed").get("queues").get(0);
    assertEquals(0, sales.get("answered").asInt());
    assertEquals(3, sales.get("refused").get("no_agents").asInt(), sales.toString());
  }

  @Test
  void whenOtherRulesKeepTheLastAgent_thenWhoeverIsNotImportantWaitsInVain() throws Exception {
    JsonNode told = replay("--from 2024-07-01 --with " + home.resolve("reserving") + " --queue sales --json").json();
    JsonNode sales = scenario(told, "changed").get("queues").get(0);
    assertTrue(sales.get("asa_s").isNull() || sales.get("asa_s").asDouble() > 60, sales.toString());
  }

  @Test
  void whenItBeginsWhileSomebodyTalks_thenThatIsKnownFromBefore() throws Exception {
    JsonNode told = replay("--from 2024-07-01T10:00:30 --to 2024-07-01T10:02:00 --json").json();
    assertEquals(65.0 / 90, scenario(told, "recorded").get("occupancy").asDouble(), 1e-9);
    assertEquals(65.0 / 90, scenario(told, "replayed").get("occupancy").asDouble(), 1e-9);
  }

  @Test
  void whenNoJsonIsAskedFor_thenItIsATable() {
    Said said = replay("--from 2024-07-01 --add 1/sales@9:45");
    assertEquals(0, said.code(), said.err());
    List<String> rows = said.out().lines().filter(line -> line.contains("recorded") || line.contains("replayed") || line.contains("changed"))
        .map(line -> line.trim().replaceAll("\\s+", " ")).toList();
    assertEquals("sales recorded 3 2 33.3 % 1 33.3 % 32.5 45.0 0 0", rows.get(0));
    assertEquals("replayed 3 2 33.3 % 1 33.3 % 32.5 45.0 0 0", rows.get(1));
    assertTrue(rows.get(2).startsWith("changed 3 3 66.7 % 0 0.0 % 13.3 "), rows.get(2));
    assertTrue(said.out().contains("service level: answered within 20 s / (answered + abandoned after 20 s)"), said.out());
  }

  @Test
  void whenNobodyCalled_thenItSaysSo() {
    Said said = replay("--from 2024-06-01");
    assertEquals(1, said.code());
    assertEquals("no call came to a queue of demo from 2024-06-01T00:00 until 2024-06-02T00:00; give another --from and --to",
        said.err().strip());
  }

  @Test
  void whenMoreAreToLeaveThanWereThere_thenItSaysHowManyThereWere() {
    Said said = replay("--from 2024-07-01 --leave 2/sales@10:30");
    assertEquals(2, said.code());
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().startsWith("--leave: at 10:30 only 1 were signed in who serve sales, not 2"), said.err());
  }
}
