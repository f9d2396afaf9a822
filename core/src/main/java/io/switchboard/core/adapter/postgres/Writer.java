package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.Intake.Append;
import io.switchboard.core.journal.Fact;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever waits in the intake becomes a batch; the batch goes to PostgreSQL, or to the spill while PostgreSQL
 * is away or the spill holds older ones; then the feed gets its facts, and each append its {@code durable}, in order. A batch whose commit
 * was not answered goes to the spill too, in doubt: the next link knows whether it is in.
 */
final class Writer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  /** So long without a fact, the link is asked whether it still is one. */
  private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long WHILE_AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final UUID id;
  private final Intake intake;
  private final Spill spill;
  private final Relink relink;
  private final Consumer<List<Fact>> feed;
  private final Consumer<Throwable> fatal;
  private @Nullable WriterLink link;
  private volatile boolean linked = true;
  private volatile long spilledBytes;
  private long number;
  private volatile boolean closing;

  Writer(UUID id, WriterLink link, Intake intake, Spill spill, Relink relink, Consumer<List<Fact>> feed, Consumer<Throwable> fatal) {
    this.id = id;
    this.link = link;
    this.intake = intake;
    this.spill = spill;
    this.relink = relink;
    this.feed = feed;
    this.fatal = fatal;
  }

  /** Ends the thread once everything appended before is durable. */
  void close() {
    closing = true;
    intake.wake();
  }

  @Override
  public void run() {
    try (spill) {
      while (step()) {
        reconnect();
        drain();
      }
    } catch (Throwable e) { // whatever it is, facts cannot be kept any more
      LOG.error("the journal can keep no more facts", e);
      fatal.accept(e);
    } finally {
      relink.close();
      unlink();
    }
  }

  /** @return whether there is more to come */
  private boolean step() throws InterruptedException, IOException {
    boolean last = closing;
    List<Append> appends = intake.take(last ? 0 : patience());
    if (appends.isEmpty() && !last) {
      check();
    }
    if (!appends.isEmpty()) {
      List<Row> rows = new ArrayList<>();
      List<Fact> facts = new ArrayList<>();
      for (Append append : appends) {
        for (Fact fact : append.facts()) {
          facts.add(fact);
          rows.add(Row.of(fact));
        }
      }
      if (!rows.isEmpty()) {
        keep(new Batch(id, ++number, 0, rows));
        tell(() -> feed.accept(facts));
      }
      appends.forEach(append -> tell(append.durable()));
    }
    return !last;
  }

  private long patience() {
    if (link == null) {
      return WHILE_AWAY_NANOS;
    }
    return spill.isEmpty() ? CHECK_NANOS : 0;
  }

  private void check() {
    if (link != null && spill.isEmpty() && !link.alive()) {
      lost(new SQLException("it does not answer any more"));
    }
  }

  /** On return the batch outlives a crash. */
  private void keep(Batch batch) throws IOException {
    if (link == null || !spill.isEmpty()) {
      spill(batch);
      return;
    }
    long seq = link.seq() + 1;
    try {
      link.write(batch.rows());
    } catch (SQLException e) {
      lost(e);
      spill(batch.inDoubt(seq));
    }
  }

  private void spill(Batch batch) throws IOException {
    spill.append(batch);
    spilledBytes = spill.size();
  }

  /** Whether there is a link to PostgreSQL, as seen a few seconds ago at most. From any thread. */
  boolean linked() {
    return linked;
  }

  /** What waits in the spill file for PostgreSQL. From any thread. */
  long spilledBytes() {
    return spilledBytes;
  }

  private void lost(SQLException e) {
    LOG.warn("PostgreSQL is away, facts go to the spill file: {}", e.getMessage());
    relink.lost(link == null ? 0 : link.backend());
    unlink();
  }

  private void unlink() {
    if (link != null) {
      link.close();
      link = null;
      linked = false;
    }
  }

  private void reconnect() {
    if (link == null) {
      link = relink.poll();
      linked = link != null;
    }
  }

  private void drain() throws IOException {
    if (link == null || spill.isEmpty()) {
      return;
    }
    try {
      Drain.some(spill, link);
      spilledBytes = spill.isEmpty() ? 0 : spill.size();
      if (spill.isEmpty()) {
        LOG.info("PostgreSQL is back, the spill file is drained");
      }
    } catch (SQLException e) {
      lost(e);
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      LOG.error("a listener of the journal failed; the facts are durable", e);
    }
  }
}
