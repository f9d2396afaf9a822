package io.switchboard.core.adapter.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves batches from the spill into PostgreSQL, in order and each once. One that came by the spill before is known by its writer's row;
 * one in doubt is in when its first fact stands where it would stand, written by its writer.
 */
final class Drain {
  private static final int ROWS = 2000;

  private Drain() {}

  /** Moves the oldest batches, as many as one commit takes well. */
  static void some(Spill spill, WriterLink link) throws IOException, SQLException {
    Spill.Chunk chunk = spill.next(ROWS);
    WriterLink.Known writer = link.known(chunk.batches().getFirst().writer());
    List<Batch> missing = new ArrayList<>();
    for (Batch batch : chunk.batches()) {
      boolean isIn = batch.number() <= writer.drained() || batch.doubtSeq() > 0 && link.holds(batch.doubtSeq(), writer.nr());
      if (!isIn) {
        missing.add(batch);
      }
    }
    if (!missing.isEmpty()) {
      link.drain(missing, writer.nr());
    }
    spill.done(chunk);
  }

  /** What an earlier run left behind. Its writer may be unknown here, when the database was made anew: then all of it is entered. */
  static void all(Spill spill, WriterLink link) throws IOException, SQLException {
    while (!spill.isEmpty()) {
      Batch oldest = spill.next(1).batches().getFirst();
      link.enter(oldest.writer(), "unknown: known by its spill file only");
      some(spill, link);
    }
  }
}
