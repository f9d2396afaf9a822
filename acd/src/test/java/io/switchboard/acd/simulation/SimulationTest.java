package io.switchboard.acd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Seeded schedules with faults. {@code -Dsimulation.schedules=N} and {@code -Dsimulation.steps=N} run more, {@code -Dsimulation.seed=N}
 * one of them.
 */
class SimulationTest {
  @Test
  void whateverHappens_whatIsAlwaysTrueStaysTrue() {
    int steps = Integer.getInteger("simulation.steps", 500);
    long first = Long.getLong("simulation.seed", 0);
    long schedules = Long.getLong("simulation.seed") == null ? Integer.getInteger("simulation.schedules", 300) : 1;
    int faults = 0;
    for (long seed = first; seed < first + schedules; seed++) {
      Schedule schedule = new Schedule(seed);
      assertEquals(List.of(), schedule.run(steps), "repeat it with -Dsimulation.seed=" + seed);
      faults += schedule.faultsInjected;
    }
    assertTrue(faults >= 3 * schedules, "a schedule without faults shows nothing");
  }
}
