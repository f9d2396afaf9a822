package io.switchboard.core.metric;

import static io.switchboard.core.metric.Day.DEMO;
import static io.switchboard.core.metric.Day.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.Journal;
import io.switchboard.core.journal.MemoryJournal;
import io.switchboard.core.time.ManualTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LiveBoardTest {
  private final ManualTime time = new ManualTime(at(3000));

  private static List<Fact> before() {
    Day day = new Day();
    day.answered(100, "c1", 10, 60, 5);
    day.enters(200, "c2", 0);
    return day.facts();
  }

  private static Snapshot.Queue sales(LiveBoard board) {
    return board.snapshot().tenant(DEMO).queues().getFirst();
  }

  private static Journal replaying(Consumer<Consumer<Fact>> day) {
    return new Journal() {
      @Override
      public void append(List<Fact> facts, boolean urgent, Runnable durable) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void replayLive(Consumer<Fact> each) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void replayTalks(long sinceMs, int most, Consumer<Fact.Connected> each) {}

      @Override
      public void replayDials(long sinceMs, Consumer<Fact.Dial.DialBegun> each) {}

      @Override
      public void replaySince(long sinceMs, Consumer<Fact> each) {
        day.accept(each);
      }
    };
  }

  @Test
  void whatCameWhileTheDayWasReadIsCountedOnce() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Journal slow = replaying(each -> {
      reading.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      before().forEach(each);
    });
    try (LiveBoard board = new LiveBoard(Day.board(Definitions.standard()), time)) {
      board.rebuild(before().subList(5, 6), slow);
      reading.await();
      Day more = new Day();
      more.answered(2000, "c3", 4, 60, 5);
      board.accept(more.facts());
      assertFalse(board.snapshot().complete());
      go.countDown();
      assertTrue(board.awaitRebuilt(10_000));
      assertTrue(board.snapshot().complete());
      assertEquals(2, sales(board).answered());
      assertEquals(3, sales(board).entered());
      assertEquals(1, sales(board).waiting());
    }
  }

  @Test
  void aDayWhoseReadingBreaksOffIsReadOnAndCountedOnce() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    Journal breaking = replaying(each -> {
      boolean first = readings.incrementAndGet() == 1;
      before().stream().limit(first ? 3 : Long.MAX_VALUE).forEach(each);
      if (first) {
        throw new IllegalStateException("the journal is away");
      }
    });
    try (LiveBoard board = new LiveBoard(Day.board(Definitions.standard()), time)) {
      board.rebuild(List.of(), breaking);
      assertTrue(board.awaitRebuilt(10_000));
      assertEquals(2, readings.get());
      assertEquals(1, sales(board).answered());
      assertEquals(2, sales(board).entered());
    }
  }

  @Test
  void aClosureOfAnEarlierDaySurvivesTheRestart() throws Exception {
    Day day = new Day();
    day.closure(-90_000, Day.SALES, true);
    try (LiveBoard board = new LiveBoard(Day.board(Definitions.standard()), time)) {
      board.rebuild(day.facts(), new MemoryJournal());
      assertTrue(board.awaitRebuilt(10_000));
      assertTrue(sales(board).closed());
    }
  }

  @Test
  void aSnapshotIsSharedForAMomentAndThenFresh() throws Exception {
    try (LiveBoard board = new LiveBoard(Day.board(Definitions.standard()), time)) {
      MemoryJournal journal = new MemoryJournal();
      journal.append(before(), false, () -> {});
      board.rebuild(List.of(), journal);
      assertTrue(board.awaitRebuilt(10_000));
      Snapshot first = board.snapshot();
      time.advance(100);
      assertSame(first, board.snapshot());
      time.advance(150);
      assertEquals(at(3000.25), board.snapshot().atMs());
      assertEquals(2_800_250, sales(board).longestWaitMs());
    }
  }

  @Test
  void whatHappenedSinceIsInTheNextSnapshotAlmostAtOnce() throws Exception {
    try (LiveBoard board = new LiveBoard(Day.board(Definitions.standard()), time)) {
      board.rebuild(List.of(), new MemoryJournal());
      assertTrue(board.awaitRebuilt(10_000));
      Snapshot first = board.snapshot();
      Day day = new Day();
      day.enters(2_999, "c1", 0);
      board.accept(day.facts());
      time.advance(40);
      assertSame(first, board.snapshot());
      time.advance(10);
      assertEquals(1, sales(board).waiting());
    }
  }
}
