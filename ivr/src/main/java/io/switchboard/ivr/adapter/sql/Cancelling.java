package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.lookup.Deadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a statement back from the server when its time is over; the connection lives on. */
final class Cancelling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cancelling.class);

  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private Cancelling() {}

  static Cancelling at(Deadline deadline, Statement statement) {
    Cancelling cancelling = new Cancelling();
    cancelling.over.orTimeout(deadline.leftMs(), TimeUnit.MILLISECONDS)
        .whenComplete((ended, late) -> {
          if (late != null) {
            Thread.ofVirtual().name("cancelling").start(() -> cancel(statement)); // it speaks to the server
          }
        });
    return cancelling;
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException gone) {
      LOG.debug("a statement could not be taken back (SQLSTATE {}); its connection will be given up", gone.getSQLState());
    }
  }

  @Override
  public void close() {
    over.complete(null);
  }
}
