package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.release.Release;
import io.switchboard.core.release.Releases;
import io.switchboard.servers.postgres.PostgresServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PgReleasesIT {
  private static final Map<String, String> ONE = Map.of("flows/main.yaml", "größe: 1\n", "flows/old.yaml", "x\n", "prompts/en.yaml", "");
  private static final Map<String, String> TWO = Map.of("flows/main.yaml", "größe: 2\n", "prompts/en.yaml", "");

  @TempDir Path directory;
  private PostgresServer server;
  private PgSettings settings;
  private Database database;
  private Releases releases;

  @BeforeEach
  void start() throws Exception {
    server = PostgresServer.temporary();
    settings = TestDatabase.make(server);
    database = Database.open(settings);
    releases = new PgReleases(database);
  }

  @AfterEach
  void stop() {
    database.close();
    server.close();
  }

  @Test
  void releasesAreKeptInOrder_eachTextOnce() throws Exception {
    assertEquals(List.of(), releases.list(Integer.MAX_VALUE, 10));
    Release first = releases.keep(ONE, 1_000, Release.START, 0);
    assertEquals(first, releases.keep(ONE, 1_500, "demo/ada", 0), "the same texts are no new release");
    Release second = releases.keep(TWO, 2_000, "demo/ada", 0);
    Release back = releases.keep(ONE, 3_000, "demo/ada", 1);
    assertEquals(List.of(1, 2, 3), List.of(first.number(), second.number(), back.number()));
    assertEquals(List.of(back, second, first), new PgReleases(database).list(Integer.MAX_VALUE, 10));
    assertEquals(List.of(second), releases.list(3, 1));
    assertEquals(new Releases.Content(back, new java.util.TreeMap<>(ONE)), releases.content(3).orElseThrow());
    assertEquals(TWO, releases.content(2).orElseThrow().texts());
    assertEquals(Optional.empty(), releases.content(4));
    assertEquals("4", TestDatabase.single(settings, "select count(*) from release_text"));
    assertEquals("8", TestDatabase.single(settings, "select count(*) from release_file"));
    assertEquals(first.digest(), TestDatabase.single(settings, "select digest from release where rolled_back_to = 1"));
  }

  @Test
  void whenPostgresIsAway_thenItIsSaidAtOnce_andNothingIsKept() throws Exception {
    releases.keep(ONE, 1_000, Release.START, 0);
    server.kill();
    long since = System.nanoTime();
    UncheckedIOException away = assertThrows(UncheckedIOException.class, () -> releases.keep(TWO, 2_000, "demo/ada", 0));
    assertTrue(String.valueOf(away.getMessage()).startsWith("PostgreSQL cannot keep the release: "), away.getMessage());
    assertTrue(System.nanoTime() - since < 2_000_000_000L);
  }

  @Test
  void thePathOfACallIsReadWithItsTimes() throws Exception {
    CallId call = new CallId("sb1-1.1");
    try (PgJournal journal = PgJournal.open(database, JournalSettings.of("test", directory.resolve("spill")), facts -> {}, why -> {})) {
      java.util.concurrent.CountDownLatch kept = new java.util.concurrent.CountDownLatch(1);
      journal.append(List.of(
          new Fact.StepEntered(1_000, Samples.DEMO, call, "main", "v1", "ask", 0, 1, 7),
          new Fact.MenuAnswered(1_400, Samples.DEMO, call, "ask", "1"),
          new Fact.StepEntered(1_500, Samples.DEMO, call, "main", "v1", "sales", 0, 2, 7)), true, kept::countDown);
      kept.await();
    }
    assertEquals("7 main/ask 500, 7 main/sales null", TestDatabase.single(settings,
        "select string_agg(concat(release, ' ', flow, '/', step, ' ', coalesce(stayed_ms::text, 'null')), ', ' order by at) from interaction_path"));
  }
}
