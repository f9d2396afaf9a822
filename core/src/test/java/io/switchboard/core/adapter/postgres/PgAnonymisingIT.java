package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.customer.Anonymising.Outcome;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgAnonymisingIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final String NAME = "Rosalind Franklin";
  private static final String BORN = "Rosalind Elsie";
  private static final String NUMBER = "+447700900123";
  private static final String FORMER = "+447700900456";
  /** Somebody else's, with his in it. */
  private static final String LONGER = "+1447700900123";
  private static final String SHARED = "+442079460000";
  private static final CallId CALL = new CallId("sb1-7.1");
  private static final CallId NAMED = new CallId("sb1-9.1");
  private static final String LAWYER = "+447700900789";
  private static final CallId OTHERS = new CallId("sb1-8.1");

  private PostgresServer server;
  private PgSettings settings;
  private Database database;
  private PgCustomers customers;
  private PgJournal journal;
  @TempDir Path data;

  @BeforeEach
  void start() throws Exception {
    server = PostgresServer.temporary();
    settings = TestDatabase.make(server);
    database = Database.open(settings);
    customers = new PgCustomers(database, () -> 500);
    journal = PgJournal.open(database, JournalSettings.of("test", data.resolve("spill")), facts -> {}, why -> {});
  }

  @AfterEach
  void stop() {
    journal.close();
    database.close();
    server.close();
  }

  private void append(List<Fact> facts) throws InterruptedException {
    java.util.concurrent.CountDownLatch durable = new java.util.concurrent.CountDownLatch(1);
    journal.append(facts, true, durable::countDown);
    assertTrue(durable.await(10, java.util.concurrent.TimeUnit.SECONDS));
  }

  private List<Fact> story() {
    OfferId offer = new OfferId(CALL, 1);
    String run = CALL + "-r1";
    return List.of(
        new Fact.CallArrived(1_000, DEMO, CALL, "+4930100", NUMBER, NAME, "main", "hotline", "welcome", "en"),
        new Fact.Learned.Remembered(1_100, DEMO, CALL, 0, Map.of("name", NAME, "account", "4711")),
        new Fact.QueueEntered(1_200, DEMO, CALL, 1, Samples.SALES, 0, Map.of("english", 1), NUMBER, NAME),
        new Fact.Connected(1_300, DEMO, CALL, offer, Samples.SALES, Samples.ANN, 100, 50, NUMBER),
        new Fact.Scripted.PageShown(1_310, DEMO, CALL, run, 1, List.of(new Fact.Place("router", "ask", Map.of("who", NAME), Map.of("ask", 1)))),
        new Fact.Scripted.PageAnswered(1_320, DEMO, CALL, run, 1, "router/ask", "she is " + NAME, "ann"),
        new Fact.Scripted.NoteWritten(1_330, DEMO, CALL, run, 1, "lives in London", "ann"),
        new Fact.Errand.RecordingKept(1_400, DEMO, CALL, 1, "recordings/statement.wav", 3_000),
        new Fact.Errand.VoicemailLeft(1_500, DEMO, CALL, 1, Samples.SALES, "recordings/message.wav", 3_000, NUMBER),
        new Fact.Task.TaskMade(1_600, DEMO, CALL, CALL + "-s1", Samples.SALES, NUMBER, NAME, "en", "csat", 1, Samples.ANN, 9_000),
        new Fact.Task.TaskDone(1_700, DEMO, CALL, CALL + "-s1", "sam", "told " + NAME),
        new Fact.CallEnded(1_800, DEMO, CALL, Ending.AGENT_HUNG_UP),
        new Fact.InteractionClosed(1_900, DEMO, CALL),
        new Fact.CallArrived(2_000, DEMO, OTHERS, "+4930100", LONGER, "Somebody Else", "main", "hotline", "welcome", "en"),
        new Fact.Errand.TransferStarted(2_100, DEMO, OTHERS, 1, FORMER, "", 20_000),
        new Fact.CallEnded(2_200, DEMO, OTHERS, Ending.TRANSFERRED),
        new Fact.InteractionClosed(2_300, DEMO, OTHERS));
  }

  /** From a telephone that is not hers: the agents said that it is she, and put her lawyer through. */
  private List<Fact> named(long rosalind) {
    OfferId offer = new OfferId(NAMED, 1);
    OfferId third = new OfferId(NAMED, 2);
    return List.of(
        new Fact.CallArrived(3_000, DEMO, NAMED, "+4930100", SHARED, "", "main", "hotline", "welcome", "en"),
        new Fact.CustomerNamed(3_100, DEMO, NAMED, rosalind + 1, "anna"),
        new Fact.CustomerNamed(3_200, DEMO, NAMED, rosalind, "anna"),
        new Fact.TalkRecording.TalkRecordingAsked(3_250, DEMO, NAMED, 1, Samples.SALES, "recordings/talking/demo~9-1.raw", ""),
        new Fact.InTalk.ConsultBegun(3_300, DEMO, NAMED, offer, Samples.ANN, third, null, null, LAWYER, 45_000),
        new Fact.InTalk.HandedOn(3_400, DEMO, NAMED, offer, Samples.ANN, third, null, null, LAWYER),
        new Fact.WrapUpCoded(3_500, DEMO, NAMED, offer, Samples.SALES, Samples.ANN, "solved", "her lawyer lives in London"),
        new Fact.TalkRecording.TalkRecordingEnded(3_600, DEMO, NAMED, 1, Samples.SALES, "recordings/talks/demo/9-1.wav", 5_000),
        new Fact.CallEnded(3_700, DEMO, NAMED, Ending.AGENT_HUNG_UP),
        new Fact.InteractionClosed(3_800, DEMO, NAMED));
  }

  private Customer rosalind() {
    Customer made = customers.create(
        DEMO, new Details(BORN, "King's College", "en", "a", NAME + " likes X-rays", Map.of("mail", "rf@example.org"), Map.of("recording", "given"), false),
        List.of(NUMBER, FORMER, SHARED), "anna");
    customers.create(DEMO, Details.named("Muriel Franklin"), List.of(SHARED), "anna");
    customers.change(DEMO, made.id(), 1, new Edit(NAME, null, null, null, null, null, null, null), "anna");
    customers.removeNumber(DEMO, made.id(), FORMER, "anna");
    PgCustomerWork work = new PgCustomerWork(database, () -> 600);
    work.note(DEMO, made.id(), NAME + " called from " + NUMBER, CALL.value(), "anna");
    work.open(DEMO, made.id(), new CustomerCase.Opening(CustomerCase.Kind.FAULT, NAME + "'s camera", "bought in London", "anna", null), "anna");
    work.promise(DEMO, made.id(), "Write to " + NAME, "anna", null, "anna");
    return made;
  }

  /** Every row of every table in which one of these stands, and the file names of what is left of recordings. */
  private List<String> everywhere(String... looked) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection connection = Database.connect(settings); Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row = statement.executeQuery("""
          select format('%I.%I', table_schema, table_name) from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      assertTrue(tables.containsAll(List.of("public.journal", "public.customer", "public.customer_change")), tables::toString);
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("select row_to_json(t)::text from " + table + " t")) {
          while (row.next()) {
            for (String text : looked) {
              if (row.getString(1).toLowerCase().contains(text.toLowerCase())) {
                found.add(table + ": " + row.getString(1));
              }
            }
          }
        }
      }
    }
    return found;
  }

  @Test
  void whenAPersonIsMadeUnknown_thenHisNameAndNumberAreInNoTable_andHisRecordingsAreGone() throws Exception {
    Files.createDirectories(data.resolve("recordings"));
    Files.writeString(data.resolve("recordings/statement.wav"), "RIFF");
    Files.writeString(data.resolve("recordings/message.wav"), "RIFF");
    append(story());
    Customer rosalind = rosalind();
    PgAnonymising anonymising = new PgAnonymising(database, data, () -> true, () -> 5_000);
    assertFalse(everywhere(NAME, NUMBER.substring(1)).isEmpty());

    Outcome outcome = anonymising.anonymise(DEMO, rosalind.id(), "sam");

    assertEquals(new Outcome.Done(11, 2, List.of()), outcome);
    List<String> left = everywhere(NAME, BORN, "Rosalind", FORMER.substring(1), "rf@example.org", "X-rays", "London", "4711");
    assertEquals(List.of(), left);
    List<String> withHisDigits = everywhere(NUMBER.substring(1));
    assertTrue(withHisDigits.size() == 1 && withHisDigits.getFirst().contains("\"" + LONGER), withHisDigits::toString);
    assertFalse(everywhere(SHARED).isEmpty(), "his mother's too");
    assertFalse(Files.exists(data.resolve("recordings/statement.wav")) || Files.exists(data.resolve("recordings/message.wav")));
  }

  @Test
  void whenAnAgentSaidThatACallIsHers_thenThatCallIsMadeUnknownToo_withItsRecordings_andWhatWasWrittenToAgents() throws Exception {
    Files.createDirectories(data.resolve("recordings/talks/demo"));
    Files.createDirectories(data.resolve("recordings/talking"));
    Path kept = Files.writeString(data.resolve("recordings/talks/demo/9-1.wav"), "RIFF");
    Path left = Files.writeString(data.resolve("recordings/talking/demo~9-1.raw"), "sound");
    Customer rosalind = rosalind();
    append(named(rosalind.id()));
    PgStaffMessages messages = new PgStaffMessages(database);
    messages.send(List.of(Samples.ANN), "sam", "Call " + NAME + " back at " + NUMBER + ", not Rosalind Franklinson", 4_000);
    StaffMessages.Message seen = messages.send(List.of(Samples.ANN), "sam", NAME + " again, 07700 900123 or 0044 7700/900-456", 4_100).getFirst();
    assertTrue(messages.seen(Samples.ANN, seen.id(), 4_200));
    assertFalse(everywhere(LAWYER).isEmpty());

    Outcome outcome = new PgAnonymising(database, data, () -> true, () -> 5_000).anonymise(DEMO, rosalind.id(), "sam");

    List<String> shown = ((Outcome.Done) outcome).unseen().stream().map(StaffMessages.Message::text).toList();
    assertEquals(List.of("Call  back at , not Rosalind Franklinson"), shown, "what the agent's desk shows from now on");
    assertEquals(" again,  or ", TestDatabase.single(settings, "select text from staff_message where seen_at_ms is not null"));
    assertEquals(List.of(), everywhere(LAWYER.substring(1), "London", NUMBER.substring(1), NAME + " "));
    assertEquals(1, everywhere("Franklinson").size(), "somebody else");
    assertFalse(Files.exists(kept) || Files.exists(left));
  }

  @Test
  void whatWasCountedStays_andTheFactsCanBeRead() throws Exception {
    append(story());
    Customer rosalind = rosalind();
    new PgAnonymising(database, data, () -> true, () -> 5_000).anonymise(DEMO, rosalind.id(), "sam");
    List<Fact> facts = TestDatabase.facts(settings);
    assertEquals(story().size(), facts.size());
    assertEquals(new Fact.Connected(1_300, DEMO, CALL, new OfferId(CALL, 1), Samples.SALES, Samples.ANN, 100, 50, ""), facts.get(3));
    assertEquals(Map.of("english", 1), ((Fact.QueueEntered) facts.get(2)).skills());
    assertEquals("Somebody Else", ((Fact.CallArrived) facts.get(13)).callerName());
    Customer since = customers.find(DEMO, rosalind.id()).orElseThrow();
    assertEquals(List.of(), since.numbers());
    assertEquals(5_000L, since.anonymisedAtMs());
    assertInstanceOf(Outcome.Unknown.class, new PgAnonymising(database, data, () -> true, () -> 6_000).anonymise(DEMO, rosalind.id(), "sam"));
    assertEquals("sam", TestDatabase.single(settings, "select by_user from customer_change where what = 'anonymised' and customer = " + rosalind.id()));
    assertEquals(List.of(), customers.search(DEMO, "Rosal"));
  }

  @Test
  void whileFactsWaitOnOurOwnDisk_nobodyIsMadeUnknown_forTheyWouldComeAfterHim() throws Exception {
    Customer rosalind = rosalind();
    assertThrows(java.io.UncheckedIOException.class, () -> new PgAnonymising(database, data, () -> false, () -> 5_000).anonymise(DEMO, rosalind.id(), "sam"));
    assertEquals(NAME, customers.find(DEMO, rosalind.id()).orElseThrow().details().name());
  }

  @Test
  void whileHeIsOnTheLine_heIsNotMadeUnknown() throws Exception {
    append(story().subList(0, 4));
    Customer rosalind = rosalind();
    PgAnonymising anonymising = new PgAnonymising(database, data, () -> true, () -> 5_000);
    assertEquals(new Outcome.StillOpen(CALL), anonymising.anonymise(DEMO, rosalind.id(), "sam"));
    assertEquals(NAME, customers.find(DEMO, rosalind.id()).orElseThrow().details().name());
    assertInstanceOf(Outcome.Unknown.class, anonymising.anonymise(new TenantId("other"), rosalind.id(), "zoe"));
  }
}
