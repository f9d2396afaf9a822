package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.recording.KeptRecordings.Kept;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgKeptRecordingsIT {
  private static Fact.TalkRecording ended(long atMs, String call, QueueId queue, String file) {
    return new Fact.TalkRecording.TalkRecordingEnded(atMs, Samples.DEMO, new CallId(call), 1, queue, file, 5_000);
  }

  private static Kept kept(long atMs, String call) {
    return new Kept(Samples.DEMO, new CallId(call), 1, call + ".wav", atMs);
  }

  @Test
  void thoseOfAQueueAreFound_theOldestFirst_whoseFilesAreNotRemoved(@TempDir Path data) throws Exception {
    try (PostgresServer server = PostgresServer.temporary()) {
      PgSettings settings = TestDatabase.make(server);
      try (Database database = Database.open(settings);
          PgJournal journal = PgJournal.open(database, JournalSettings.of("test", data.resolve("spill")), facts -> {}, why -> {})) {
        CountDownLatch durable = new CountDownLatch(1);
        journal.append(List.of(
            ended(3_000, "c3", Samples.SALES, "c3.wav"), ended(1_000, "c1", Samples.SALES, "c1.wav"), ended(2_000, "c2", Samples.SALES, "c2.wav"),
            ended(1_500, "other", QueueId.of("demo", "other"), "other.wav"), ended(1_600, "empty", Samples.SALES, ""),
            new Fact.TalkRecording.TalkRecordingRemoved(9_000, Samples.DEMO, new CallId("c2"), 1, Fact.TalkRecording.TIME)), true, durable::countDown);
        assertTrue(durable.await(10, TimeUnit.SECONDS));
        PgKeptRecordings recordings = new PgKeptRecordings(database);
        assertEquals(List.of(kept(1_000, "c1"), kept(3_000, "c3")), recordings.ended(Samples.SALES, 0, 10_000, 10));
        assertEquals(List.of(kept(1_000, "c1")), recordings.ended(Samples.SALES, 0, 10_000, 1));
        assertEquals(List.of(kept(1_000, "c1")), recordings.ended(Samples.SALES, 1_000, 3_000, 10));
        assertEquals(List.of(), recordings.ended(Samples.SALES, 1_001, 3_000, 10));
      }
    }
  }
}
