package io.switchboard.bench.rig;

import io.switchboard.servers.ServerException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Time that passes between two looks at what goes on. */
public final class Pause {
  private static final long LOOK_EACH_MS = 200;

  private Pause() {}

  public static void seconds(int seconds) {
    ms(TimeUnit.SECONDS.toMillis(seconds));
  }

  public static void ms(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  /** Whether it became so in time. */
  public static boolean until(Duration atMost, BooleanSupplier condition) {
    long until = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        return false;
      }
      ms(LOOK_EACH_MS);
    }
    return true;
  }
}
