package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.signal.DirectSignals;
import io.switchboard.desktop.api.Health;
import io.switchboard.desktop.api.Health.State;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsHealthTest {
  /** Nothing may have been written since it went away; and when it is back, what was spilled drains for a while. */
  @ParameterizedTest
  @CsvSource({"true, 0, UP, UP", "false, 0, DEGRADED, DOWN", "false, 4096, DEGRADED, DOWN", "true, 4096, DEGRADED, UP"})
  void postgresIsUpWhenItIsThere_theJournalWhenNothingWaitsForIt(boolean linked, long spilledBytes, State journal, State postgres) {
    List<Health.Part> parts = new PartsHealth(new DirectSignals(), () -> linked, () -> spilledBytes, () -> true).parts();
    assertEquals(List.of("journal", "postgres"), parts.subList(0, 2).stream().map(Health.Part::name).toList());
    assertEquals(List.of(journal, postgres), parts.subList(0, 2).stream().map(Health.Part::state).toList());
  }
}
