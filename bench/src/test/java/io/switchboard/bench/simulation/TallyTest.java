package io.switchboard.bench.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.simulation.Schedule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void whenSchedulesGoWell_thenTheyAreCountedWithTheirEventsAndFaults() {
    Tally tally = new Tally(3, 500);
    for (long seed = 0; seed < 3; seed++) {
      assertEquals(Optional.empty(), tally.run(seed));
    }
    assertEquals(3, tally.done());
    assertEquals(0, tally.violations());
    long faults = tally.faults().values().stream().mapToLong(Long::longValue).sum();
    assertTrue(faults >= 3 * Schedule.LEAST_FAULTS, faults + " faults");
    assertTrue(tally.json().startsWith("{\"schedules\":3,\"violations\":0,\"events\":"), tally.json());
    assertTrue(number(tally.json(), "least_events") >= 500, tally.json());
    assertTrue(number(tally.json(), "least_faults") >= Schedule.LEAST_FAULTS, tally.json());
  }

  private static long number(String json, String field) {
    return Long.parseLong(json.replaceAll(".*\"" + field + "\":(\\d+).*", "$1"));
  }
}
