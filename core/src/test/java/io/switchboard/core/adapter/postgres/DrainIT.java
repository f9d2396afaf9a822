package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a batch may be in the journal already, or not. */
@Timeout(60)
class DrainIT {
  private static final UUID A = UUID.randomUUID();
  private static final UUID B = UUID.randomUUID();
  private static PostgresServer server;
  @TempDir Path directory;
  private PgSettings settings;

  @BeforeAll
  static void start() {
    server = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void schema() throws Exception {
    settings = TestDatabase.make(server);
    Database.open(settings).close();
  }

  private static Fact fact(String step) {
    return Samples.step(1, "c1", step);
  }

  private static Batch batch(UUID writer, long number, long doubtSeq, String step) {
    return new Batch(writer, number, doubtSeq, List.of(Row.of(fact(step))));
  }

  /** What is left in the spill is drained over a fresh link, twice: as after a crash between the commit and the cut of the file. */
  private void drainTwice(Batch... batches) throws Exception {
    for (int i = 0; i < 2; i++) {
      try (Spill spill = Spill.open(directory.resolve("spill" + i), 1 << 24); WriterLink link = WriterLink.open(settings, 1000)) {
        for (Batch batch : batches) {
          spill.append(batch);
        }
        Drain.all(spill, link);
        assertTrue(spill.isEmpty());
      }
    }
  }

  private void direct(UUID writer, String... steps) throws Exception {
    try (WriterLink link = WriterLink.open(settings, 1000)) {
      link.enter(writer, "test");
      link.writesFor(writer);
      for (String step : steps) {
        link.write(List.of(Row.of(fact(step))));
      }
    }
  }

  private List<String> steps() throws Exception {
    return TestDatabase.facts(settings).stream().map(fact -> ((Fact.StepEntered) fact).step()).toList();
  }

  @Test
  void aBatchInDoubtWhoseCommitWentWellIsNotDoubled() throws Exception {
    direct(A, "1", "2");
    drainTwice(batch(A, 2, 2, "2"), batch(A, 3, 0, "3"));
    assertEquals(List.of("1", "2", "3"), steps());
  }

  @Test
  void aBatchInDoubtWhoseCommitFailedIsNotLost() throws Exception {
    direct(A, "1");
    drainTwice(batch(A, 2, 2, "2"), batch(A, 3, 0, "3"));
    assertEquals(List.of("1", "2", "3"), steps());
  }

  @Test
  void aBatchInDoubtIsNotTakenForAnotherWritersFactAtItsPlace() throws Exception {
    direct(A, "1");
    direct(B, "b");
    drainTwice(batch(A, 2, 2, "2"));
    assertEquals(List.of("1", "b", "2"), steps());
  }

  @Test
  void whenTheDatabaseWasMadeAnew_thenTheSpillOfAnUnknownWriterIsKept() throws Exception {
    drainTwice(batch(A, 7, 0, "7"), batch(A, 8, 0, "8"), batch(B, 1, 0, "b"));
    assertEquals(List.of("7", "8", "b"), steps());
  }

  @Test
  void manyBatchesTakeSeveralCommits() throws Exception {
    Batch[] batches = new Batch[2500];
    for (int i = 0; i < batches.length; i++) {
      batches[i] = batch(A, i + 1, 0, "s" + i);
    }
    drainTwice(batches);
    assertEquals(2500, steps().size());
  }
}
