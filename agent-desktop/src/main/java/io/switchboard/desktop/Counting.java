package io.switchboard.desktop;

import io.switchboard.core.time.Clock;
import io.switchboard.core.time.Timers;
import org.jspecify.annotations.Nullable;

/**
 * When the board is looked at for the desks: soon after something happened, so that what happens in one moment is one look, and else now and
 * then, for what time alone changes. One look at a time; one that takes long is followed by the next as late as if it had just begun. For one
 * thread.
 */
final class Counting {
  static final long SOON_MS = 100;
  static final long AT_LEAST_MS = 400;

  private final Clock clock;
  private final Timers timers;
  private final Runnable look;
  private Timers.@Nullable Timer timer;
  private long dueMs;
  private boolean news;

  /** {@code look} is over when {@link #over} is called. */
  Counting(Clock clock, Timers timers, Runnable look) {
    this.clock = clock;
    this.timers = timers;
    this.look = look;
  }

  void begin() {
    wake(AT_LEAST_MS);
  }

  /** Something happened that may be counted. */
  void news() {
    news = true;
    if (timer != null && clock.nowMs() + SOON_MS < dueMs) {
      timer.cancel();
      wake(SOON_MS);
    }
  }

  /** The look is over, whatever came of it. */
  void over() {
    wake(news ? SOON_MS : AT_LEAST_MS);
  }

  private void wake(long inMs) {
    dueMs = clock.nowMs() + inMs;
    timer = timers.at(dueMs, this::due);
  }

  private void due() {
    timer = null;
    news = false;
    look.run();
  }
}
