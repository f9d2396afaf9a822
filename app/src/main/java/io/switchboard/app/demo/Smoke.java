package io.switchboard.app.demo;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Follows the calls of a smoke run by their facts, from arrival to closing. */
public final class Smoke implements Consumer<List<Fact>> {
  private final int calls;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<CallId> arrived = new HashSet<>();
  private final Map<CallId, Long> waits = new HashMap<>();
  private final Map<CallId, Ending> endings = new HashMap<>();

  public Smoke(int calls) {
    this.calls = calls;
  }

  /** The journal's feed. */
  @Override
  public void accept(List<Fact> facts) {
    lock.lock();
    try {
      facts.forEach(this::take);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void take(Fact fact) {
    switch (fact) {
      case Fact.CallArrived f -> arrived.add(f.call());
      case Fact.Connected f when arrived.contains(f.call()) -> waits.put(f.call(), f.waitMs());
      case Fact.CallEnded f when arrived.contains(f.call()) -> endings.put(f.call(), f.ending());
      default -> {} // other facts tell nothing of how a call went
    }
  }

  /**
   * Waits until every call ended.
   *
   * @return whether they did in time
   */
  public boolean awaitEnd(long ms) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(ms);
    lock.lock();
    try {
      while (endings.size() < calls && left > 0) {
        left = changed.awaitNanos(left);
      }
      return endings.size() >= calls;
    } finally {
      lock.unlock();
    }
  }

  public Result result() {
    lock.lock();
    try {
      long abandoned = endings.keySet().stream().filter(call -> !waits.containsKey(call) && endings.get(call) == Ending.ABANDONED).count();
      return new Result(calls, waits.size(), (int) abandoned, calls - waits.size() - (int) abandoned,
          percentile(50), percentile(99));
    } finally {
      lock.unlock();
    }
  }

  /** Nearest rank; 0 when nobody was answered. */
  private long percentile(int p) {
    List<Long> sorted = new ArrayList<>(waits.values());
    sorted.sort(null);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(p / 100.0 * sorted.size()) - 1);
  }

  /**
   * How it went.
   *
   * @param waitP50Ms from entering the queue to the agent, nearest rank
   */
  public record Result(int calls, int answered, int abandoned, int failed, long waitP50Ms, long waitP99Ms) {
    public boolean good() {
      return answered == calls;
    }

    public String json() {
      return String.format(Locale.ROOT,
          "{\"calls\":%d,\"answered\":%d,\"abandoned\":%d,\"failed\":%d,\"wait_p50_ms\":%d,\"wait_p99_ms\":%d}",
          calls, answered, abandoned, failed, waitP50Ms, waitP99Ms);
    }
  }
}
