package io.switchboard.app;

import io.switchboard.core.line.LineEvent;
import io.switchboard.core.signal.Signals;
import io.switchboard.desktop.api.Health;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How the parts do, as they say themselves. */
final class PartsHealth implements Health {
  private final BooleanSupplier postgres;
  private final LongSupplier spilledBytes;
  private final BooleanSupplier redis;
  private volatile String lineDown = "not connected yet";

  /**
   * @param postgres whether it takes facts now
   * @param spilledBytes what waits for it on disk, which it may for a while after it is back
   */
  PartsHealth(Signals signals, BooleanSupplier postgres, LongSupplier spilledBytes, BooleanSupplier redis) {
    this.postgres = postgres;
    this.spilledBytes = spilledBytes;
    this.redis = redis;
    signals.on(LineEvent.Lost.class, lost -> lineDown = lost.why().isEmpty() ? "the link is down" : lost.why());
    signals.on(LineEvent.Restored.class, restored -> lineDown = "");
  }

  @Override
  public List<Part> parts() {
    long spilled = spilledBytes.getAsLong();
    boolean there = postgres.getAsBoolean();
    return List.of(
        there && spilled == 0
            ? new Part("journal", State.UP, "facts are in PostgreSQL")
            : new Part("journal", State.DEGRADED, spilled + " bytes of facts wait on disk for PostgreSQL"),
        there ? new Part("postgres", State.UP, "") : new Part("postgres", State.DOWN, "away; it is tried again all the time"),
        redis.getAsBoolean()
            ? new Part("redis", State.UP, "")
            : new Part("redis", State.DEGRADED, "away; the board is not shared until it is back, calls are not touched"),
        lineDown.isEmpty() ? new Part("asterisk", State.UP, "") : new Part("asterisk", State.DOWN, lineDown));
  }
}
