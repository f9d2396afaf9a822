package io.switchboard.ivr.lookup;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Leaves a source alone that failed several times in a row: for a few seconds each question is refused at once, so that callers do not wait one
 * after the other for what does not come. Then a single one is let through: its answer opens the way again, its failure closes it for as
 * long again.
 */
final class Circuit {
  static final int FAILURES_IN_A_ROW = 5;
  static final long REST_MS = 5_000;

  private final ReentrantLock lock = new ReentrantLock();
  private int failures;
  private long restsUntilNanos;
  private boolean probed;

  /** What a question is told that comes. */
  enum Way {
    /** Ask. */
    OPEN,
    /** Ask: the one question that finds out whether the source works again. */
    PROBE,
    /** Do not ask. */
    CLOSED
  }

  /** Whether a question need not even wait for its turn. */
  boolean refuses(long nowNanos) {
    lock.lock();
    try {
      return failures >= FAILURES_IN_A_ROW && (probed || nowNanos - restsUntilNanos < 0);
    } finally {
      lock.unlock();
    }
  }

  /** A question's turn has come; unless it is CLOSED, {@link #ended} must follow. */
  Way begin(long nowNanos) {
    lock.lock();
    try {
      if (failures < FAILURES_IN_A_ROW) {
        return Way.OPEN;
      }
      if (refuses(nowNanos)) {
        return Way.CLOSED;
      }
      probed = true;
      return Way.PROBE;
    } finally {
      lock.unlock();
    }
  }

  /** Whether this opened or closed the way: something to tell. */
  boolean ended(Way way, boolean alive, long nowNanos) {
    lock.lock();
    try {
      if (way == Way.PROBE) {
        probed = false;
      }
      boolean wasClosed = failures >= FAILURES_IN_A_ROW;
      failures = alive ? 0 : Math.min(failures + 1, FAILURES_IN_A_ROW);
      boolean isClosed = failures >= FAILURES_IN_A_ROW;
      if (!alive && isClosed) {
        restsUntilNanos = nowNanos + TimeUnit.MILLISECONDS.toNanos(REST_MS);
      }
      return wasClosed != isClosed;
    } finally {
      lock.unlock();
    }
  }
}
