package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.Intake.Append;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in PostgreSQL, with group commit by one thread. A fact is durable when its commit is on PostgreSQL's disk, or, while
 * PostgreSQL is away, when it is on the disk of the spill file; when neither takes it {@code fatal} is called and no {@code durable} runs
 * any more.
 */
public final class PgJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PgJournal.class);
  private static final long LOCK_WITHIN_MS = 1500;
  private static final long RETRY_MS = 250;
  private static final Duration TO_CLOSE = Duration.ofSeconds(20);

  private final Intake intake;
  private final Writer writer;
  private final Thread thread;
  private final PgFacts history;

  private PgJournal(Intake intake, Writer writer, PgFacts history) {
    this.intake = intake;
    this.writer = writer;
    this.history = history;
    this.thread = Thread.ofPlatform().name("journal-writer").start(writer);
  }

  /**
   * Takes the journal for this platform: waits for PostgreSQL, drains what an earlier run left in the spill file, and starts the writer.
   *
   * @param feed gets the facts that became durable, in order, on the writer's thread: it must only take them
   * @param fatal is told when facts can be kept nowhere, or another platform took the journal over: end the process at once
   * @throws JournalTaken when another platform writes it
   * @throws IOException when the spill file cannot be used
   */
  public static PgJournal open(Database database, JournalSettings settings, Consumer<List<Fact>> feed, Consumer<Throwable> fatal)
      throws IOException, InterruptedException {
    Spill spill = Spill.open(settings.spill(), settings.spillMaxBytes());
    try {
      UUID id = UUID.randomUUID();
      WriterLink link = link(database.settings(), spill, id, settings.name());
      Intake intake = new Intake(settings.lingerMs(), settings.paceMs());
      Relink relink = new Relink(database.settings(), id, fatal);
      Writer writer = new Writer(id, link, intake, spill, relink, feed, fatal);
      return new PgJournal(intake, writer, new PgFacts(database.pool(), link.seq()));
    } catch (IOException | RuntimeException | InterruptedException e) {
      spill.close();
      throw e;
    }
  }

  private static WriterLink link(PgSettings settings, Spill spill, UUID id, String name) throws IOException, InterruptedException {
    while (true) {
      try {
        WriterLink link = WriterLink.open(settings, LOCK_WITHIN_MS);
        try {
          if (!spill.isEmpty()) {
            LOG.warn("an earlier run left {} bytes in the spill file; they go to PostgreSQL first", spill.size());
            Drain.all(spill, link);
          }
          link.enter(id, name);
          link.writesFor(id);
          return link;
        } catch (SQLException | IOException | RuntimeException e) {
          link.close();
          throw e;
        }
      } catch (SQLException e) {
        LOG.warn("PostgreSQL is away: {}", e.getMessage());
        Thread.sleep(RETRY_MS);
      }
    }
  }

  @Override
  public void append(List<Fact> facts, boolean urgent, Runnable durable) {
    intake.add(new Append(facts, durable), urgent);
  }

  @Override
  public void replayLive(Consumer<Fact> each) {
    read(() -> history.live(each));
  }

  @Override
  public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {
    read(() -> history.talks(sinceMs, most, each));
  }

  @Override
  public void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) {
    read(() -> history.dials(sinceMs, each));
  }

  @Override
  public void replaySince(long sinceMs, Consumer<Fact> each) {
    read(() -> history.since(sinceMs, each));
  }

  private interface Reading {
    void run() throws SQLException;
  }

  private static void read(Reading reading) {
    try {
      reading.run();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("cannot read the journal: " + e.getMessage(), e));
    }
  }

  /** Whether PostgreSQL is there to take facts, as seen a few seconds ago at most. From any thread. */
  public boolean linked() {
    return writer.linked();
  }

  /** What waits on our own disk for PostgreSQL, in bytes; for a while after it is back, too. From any thread. */
  public long spilledBytes() {
    return writer.spilledBytes();
  }

  /** Ends when everything appended before is durable. Appends after it are not kept. */
  @Override
  public void close() {
    writer.close();
    try {
      if (!thread.join(TO_CLOSE)) {
        LOG.error("the journal's writer does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
