package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.journal.Fact;
import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.postgres.Durability;
import io.switchboard.servers.postgres.PostgresServer;
import io.switchboard.servers.process.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL, and the platform, die by kill -9. */
@Timeout(90)
class PgJournalCrashIT {
  @TempDir static Path cluster;
  private static final int PORT = Ports.free();
  private static PostgresServer server;
  private static boolean running;
  @TempDir Path directory;
  private final List<Throwable> fatal = Collections.synchronizedList(new ArrayList<>());
  private PgSettings settings;

  @BeforeAll
  static void startServer() {
    running = true;
    server = PostgresServer.start(cluster.resolve("pg"), PORT, Durability.ON_DISK, Life.WITH_US, Progress.SILENT);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static void kill() {
    running = false;
    server.kill();
  }

  @BeforeEach
  void makeDatabase() throws Exception {
    if (!running) {
      startServer();
    }
    settings = TestDatabase.make(server);
  }

  @AfterEach
  void nothingWasFatal() {
    assertEquals(List.of(), fatal);
  }

  private JournalSettings spill(long most) {
    return new JournalSettings("test", directory.resolve("spill"), most, 20, 0);
  }

  @Test
  void whenPostgresIsKilledUnderLoad_thenNothingIsLostNothingDoubledAndTheOrderStays() throws Exception {
    List<Fact> told = Collections.synchronizedList(new ArrayList<>());
    List<Fact> fed = Collections.synchronizedList(new ArrayList<>());
    List<Fact> appended = new ArrayList<>();
    try (Database database = Database.open(settings)) {
      try (PgJournal journal = PgJournal.open(database, spill(1 << 26), fed::addAll, fatal::add)) {
        AtomicInteger tick = new AtomicInteger();
        for (int round = 0; round < 3; round++) {
          load(journal, appended, told, tick, 1500);
          kill();
          load(journal, appended, told, tick, 500);
          startServer();
          load(journal, appended, told, tick, 500);
          awaitDrained();
        }
        assertTrue(Files.size(directory.resolve("spill")) == 0);
      }
    }
    assertEquals(appended, told);
    assertEquals(appended, fed);
    assertEquals(appended, TestDatabase.facts(settings));
  }

  /** Appends at about 5,000 a second, and waits until all are durable. */
  private static void load(PgJournal journal, List<Fact> appended, List<Fact> told, AtomicInteger tick, int count) throws Exception {
    CountDownLatch durable = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      Fact fact = Samples.step(tick.incrementAndGet(), "c1", "s" + tick.get());
      appended.add(fact);
      journal.append(List.of(fact), i % 3 == 0, () -> {
        told.add(fact);
        durable.countDown();
      });
      if (i % 10 == 0) {
        Thread.sleep(1);
      }
    }
    assertTrue(durable.await(30, TimeUnit.SECONDS));
  }

  @Test
  void whenPostgresIsAwayAndNothingIsWritten_thenThatIsSeenAllTheSame_andThatItIsBack() throws Exception {
    try (Database database = Database.open(settings);
        PgJournal journal = PgJournal.open(database, spill(1 << 26), facts -> {}, fatal::add)) {
      assertTrue(journal.linked());
      kill();
      await(() -> !journal.linked());
      assertEquals(0, journal.spilledBytes());
      startServer();
      await(journal::linked);
      CountDownLatch durable = new CountDownLatch(1);
      journal.append(List.of(Samples.step(1, "c1", "s")), true, durable::countDown);
      assertTrue(durable.await(30, TimeUnit.SECONDS));
      assertEquals(0, journal.spilledBytes());
    }
    assertEquals(1, TestDatabase.facts(settings).size());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "not within 30 s");
      Thread.sleep(20);
    }
  }

  private void awaitDrained() throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (Files.size(directory.resolve("spill")) > 0 && System.nanoTime() < until) {
      Thread.sleep(5);
    }
  }

  @Test
  void whenThePlatformIsKilledWithASpillFile_thenTheNextOneDrainsItFirst() throws Exception {
    Process process = platform();
    try {
      awaitDurable(process, 200);
      kill();
      awaitSpilling(process);
      awaitDurable(process, lastDurable() + 200);
    } finally {
      process.destroyForcibly().waitFor();
    }
    int last = lastDurable();
    assertTrue(Files.size(directory.resolve("spill")) > 0);
    startServer();
    try (Database database = Database.open(settings)) {
      PgJournal.open(database, spill(1 << 26), facts -> {}, fatal::add).close();
    }
    List<Fact> facts = TestDatabase.facts(settings);
    assertTrue(facts.size() > last, facts.size() + " facts, " + last + " was durable");
    for (int i = 0; i < facts.size(); i++) {
      assertEquals(Samples.step(i, "c1", "s" + i), facts.get(i));
    }
    assertEquals(0, Files.size(directory.resolve("spill")));
  }

  private Process platform() throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
            JournalProcess.class.getName(), settings.url(), settings.user(), settings.password(), directory.resolve("spill").toString())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("log").toFile())
        .start();
  }

  /** Waits until the process has told that this many facts are durable. */
  private void awaitDurable(Process process, int number) throws Exception {
    while (lastDurable() < number) {
      assertTrue(process.isAlive(), () -> "the process ended, see " + directory.resolve("log"));
      Thread.sleep(5);
    }
  }

  /** A backend may outlive its postmaster for some commits. */
  private void awaitSpilling(Process process) throws Exception {
    while (Files.size(directory.resolve("spill")) == 0) {
      assertTrue(process.isAlive(), () -> "the process ended, see " + directory.resolve("log"));
      Thread.sleep(5);
    }
  }

  private int lastDurable() throws Exception {
    return Files.readAllLines(directory.resolve("out")).stream()
        .filter(line -> line.startsWith("durable "))
        .mapToInt(line -> Integer.parseInt(line.substring("durable ".length())))
        .max().orElse(-1);
  }

  @Test
  void whenThePlatformIsKilled_thenTheNextOneHasTheJournalAtOnce() throws Exception {
    Process process = platform();
    try {
      awaitDurable(process, 200);
    } finally {
      process.destroyForcibly().waitFor();
    }
    long since = System.nanoTime();
    try (Database database = Database.open(settings);
        PgJournal journal = PgJournal.open(database, spill(1 << 26), facts -> {}, fatal::add)) {
      List<Fact> live = new ArrayList<>();
      journal.replayLive(live::add);
      long tookMs = (System.nanoTime() - since) / 1_000_000;
      System.out.println("the journal was taken " + tookMs + " ms after the kill of the one before");
      assertTrue(tookMs < 2000, tookMs + " ms");
    }
  }

  @Test
  void whenNeitherPostgresNorTheSpillTakesFacts_thenItIsFatalAndNothingIsToldDurable() throws Exception {
    AtomicInteger durable = new AtomicInteger();
    int most = 20_000;
    try (Database database = Database.open(settings);
        PgJournal journal = PgJournal.open(database, spill(1 << 20), facts -> {}, fatal::add)) {
      kill();
      for (int i = 0; i < most && fatal.isEmpty(); i++) {
        journal.append(List.of(Samples.arrived(i, "c" + i)), true, durable::incrementAndGet);
      }
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (fatal.isEmpty() && System.nanoTime() < until) {
        Thread.sleep(5);
      }
      assertTrue(fatal.getFirst().getMessage().contains("would grow over its limit"), fatal.toString());
      int told = durable.get();
      journal.append(List.of(Samples.arrived(1, "late")), true, durable::incrementAndGet);
      assertEquals(told, durable.get());
    }
    fatal.clear();
  }
}
