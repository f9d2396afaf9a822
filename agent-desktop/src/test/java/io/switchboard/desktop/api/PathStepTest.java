package io.switchboard.desktop.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathStepTest {
  private static final TenantId DEMO = new TenantId("demo");
  private static final CallId CALL = new CallId("c1");

  private static Fact step(long atMs, String flow, String step, int depth, int number, int release) {
    return new Fact.StepEntered(atMs, DEMO, CALL, flow, "v", step, depth, number, release);
  }

  @Test
  void theWayIsToldStepByStep_withHowLongHeStayed() {
    assertEquals(
        List.of(
            new PathStep(1_000, 3, "main", "v", "ask", 0, 400L), new PathStep(1_400, 3, "identify", "v", "pin", 1, 600L),
            new PathStep(2_000, 3, "main", "v", "bye", 0, 100L)),
        PathStep.of(List.of(
            step(1_000, "main", "ask", 0, 1, 3), new Fact.MenuAnswered(1_300, DEMO, CALL, "ask", "1"), step(1_400, "identify", "pin", 1, 2, 3),
            step(2_000, "main", "bye", 0, 3, 3), new Fact.CallEnded(2_100, DEMO, CALL, Ending.FLOW_ENDED),
            new Fact.InteractionClosed(2_200, DEMO, CALL))));
  }

  @Test
  void whoIsStillThereHasNotLeft_andWhoWasGoneOnWithAfterARestartIsWhereHeWas() {
    assertEquals(
        List.of(new PathStep(1_000, 3, "main", "v", "ask", 0, null)),
        PathStep.of(List.of(step(1_000, "main", "ask", 0, 1, 3), step(5_000, "main", "ask", 0, 1, 3))));
  }

  @Test
  void whoCameBackToAStepOrWentOnByAnotherReleaseIsToldSo() {
    assertEquals(3, PathStep.of(List.of(
        step(1_000, "main", "ask", 0, 1, 3), step(2_000, "main", "ask", 0, 2, 3), step(3_000, "main", "ask", 0, 2, 4))).size());
    assertEquals(2, PathStep.of(List.of(step(1_000, "main", "ask", 0, 0, 0), step(2_000, "main", "ask", 0, 0, 0))).size());
  }
}
