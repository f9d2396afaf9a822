package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Task;
import io.switchboard.core.interaction.Tasks;
import io.switchboard.core.interaction.Voicemail.Mark;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgTasksIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final TenantId OTHER = new TenantId("other");
  private static final CallId FIRST = new CallId("sb1-1.1");
  private static final CallId SECOND = new CallId("sb1-1.2");
  private static final CallId THIRD = new CallId("sb1-1.3");
  private static final long ALL = Long.MAX_VALUE;

  private static PostgresServer server;
  @TempDir static Path directory;
  private static Database database;
  private static PgTasks tasks;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.temporary();
    database = Database.open(TestDatabase.make(server));
    try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), facts -> {}, why -> {})) {
      for (Fact fact : List.of(
          made(DEMO, FIRST, Samples.SALES, 1_000),
          new Fact.Errand.VoicemailLeft(2_000, DEMO, SECOND, 1, Samples.SALES, "f", 7_000, "+4930"),
          new Fact.Errand.VoicemailLeft(2_100, DEMO, SECOND, 1, Samples.SALES, "f", 7_000, "+4930"), // told again after a restart
          made(DEMO, SECOND, null, 3_000),
          made(DEMO, THIRD, new QueueId(DEMO, "support"), 4_000),
          new Fact.Task.TaskSeen(5_000, DEMO, FIRST, FIRST + "-s2", "sam"),
          new Fact.Task.TaskSeen(5_100, DEMO, FIRST, FIRST + "-s2", "sue"),
          new Fact.CallbackBooked(5_500, DEMO, new CallId("b1"), FIRST, Samples.SALES, "+4917", "", "en", "ann"),
          new Fact.Errand.VoicemailDone(6_000, DEMO, SECOND, 1, "ann", "called him"),
          new Fact.Task.TaskDone(7_000, DEMO, THIRD, THIRD + "-s2", "sam", "a voucher"),
          new Fact.Task.TaskDone(7_100, DEMO, THIRD, THIRD + "-s2", "sue", "another"),
          made(OTHER, new CallId("x"), new QueueId(OTHER, "sales"), 8_000))) {
        journal.append(List.of(fact), false, () -> {});
      }
    }
    tasks = new PgTasks(database);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static Fact made(TenantId tenant, CallId call, @Nullable QueueId queue, long atMs) {
    return new Fact.Task.TaskMade(atMs, tenant, call, call + "-s2", queue, "+4917", "Ada", "zh", "csat", 1, Samples.ANN, atMs + 60_000);
  }

  private static List<String> listed(
      Optional<List<String>> queues, Task.@Nullable Kind kind, boolean open, boolean unseen, long overdueAtMs, long beforeMs, int limit) {
    return tasks.list(DEMO, new Tasks.Choice(queues, kind, open, unseen, overdueAtMs, beforeMs, limit)).stream().map(Task::id).toList();
  }

  @Test
  void badScoresAndMessagesAreOneList_theNewestFirst() {
    assertEquals(
        List.of("sb1-1.3-s2", "sb1-1.2-s2", "sb1-1.2-1", "sb1-1.1-s2"), listed(Optional.empty(), null, false, false, 0, ALL, 10));
    assertEquals(List.of("sb1-1.2-1"), listed(Optional.empty(), Task.Kind.VOICEMAIL, false, false, 0, ALL, 10));
    assertEquals(List.of("sb1-1.3-s2", "sb1-1.2-s2"), listed(Optional.empty(), Task.Kind.CALL_BACK, false, false, 0, ALL, 2));
    assertEquals(List.of("sb1-1.2-1", "sb1-1.1-s2"), listed(Optional.empty(), null, false, false, 0, 3_000, 10));
    assertEquals(List.of("sb1-1.2-1", "sb1-1.1-s2"), listed(Optional.of(List.of("sales")), null, false, false, 0, ALL, 10));
  }

  @Test
  void theyAreChosenByWhatBecameOfThem() {
    assertEquals(List.of("sb1-1.2-s2", "sb1-1.1-s2"), listed(Optional.empty(), null, true, false, 0, ALL, 10));
    assertEquals(List.of("sb1-1.2-s2"), listed(Optional.empty(), null, false, true, 0, ALL, 10));
    assertEquals(List.of("sb1-1.1-s2"), listed(Optional.empty(), null, false, false, 62_000, ALL, 10));
  }

  @Test
  void whatFirstBecameOfATaskStandsInIt() {
    Task first = tasks.one(DEMO, "sb1-1.1-s2").orElseThrow();
    assertEquals(
        new Task("sb1-1.1-s2", Samples.SALES, FIRST, "+4917", "Ada", "zh", new Task.Score("csat", 1, Samples.ANN.name()), 0, 1_000, 61_000L,
            new Mark("sam", 5_000), null, "", new Mark("ann", 5_500)),
        first);
    assertTrue(first.overdue(61_001));
    assertFalse(first.overdue(61_000));
    Task message = tasks.one(DEMO, "sb1-1.2-1").orElseThrow();
    assertEquals(
        new Task("sb1-1.2-1", Samples.SALES, SECOND, "+4930", "", "", null, 7_000, 2_000, null, null, new Mark("ann", 6_000), "called him", null),
        message);
    assertEquals("a voucher", tasks.one(DEMO, "sb1-1.3-s2").orElseThrow().note());
    assertEquals(null, tasks.one(DEMO, "sb1-1.2-s2").orElseThrow().queue());
  }

  @Test
  void oneIsFoundInItsTenantOnly() {
    assertTrue(tasks.one(OTHER, "sb1-1.1-s2").isEmpty());
    assertTrue(tasks.one(DEMO, "sb1-1.1-s3").isEmpty());
    assertTrue(tasks.one(DEMO, "nothing").isEmpty());
  }
}
