package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Interaction;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgJournalIT {
  private static PostgresServer server;
  @TempDir Path directory;
  private final List<Fact> fed = Collections.synchronizedList(new ArrayList<>());
  private final List<Throwable> fatal = Collections.synchronizedList(new ArrayList<>());
  private PgSettings settings;
  private Database database;

  @BeforeAll
  static void start() {
    server = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    settings = TestDatabase.make(server);
    database = Database.open(settings);
  }

  @AfterEach
  void close() {
    database.close();
    assertEquals(List.of(), fatal);
  }

  private PgJournal journal() throws Exception {
    return PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), fed::addAll, fatal::add);
  }

  private void write(List<Fact> facts) throws Exception {
    try (PgJournal journal = journal()) {
      facts.forEach(fact -> journal.append(List.of(fact), false, () -> {}));
    }
  }

  @Test
  void factsOfEveryKindAreKeptInOrderAndFedInOrder() throws Exception {
    write(Samples.everyKind());
    assertEquals(Samples.everyKind(), TestDatabase.facts(settings));
    assertEquals(Samples.everyKind(), fed);
  }

  @Test
  void durableIsCalledInOrderAfterTheCommitAlsoForNothing() throws Exception {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(3);
    try (PgJournal journal = journal()) {
      journal.append(List.of(Samples.step(1, "c1", "a")), false, () -> note(order, done));
      journal.append(List.of(), true, () -> note(order, done));
      journal.append(List.of(Samples.step(2, "c1", "b")), true, () -> note(order, done));
      assertTrue(done.await(10, TimeUnit.SECONDS));
    }
    assertEquals(3, order.size());
    assertTrue(order.stream().allMatch(count -> Integer.parseInt(count) >= 1), "committed before told: " + order);
  }

  private void note(List<String> order, CountDownLatch done) {
    try {
      order.add(TestDatabase.single(settings, "select count(*) from journal"));
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    done.countDown();
  }

  @Test
  void replayLiveGivesTheOpenInteractionsAndTheLastOfEachAgentHisSkillsAndClosure_andTasksThatNobodySaw() throws Exception {
    List<Fact> over = Samples.wholeCall(1000, "over");
    List<Fact> tasks = Stream.of("over-1", "over-2", "over-3", "open-1").map(PgJournalIT::task).toList();
    Fact seen = new Fact.Task.TaskSeen(8, Samples.DEMO, new CallId("over"), "over-1", "sue");
    Fact done = new Fact.Task.TaskDone(9, Samples.DEMO, new CallId("over"), "over-2", "sue", "");
    Fact annBefore = Samples.agent(1, "ann", AgentState.SIGNED_OUT, AgentState.READY);
    Fact annNow = Samples.agent(5000, "ann", AgentState.READY, AgentState.NOT_READY);
    Fact bobNow = Samples.agent(2, "bob", AgentState.SIGNED_OUT, AgentState.READY);
    Fact allClosed = new Fact.ClosureSwitched(3, Samples.DEMO, null, true, "sue");
    Fact allOpen = new Fact.ClosureSwitched(4, Samples.DEMO, null, false, "sue");
    Fact salesClosed = new Fact.ClosureSwitched(5, Samples.DEMO, Samples.SALES, true, "sue");
    Fact skillsBefore = new Fact.AgentSkillsSet(6, Samples.DEMO, Samples.ANN, Map.of("sales", 2), "sue");
    Fact skillsNow = new Fact.AgentSkillsSet(7, Samples.DEMO, Samples.ANN, null, "sue");
    List<Fact> open = Samples.wholeCall(6000, "open").subList(0, 8);
    List<Fact> all = new ArrayList<>(List.of(annBefore, bobNow, allClosed, allOpen, salesClosed, skillsBefore, skillsNow));
    all.addAll(over);
    all.addAll(tasks);
    all.addAll(List.of(seen, done, annNow));
    all.addAll(open);
    write(all);
    List<Fact> live = new ArrayList<>();
    try (PgJournal journal = journal()) {
      journal.replayLive(live::add);
    }
    List<Fact> expected = new ArrayList<>(List.of(bobNow, allOpen, salesClosed, skillsNow, tasks.get(2), tasks.get(3), annNow));
    expected.addAll(open);
    assertEquals(expected, live);
  }

  private static Fact task(String id) {
    return new Fact.Task.TaskMade(
        7, Samples.DEMO, new CallId(id.substring(0, 4)), id, Samples.SALES, "", "", "en", "csat", 1, null, 9_000);
  }

  @Test
  void aCallThatArrivesAndClosesInOneCommitIsNotOpen() throws Exception {
    try (PgJournal journal = journal()) {
      journal.append(Samples.wholeCall(1000, "quick"), true, () -> {});
    }
    assertEquals("0", TestDatabase.single(settings, "select count(*) from interaction where closed_at_ms is null"));
    assertEquals("1", TestDatabase.single(settings, "select count(*) from interaction"));
  }

  @Test
  void replaySinceGivesWhatHappenedSinceUpToTheOpeningOfTheJournal() throws Exception {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      facts.add(Samples.step(i * 1000L, "c1", "s" + i));
    }
    write(facts);
    List<Fact> since = new ArrayList<>();
    try (PgJournal journal = journal()) {
      CountDownLatch written = new CountDownLatch(1);
      journal.append(List.of(Samples.step(9_000_000, "c1", "later")), true, written::countDown);
      assertTrue(written.await(10, TimeUnit.SECONDS));
      journal.replaySince(1_200_000, since::add);
    }
    assertEquals(facts.subList(1200, 2500), since);
  }

  @Test
  void replayTalksGivesTheNewestConnectionsFirst() throws Exception {
    write(Samples.wholeCall(1_000, "long-ago"));
    for (int i = 1; i <= 4; i++) {
      write(Samples.wholeCall(i * 100_000, "c" + i));
    }
    List<String> talks = new ArrayList<>();
    try (PgJournal journal = journal()) {
      journal.replayTalks(100_000, 3, talk -> talks.add(talk.call().value() + " " + talk.agent()));
      assertEquals(List.of("c4 demo/ann", "c3 demo/ann", "c2 demo/ann"), talks);
      talks.clear();
      journal.replayTalks(300_000, 99, talk -> talks.add(talk.call().value()));
    }
    assertEquals(List.of("c4", "c3"), talks);
  }

  @Test
  void aSecondPlatformIsRefusedAndTheFirstGoesOn() throws Exception {
    try (PgJournal first = journal()) {
      JournalTaken refused = assertThrows(JournalTaken.class, () -> PgJournal.open(
          database, JournalSettings.of("second", directory.resolve("spill2")), fed::addAll, fatal::add).close());
      assertTrue(refused.getMessage().contains("written by another platform (test, since"), refused.getMessage());
      first.append(List.of(Samples.step(1, "c1", "a")), true, () -> {});
    }
    assertEquals(1, TestDatabase.facts(settings).size());
    journal().close();
  }

  @Test
  void whenTheConnectionIsCut_thenFactsGoThroughTheSpillAndTheOrderStays() throws Exception {
    List<Fact> facts = new ArrayList<>();
    try (PgJournal journal = journal()) {
      for (int i = 0; i < 600; i++) {
        Fact fact = Samples.step(i, "c1", "s" + i);
        facts.add(fact);
        CountDownLatch durable = new CountDownLatch(1);
        journal.append(List.of(fact), true, durable::countDown);
        assertTrue(durable.await(20, TimeUnit.SECONDS));
        if (i % 200 == 100) {
          TestDatabase.single(settings, "select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where application_name = 'switchboard journal' and pid <> pg_backend_pid() and datname = current_database()");
        }
      }
    }
    journal().close(); // what a close left in the spill
    assertEquals(facts, TestDatabase.facts(settings));
    assertEquals(facts, fed);
  }

  @Test
  void whenAnotherPlatformTookOverWhileTheLinkWasLost_thenThisOneEnds() throws Exception {
    try (PgJournal journal = journal()) {
      TestDatabase.single(settings, "with other as (insert into writer (id, name) values (gen_random_uuid(), 'other') returning 1)"
          + " select count(pg_terminate_backend(pid)) from other, pg_stat_activity"
          + " where application_name = 'switchboard journal' and pid <> pg_backend_pid() and datname = current_database()");
      journal.append(List.of(Samples.step(1, "c1", "a")), true, () -> {});
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (fatal.isEmpty() && System.nanoTime() < until) {
        Thread.onSpinWait();
      }
    }
    assertEquals(JournalTaken.class, fatal.getFirst().getClass());
    assertTrue(fatal.getFirst().getMessage().contains("(other) took over"), fatal.getFirst().getMessage());
    fatal.clear();
  }

  @Test
  void textsThatPostgresWouldRefuseDisturbNothing() throws Exception {
    String nasty = "a\0\uD800\r\n'; drop table journal; --" + "x".repeat(4096);
    write(List.of(new Fact.CallArrived(1, Samples.DEMO, new CallId("n\0"), nasty, nasty, nasty, nasty, nasty, nasty, nasty)));
    assertEquals(1, TestDatabase.facts(settings).size());
    assertEquals(1, new PgInteractions(database).timeline(Samples.DEMO, new CallId("n\0")).size());
  }

  @Test
  void interactionsAreFoundByTheirIdAndTheNewestFirstAndByTheirTenantOnly() throws Exception {
    List<Fact> facts = new ArrayList<>(Samples.wholeCall(1000, "c1"));
    facts.addAll(Samples.wholeCall(200_000, "c2").subList(0, 3));
    write(facts);
    PgInteractions interactions = new PgInteractions(database);
    assertEquals(Samples.wholeCall(1000, "c1"), interactions.timeline(Samples.DEMO, new CallId("c1")));
    assertEquals(List.of(), interactions.timeline(new TenantId("other"), new CallId("c1")));
    assertEquals(List.of(
        new Interaction(new CallId("c2"), Samples.DEMO, 200_000, null, "+4930100", "+4930555", "张伟", "hotline", null),
        new Interaction(
            new CallId("c1"), Samples.DEMO, 1000, 78_000L, "+4930100", "+4930555", "张伟", "hotline", Ending.AGENT_HUNG_UP)),
        interactions.recent(Samples.DEMO, Long.MAX_VALUE, 10));
    assertEquals(1, interactions.recent(Samples.DEMO, 200_000, 10).size());
  }

  @Test
  void theViewsTellWhatHappened() throws Exception {
    write(Samples.everyKind());
    long ofCalls = Samples.everyKind().stream().filter(fact -> fact.call() != null).count();
    assertEquals(String.valueOf(ofCalls), TestDatabase.single(settings, "select count(*) from interaction_timeline"));
    assertEquals("sales CONNECTED 10000", TestDatabase.single(
        settings, "select split_part(queue, '/', 2) || ' ' || ended_by || ' ' || wait_ms from queue_visit"));
    assertEquals("BUSY,ANSWERED", TestDatabase.single(settings, "select string_agg(ended_by, ',' order by offer) from offer"));
    assertEquals("NOT_READY,RINGING,WRAP_UP", TestDatabase.single(settings, "select string_agg(state, ',' order by at) from agent_state"));
    assertEquals("longest_idle 3", TestDatabase.single(settings, "select policy || ' ' || candidates from decision limit 1"));
  }

  @Test
  void passwordsAreStoredAndReplaced() {
    PgPasswords passwords = new PgPasswords(database);
    assertTrue(passwords.hash(Samples.DEMO, "ann").isEmpty());
    passwords.store(Samples.DEMO, "ann", "$argon2id$1");
    passwords.store(Samples.DEMO, "ann", "$argon2id$2");
    assertEquals("$argon2id$2", passwords.hash(Samples.DEMO, "ann").orElseThrow());
    assertTrue(passwords.hash(new TenantId("other"), "ann").isEmpty());
  }
}
