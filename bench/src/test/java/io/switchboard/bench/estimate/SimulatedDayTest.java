package io.switchboard.bench.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.bench.estimate.Accuracy.Estimator;
import org.junit.jupiter.api.Test;

class SimulatedDayTest {
  @Test
  void inTheSteadyQueueOursIsNearlyAsGoodAsQl_andTheDelaysOfOthersAreNot() {
    Accuracy steady = SimulatedDay.run(Scenario.steady(40_000), 1);
    double ql = steady.raseS(Estimator.QL);
    assertTrue(steady.entries() > 10_000, "waiting: " + steady.entries());
    assertTrue(steady.raseS(Estimator.OURS) / ql < 1.1, steady.raseS(Estimator.OURS) + " and " + ql);
    assertTrue(steady.raseS(Estimator.LES) / ql > 1.2, steady.raseS(Estimator.LES) + " and " + ql);
  }

  @Test
  void withTimeVaryingArrivalsAndAbandonment_eightWaitsOfTenAreInTheRange() {
    for (Scenario scenario : Scenario.varying(20_000)) {
      Accuracy day = SimulatedDay.run(scenario, 1);
      assertTrue(day.coverage() > 0.75 && day.coverage() < 0.9, scenario.name() + ": " + day.coverage());
      assertTrue(day.spokenCoverage() > 0.7 && day.spokenCoverage() < 0.9, scenario.name() + " as said: " + day.spokenCoverage());
      assertTrue(day.raseS(Estimator.OURS) < 0.9 * day.raseS(Estimator.QL), scenario.name());
      assertTrue(day.silentShare() < 0.01, scenario.name() + " silent: " + day.silentShare());
    }
  }

  @Test
  void oneSeedIsOneRun() {
    double once = SimulatedDay.run(Scenario.steady(10_000), 3).raseS(Estimator.OURS);
    assertEquals(once, SimulatedDay.run(Scenario.steady(10_000), 3).raseS(Estimator.OURS));
    assertNotEquals(once, SimulatedDay.run(Scenario.steady(10_000), 4).raseS(Estimator.OURS));
  }
}
