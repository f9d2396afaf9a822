package io.switchboard.core.adapter.vertx;

import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import io.vertx.core.Vertx;

/** Timers of one event loop; set on the loop, they run there. */
final class VertxTimers implements Timers {
  private final Vertx vertx;
  private final Clock clock;

  VertxTimers(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
  }

  @Override
  public Timer at(long atMs, Runnable due) {
    long delayMs = Math.max(1, atMs - clock.nowMs());
    long id = vertx.setTimer(delayMs, fired -> due.run());
    return () -> vertx.cancelTimer(id);
  }
}
