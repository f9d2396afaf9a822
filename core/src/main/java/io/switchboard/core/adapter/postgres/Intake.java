package io.switchboard.core.adapter.postgres;

import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where appends wait for the writer. One that is urgent wakes it at once, unless the last batch left a moment ago; the others let it sleep
 * on. So they share commits, which is where the CPU goes: what a commit costs depends little on how many facts are in it.
 */
final class Intake {
  record Append(List<Fact> facts, Runnable durable) {}

  private final long lingerNanos;
  private final long paceNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private List<Append> waiting = new ArrayList<>();
  private boolean urgent;
  private long dueNanos;
  private long takenNanos = System.nanoTime();

  /**
   * @param lingerMs how long one that is not urgent may wait for others
   * @param paceMs the least time from one batch to the next
   */
  Intake(long lingerMs, long paceMs) {
    this.lingerNanos = TimeUnit.MILLISECONDS.toNanos(lingerMs);
    this.paceNanos = TimeUnit.MILLISECONDS.toNanos(paceMs);
  }

  void add(Append append, boolean isUrgent) {
    lock.lock();
    try {
      boolean first = waiting.isEmpty();
      waiting.add(append);
      if (first) {
        dueNanos = System.nanoTime() + lingerNanos;
      }
      if (isUrgent && !urgent) {
        urgent = true;
        news.signal();
      } else if (first) {
        news.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Wakes the writer for something else than an append. */
  void wake() {
    lock.lock();
    try {
      urgent = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Everything that waits, once it is due; nothing when none is after this time. */
  List<Append> take(long atMostNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = atMostNanos;
      while (!urgent && left > 0) {
        long lingers = waiting.isEmpty() ? Long.MAX_VALUE : dueNanos - System.nanoTime();
        if (lingers <= 0) {
          break;
        }
        long slept = Math.min(left, lingers);
        left -= slept - Math.max(0, news.awaitNanos(slept));
      }
      keepPace();
      urgent = false;
      List<Append> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void keepPace() throws InterruptedException {
    if (waiting.isEmpty()) {
      return;
    }
    for (long left = takenNanos + paceNanos - System.nanoTime(); left > 0; left = takenNanos + paceNanos - System.nanoTime()) {
      news.awaitNanos(left);
    }
    takenNanos = System.nanoTime();
  }
}
