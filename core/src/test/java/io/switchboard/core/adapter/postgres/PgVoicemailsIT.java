package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.interaction.Voicemail;
import io.switchboard.core.interaction.Voicemail.Mark;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgVoicemailsIT {
  private static final TenantId DEMO = Samples.DEMO;
  private static final TenantId OTHER = new TenantId("other");
  private static final QueueId SUPPORT = new QueueId(DEMO, "support");
  private static final CallId FIRST = new CallId("sb1-1.1");
  private static final CallId SECOND = new CallId("sb1-1.2");

  private static PostgresServer server;
  @TempDir static Path directory;
  private static Database database;
  private static PgVoicemails voicemails;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.temporary();
    PgSettings settings = TestDatabase.make(server);
    database = Database.open(settings);
    try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), facts -> {}, why -> {})) {
      for (Fact fact : List.of(
          left(1_000, FIRST, 1, Samples.SALES, 5_000),
          left(2_000, FIRST, 2, SUPPORT, 6_000),
          new Fact.Errand.VoicemailHeard(2_100, DEMO, FIRST, 1, "ann"),
          left(3_000, SECOND, 1, Samples.SALES, 7_000),
          left(3_500, SECOND, 1, Samples.SALES, 7_000), // told again after a restart
          new Fact.Errand.VoicemailHeard(3_600, DEMO, FIRST, 1, "sam"),
          new Fact.Errand.VoicemailDone(3_700, DEMO, SECOND, 1, "ann"),
          new Fact.Errand.VoicemailDone(3_800, DEMO, SECOND, 1, "sam"),
          new Fact.Errand.VoicemailLeft(4_000, OTHER, new CallId("x"), 1, new QueueId(OTHER, "sales"), "f", 9_000, ""))) {
        journal.append(List.of(fact), false, () -> {});
      }
    }
    voicemails = new PgVoicemails(database);
  }

  @AfterAll
  static void stop() {
    database.close();
    server.close();
  }

  private static Fact left(long atMs, CallId call, int message, QueueId queue, long ms) {
    return new Fact.Errand.VoicemailLeft(atMs, DEMO, call, message, queue, "recordings/" + call + "-" + message + ".wav", ms, "+4930");
  }

  private static List<String> listed(Optional<List<String>> queues, boolean open, long beforeMs, int limit) {
    return voicemails.list(DEMO, queues, open, beforeMs, limit).stream().map(Voicemail::id).toList();
  }

  @Test
  void theNewestComeFirst_eachOnce_withWhoHeardItLastAndWhoDealtWithItFirst() {
    List<Voicemail> all = voicemails.list(DEMO, Optional.empty(), false, Long.MAX_VALUE, 10);
    assertEquals(List.of("sb1-1.2-1", "sb1-1.1-2", "sb1-1.1-1"), all.stream().map(Voicemail::id).toList());
    assertEquals(
        new Voicemail(SECOND, 1, Samples.SALES, "+4930", 3_000, 7_000, "recordings/sb1-1.2-1.wav", null, new Mark("ann", 3_700)),
        all.getFirst());
    assertEquals(new Mark("sam", 3_600), all.getLast().heard());
  }

  @Test
  void theyAreChosenByQueueByTimeAndByWhetherTheyAreOpen() {
    assertEquals(List.of("sb1-1.1-2", "sb1-1.1-1"), listed(Optional.empty(), true, Long.MAX_VALUE, 10));
    assertEquals(List.of("sb1-1.1-1"), listed(Optional.of(List.of("sales", "nothing")), true, Long.MAX_VALUE, 10));
    assertEquals(List.of("sb1-1.1-1"), listed(Optional.empty(), false, 2_000, 10));
    assertEquals(List.of("sb1-1.2-1"), listed(Optional.empty(), false, Long.MAX_VALUE, 1));
    assertEquals(List.of(), listed(Optional.of(List.of()), false, Long.MAX_VALUE, 10));
  }

  @Test
  void oneIsFoundInItsTenantOnly() {
    assertEquals("sb1-1.1-2", voicemails.one(DEMO, FIRST, 2).orElseThrow().id());
    assertTrue(voicemails.one(OTHER, FIRST, 2).isEmpty());
    assertTrue(voicemails.one(DEMO, FIRST, 3).isEmpty());
  }
}
