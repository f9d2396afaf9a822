package io.switchboard.acd;

import io.switchboard.core.id.OfferId;
import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import java.util.HashMap;
import java.util.Map;

/** Lets a phone be dialled once its agent's screens show who calls, or a moment later. Without patience, at once. */
final class Screens {
  private static final Runnable NOTHING = () -> { };

  private final Clock clock;
  private final Timers timers;
  /** What is not shown yet, and what waits for it. */
  private final Map<OfferId, Runnable> unshown = new HashMap<>();
  private long patienceMs;

  Screens(Clock clock, Timers timers) {
    this.clock = clock;
    this.timers = timers;
  }

  void patience(long ms) {
    patienceMs = ms;
  }

  void offered(OfferId offer) {
    if (patienceMs > 0) {
      unshown.put(offer, NOTHING);
      timers.at(clock.nowMs() + patienceMs, () -> shown(offer));
    }
  }

  void shown(OfferId offer) {
    Runnable waiting = unshown.remove(offer);
    if (waiting != null) {
      waiting.run();
    }
  }

  void afterwards(OfferId offer, Runnable ring) {
    if (unshown.computeIfPresent(offer, (each, nothing) -> ring) == null) {
      ring.run();
    }
  }
}
