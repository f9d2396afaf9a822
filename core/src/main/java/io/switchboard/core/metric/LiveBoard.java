package io.switchboard.core.metric;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A board for everyone: takes the journal's feed without delaying it, and gives immutable snapshots to readers on any thread, at most
 * {@value #FRESH_MS} ms old, {@value #PACE_MS} ms where something happened since. It works when it is asked, and on a slow tick of its own so that nothing piles up while nobody asks.
 */
public final class LiveBoard implements Consumer<List<Fact>>, AutoCloseable {
  private static final long FRESH_MS = 200;
  private static final long PACE_MS = 50;
  private static final long TICK_MS = 1000;
  private static final long AGAIN_MS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(LiveBoard.class);

  private final Board board;
  private final Clock clock;
  private final Queue<List<Fact>> feed = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch rebuilt = new CountDownLatch(1);
  private final Thread tick;
  private @Nullable Thread rebuild;
  private @Nullable Snapshot last;
  /** Since the last snapshot. */
  private boolean drained;

  public LiveBoard(Board board, Clock clock) {
    this.board = board;
    this.clock = clock;
    this.tick = Thread.ofVirtual().name("board-tick").start(this::tick);
  }

  /** The journal's feed. */
  @Override
  public void accept(List<Fact> facts) {
    feed.add(facts);
  }

  /**
   * Reads what was before this run, on a thread of its own; until it is done snapshots are not complete, and the feed waits. A journal
   * that breaks off is read again from where it did.
   *
   * @param live what the journal's live replay gave before the first append
   * @param journal gives the facts of the day up to its opening; the feed gives the rest
   */
  public void rebuild(List<Fact> live, Journal journal) {
    long sinceMs = board.needsSince(clock.nowMs());
    rebuild = Thread.ofVirtual().name("board-rebuild").start(() -> {
      live.stream().filter(fact -> fact.atMs() < sinceMs).forEach(this::apply);
      if (readDay(journal, sinceMs)) {
        rebuilt.countDown();
      }
    });
  }

  private boolean readDay(Journal journal, long sinceMs) {
    long[] applied = {0};
    while (true) {
      try {
        long[] read = {0};
        journal.replaySince(sinceMs, fact -> {
          if (read[0]++ == applied[0]) {
            apply(fact);
            applied[0]++;
          }
        });
        return true;
      } catch (RuntimeException e) {
        LOG.warn("The numbers of the day stay incomplete, their facts cannot be read; again in {} ms", AGAIN_MS, e);
      }
      try {
        Thread.sleep(AGAIN_MS);
      } catch (InterruptedException closed) {
        return false;
      }
    }
  }

  /** Waits until the day is read. */
  public boolean awaitRebuilt(long atMostMs) throws InterruptedException {
    return rebuilt.await(atMostMs, TimeUnit.MILLISECONDS);
  }

  /** Other agents serve other queues from now on; from any thread. */
  public void serve(Map<QueueId, Set<AgentId>> queues) {
    lock.lock();
    try {
      board.serve(queues);
    } finally {
      lock.unlock();
    }
  }

  private void apply(Fact fact) {
    lock.lock();
    try {
      board.apply(fact);
    } finally {
      lock.unlock();
    }
  }

  public Snapshot snapshot() {
    lock.lock();
    try {
      long nowMs = clock.nowMs();
      Snapshot recent = last;
      if (recent != null && recent.complete() && nowMs - recent.atMs() >= 0 && nowMs - recent.atMs() < (counted() ? FRESH_MS : PACE_MS)) {
        return recent;
      }
      boolean complete = rebuilt.getCount() == 0;
      if (complete) {
        drain();
      }
      Snapshot taken = board.snapshot(nowMs);
      drained = false;
      Snapshot snapshot = complete ? taken : new Snapshot(taken.atMs(), false, taken.tenants());
      last = snapshot;
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the last snapshot knows of all that came. */
  private boolean counted() {
    return feed.isEmpty() && !drained;
  }

  private void drain() {
    for (List<Fact> facts = feed.poll(); facts != null; facts = feed.poll()) {
      facts.forEach(board::apply);
      drained = true;
    }
  }

  private void tick() {
    try {
      rebuilt.await();
      while (true) {
        Thread.sleep(TICK_MS);
        lock.lock();
        try {
          drain();
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    tick.interrupt();
    if (rebuild != null) {
      rebuild.interrupt();
    }
  }
}
