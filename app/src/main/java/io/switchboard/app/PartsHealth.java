package io.switchboard.app;

import io.switchboard.core.adapter.postgres.PgJournal;
import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.api.Health;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How the parts do, as they say themselves. */
final class PartsHealth implements Health {
  private final PgJournal journal;
  private final BooleanSupplier redis;
  private volatile String lineDown = "not connected yet";

  PartsHealth(Signals signals, PgJournal journal, BooleanSupplier redis) {
    this.journal = journal;
    this.redis = redis;
    signals.on(LineEvent.Lost.class, lost -> lineDown = lost.why().isEmpty() ? "the link is down" : lost.why());
    signals.on(LineEvent.Restored.class, restored -> lineDown = "");
  }

  @Override
  public List<Part> parts() {
    long spilled = journal.spilledBytes();
    return List.of(
        spilled == 0
            ? new Part("journal", State.UP, "facts are in PostgreSQL")
            : new Part("journal", State.DEGRADED, spilled + " bytes of facts wait on disk for PostgreSQL"),
        spilled == 0 ? new Part("postgres", State.UP, "") : new Part("postgres", State.DOWN, "away; it is tried again all the time"),
        redis.getAsBoolean()
            ? new Part("redis", State.UP, "")
            : new Part("redis", State.DEGRADED, "away; the board is not shared until it is back, calls are not touched"),
        lineDown.isEmpty() ? new Part("asterisk", State.UP, "") : new Part("asterisk", State.DOWN, lineDown));
  }
}
