package io.switchboard.core.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.journal.MemoryJournal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What callers answered, counted. */
class FeedbackTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final QueueId SALES = new QueueId(DEMO, "sales");
  private static final CallId CALL = new CallId("c1");
  private static final long DAY_MS = 86_400_000;

  private final Board board = new Board(Map.of(DEMO, new Reporting(ZoneOffset.UTC, Definitions.standard())), Map.of(), List.of());

  private void scores(@Nullable QueueId queue, String survey, int worst, int best, int... scores) {
    for (int score : scores) {
      board.apply(new Fact.Learned.Scored(1_000, DEMO, CALL, "ask", survey, score, score < 3, queue, null, worst, best));
    }
  }

  private void scored(long atMs, int score) {
    board.apply(new Fact.Learned.Scored(atMs, DEMO, CALL, "ask", "csat", score, score < 3, SALES, null, 1, 5));
  }

  private Snapshot.Tenant now(long nowMs) {
    return board.snapshot(nowMs).tenant(DEMO);
  }

  @Test
  void satisfactionIsTheShareOfFoursAndFives() {
    scores(SALES, "csat", 1, 5, 5, 4, 3, 1);
    assertEquals(List.of(new Snapshot.Survey(SALES, "csat", 4, 3.25, 1, 0.5, null)), now(2_000).surveys());
  }

  @Test
  void theNetPromoterScoreIsPromotersLessDetractorsInPoints() {
    scores(SALES, "nps", 0, 10, 10, 9, 8, 7, 6, 0, 10, 9);
    assertEquals(25.0, now(2_000).surveys().getFirst().nps());
    assertEquals(null, now(2_000).surveys().getFirst().csat());
  }

  @Test
  void anotherScaleHasAMeanAlone_andEachQueueItsOwnNumbers() {
    scores(SALES, "school", 1, 6, 2);
    scores(null, "school", 1, 6, 4);
    assertEquals(
        List.of(new Snapshot.Survey(null, "school", 1, 4.0, 0, null, null), new Snapshot.Survey(SALES, "school", 1, 2.0, 1, null, null)),
        now(2_000).surveys());
  }

  @Test
  void aBadScoreWarnsUntilSomebodyTakesNoteOrHasDealtWithIt() {
    for (String task : List.of("c1-s1", "c1-s2", "c1-s3")) {
      board.apply(new Fact.Task.TaskMade(1_000, DEMO, CALL, task, SALES, "", "", "en", "csat", 1, null, 9_000));
    }
    board.apply(new Fact.Task.TaskSeen(2_000, DEMO, CALL, "c1-s1", "sam"));
    board.apply(new Fact.Task.TaskDone(2_000, DEMO, CALL, "c1-s2", "sam", ""));
    assertEquals(1, now(3_000).warnings());
    scores(SALES, "csat", 1, 5, 5);
    assertEquals(1, now(3_000).surveys().size());
  }

  @Test
  void atMidnightCountsBeginAnew_butABadScoreThatNobodySawStillWarns() {
    scores(SALES, "csat", 1, 5, 1);
    board.apply(new Fact.Task.TaskMade(1_000, DEMO, CALL, "c1-s1", SALES, "", "", "en", "csat", 1, null, 9_000));
    scored(DAY_MS + 1, 5);
    assertEquals(1, now(DAY_MS + 2).warnings());
    assertEquals(5.0, now(DAY_MS + 2).surveys().getFirst().mean(), "of today alone");
    board.apply(new Fact.Task.TaskSeen(DAY_MS + 3, DEMO, CALL, "c1-s1", "sam"));
    assertEquals(0, now(DAY_MS + 4).warnings());
  }

  @Test
  void afterARestartItStillWarns() {
    MemoryJournal journal = new MemoryJournal();
    for (String task : List.of("c1-s1", "c1-s2")) {
      journal.append(List.of(new Fact.Task.TaskMade(1_000, DEMO, CALL, task, SALES, "", "", "en", "csat", 1, null, 9_000)), false, () -> {});
    }
    journal.append(List.of(new Fact.InteractionClosed(2_000, DEMO, CALL), new Fact.Task.TaskSeen(3_000, DEMO, CALL, "c1-s2", "sam")), false, () -> {});
    journal.replayLive(board::apply);
    scored(DAY_MS + 1, 5);
    assertEquals(1, now(DAY_MS + 2).warnings());
  }
}
