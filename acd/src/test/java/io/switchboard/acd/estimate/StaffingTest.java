package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StaffingTest {
  private static final List<QueueModel> QUEUES = List.of(
      new ErlangC(0.2, 240), new ErlangA(0.2, 240, 120), new ErlangC(1e-8, 100), new ErlangA(1e-8, 100, 10), new ErlangA(40, 300, 180),
      new ErlangC(33, 300));
  private static final List<Goal> GOALS = List.of(
      new Goal.ServiceLevel(0.8, 20), new Goal.ServiceLevel(0.001, 0), new Goal.ServiceLevel(0.999999, 1), new Goal.MeanWait(5),
      new Goal.MeanWait(0.01), new Goal.Abandonment(0.03));

  @Test
  void soManyReachTheGoalAndOneFewerDoesNot() {
    for (QueueModel queue : QUEUES) {
      for (Goal goal : GOALS) {
        if (Staffing.fewest(queue, goal) instanceof Staffing.Enough enough) {
          assertTrue(goal.reachedBy(enough.performance()), queue + " " + goal + ": " + enough);
          assertEquals(queue.with(enough.agents(), goal.targetS()), enough.performance());
          assertFalse(enough.agents() > 1 && goal.reachedBy(queue.with(enough.agents() - 1, goal.targetS())), queue + " " + goal);
        } else {
          assertTrue(queue instanceof ErlangC && goal instanceof Goal.Abandonment, queue + " " + goal);
        }
      }
    }
  }

  @Test
  void theKnownNumbersOfAgents() {
    assertEquals(55, agents(new ErlangC(0.2, 240), new Goal.ServiceLevel(0.84, 15)));
    assertEquals(54, agents(new ErlangC(0.2, 240), new Goal.ServiceLevel(0.8, 20)));
    assertEquals(14, agents(new ErlangC(100 / 1800.0, 180), new Goal.ServiceLevel(0.8, 20)));
    assertEquals(50, agents(new ErlangA(0.8, 60, 120), new Goal.Abandonment(0.031)));
    assertEquals(51, agents(new ErlangA(0.8, 60, 120), new Goal.Abandonment(0.0309)));
    assertEquals(50, agents(new ErlangA(0.8, 60, 120), new Goal.MeanWait(3.71)));
  }

  private static int agents(QueueModel queue, Goal goal) {
    return assertInstanceOf(Staffing.Enough.class, Staffing.fewest(queue, goal)).agents();
  }

  @Test
  void whenNoNumberOfAgentsIsEnough_thenItSaysWhyAndWhatToDo() {
    Staffing tooMuch = Staffing.fewest(new ErlangC(1_000, 240), new Goal.ServiceLevel(0.8, 20));
    assertEquals(
        "100,000 agents, the most that are computed with, do not reach the goal at a load of 240000.0 erlangs; lower the goal or the load",
        assertInstanceOf(Staffing.Impossible.class, tooMuch).why());
    Staffing nobody = Staffing.fewest(new ErlangC(0.2, 240), new Goal.Abandonment(0.03));
    assertTrue(assertInstanceOf(Staffing.Impossible.class, nobody).why().endsWith("give the callers a patience"));
  }

  @Test
  void whenAGoalIsOutsideItsRange_thenItIsNamed() {
    for (double wrong : new double[] {0, 1, 80, -0.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new Goal.ServiceLevel(wrong, 20));
      assertThrows(IllegalArgumentException.class, () -> new Goal.Abandonment(wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> new Goal.ServiceLevel(0.8, -1));
    assertThrows(IllegalArgumentException.class, () -> new Goal.MeanWait(0));
  }
}
