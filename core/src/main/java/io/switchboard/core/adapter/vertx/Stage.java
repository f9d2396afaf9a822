package io.switchboard.core.adapter.vertx;

import io.switchboard.core.time.Timers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.Executor;

/** One stage of a call's life on an event loop of its own: whatever it registers and schedules while it starts runs there, one at a time. */
public final class Stage extends VerticleBase {

  /** What a stage gets from its event loop. */
  public record Loop(Executor owner, Timers timers) {}

  /** Builds the stage; runs on its event loop. */
  @FunctionalInterface
  public interface Opening {
    void open(Loop loop);
  }

  private final Opening opening;

  public Stage(Opening opening) {
    this.opening = opening;
  }

  @Override
  public Future<?> start() {
    Context loop = context;
    opening.open(new Loop(task -> loop.runOnContext(nothing -> task.run()), new VertxTimers(vertx, System::currentTimeMillis)));
    return Future.succeededFuture();
  }
}
