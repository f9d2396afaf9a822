package io.switchboard.core.adapter.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for PostgreSQL on a thread of its own while the writer goes on spilling. */
final class Relink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relink.class);
  private static final long RETRY_MS = 250;
  private static final long LOCK_WITHIN_MS = 2000;

  private final PgSettings settings;
  private final UUID writer;
  private final Consumer<Throwable> fatal;
  private final AtomicReference<@Nullable WriterLink> found = new AtomicReference<>();
  private volatile boolean closed;

  Relink(PgSettings settings, UUID writer, Consumer<Throwable> fatal) {
    this.settings = settings;
    this.writer = writer;
    this.fatal = fatal;
  }

  /** Starts looking. The lost connection's backend, should it still live, is asked to end, for it holds the lock. */
  void lost(int backend) {
    Thread.ofVirtual().name("journal-relink").start(() -> {
      try {
        look(backend);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (JournalTaken e) {
        fatal.accept(e);
      }
    });
  }

  private void look(int backend) throws InterruptedException {
    while (!closed) {
      try {
        end(backend);
        WriterLink link = WriterLink.open(settings, LOCK_WITHIN_MS);
        try {
          link.writesFor(writer);
        } catch (SQLException | JournalTaken e) {
          link.close();
          throw e;
        }
        found.set(link);
        if (closed) {
          close();
        }
        return;
      } catch (SQLException e) {
        LOG.debug("PostgreSQL is still away: {}", e.getMessage());
        Thread.sleep(RETRY_MS);
      }
    }
  }

  /** Only a backend that is the journal's: after a restart of PostgreSQL the number may be anybody's. */
  private void end(int backend) throws SQLException {
    try (Connection connection = Database.connect(settings);
        PreparedStatement statement = connection.prepareStatement(
            "select pg_terminate_backend(pid) from pg_stat_activity where pid = ? and application_name = 'switchboard journal'")) {
      statement.setInt(1, backend);
      statement.execute();
    }
  }

  /** The new link, once. */
  @Nullable WriterLink poll() {
    return found.getAndSet(null);
  }

  @Override
  public void close() {
    closed = true;
    WriterLink link = found.getAndSet(null);
    if (link != null) {
      link.close();
    }
  }
}
