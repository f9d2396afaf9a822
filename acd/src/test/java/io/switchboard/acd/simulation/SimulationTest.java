package io.switchboard.acd.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Seeded schedules with faults; {@code bin/bench simulation} runs many more. {@code -Dsimulation.schedules=N} and {@code -Dsimulation.events=N}
 * run more here, {@code -Dsimulation.seed=N} one of them.
 */
class SimulationTest {
  @Test
  void whateverHappens_whatIsAlwaysTrueStaysTrue() {
    int events = Integer.getInteger("simulation.events", 500);
    long first = Long.getLong("simulation.seed", 0);
    long schedules = Long.getLong("simulation.seed") == null ? Integer.getInteger("simulation.schedules", 300) : 1;
    Set<Fault> seen = EnumSet.noneOf(Fault.class);
    for (long seed = first; seed < first + schedules; seed++) {
      Schedule schedule = new Schedule(seed);
      assertEquals(List.of(), schedule.run(events), "repeat it with -Dsimulation.seed=" + seed);
      assertTrue(schedule.events() >= events && schedule.faults() >= Schedule.LEAST_FAULTS, "a schedule without faults shows nothing");
      seen.addAll(schedule.faultsByKind().keySet());
    }
    assertEquals(schedules > 1 ? EnumSet.allOf(Fault.class) : seen, seen);
  }

  @Test
  void whenASeedRunsTwice_thenItIsTheSameRun() {
    Schedule once = new Schedule(7);
    Schedule again = new Schedule(7);
    once.run(500);
    again.run(500);
    assertEquals(once.world().stage.facts(), again.world().stage.facts());
  }
}
