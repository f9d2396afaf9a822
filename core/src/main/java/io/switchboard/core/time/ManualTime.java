package io.switchboard.core.time;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that a test moves by hand; timers run in order of their due time. */
public final class ManualTime implements Clock, Timers {
  private record Due(long atMs, long number, Runnable due) {}

  private final PriorityQueue<Due> timers = new PriorityQueue<>(Comparator.comparingLong(Due::atMs).thenComparingLong(Due::number));
  private long nowMs;
  private long number;

  public ManualTime(long nowMs) {
    this.nowMs = nowMs;
  }

  @Override
  public long nowMs() {
    return nowMs;
  }

  @Override
  public Timer at(long atMs, Runnable due) {
    Due timer = new Due(atMs, number++, due);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  public void advance(long ms) {
    long end = nowMs + ms;
    while (!timers.isEmpty() && timers.peek().atMs() <= end) {
      Due next = timers.poll();
      nowMs = Math.max(nowMs, next.atMs());
      next.due().run();
    }
    nowMs = end;
  }
}
