package io.switchboard.ivr.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ivr.lookup.Circuit.Way;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CircuitTest {
  /** The clock may stand anywhere, near its overflow too. */
  private static final long T = Long.MAX_VALUE - 1_000;
  private static final long REST = TimeUnit.MILLISECONDS.toNanos(Circuit.REST_MS);

  private final Circuit circuit = new Circuit();

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      circuit.ended(circuit.begin(T), false, T);
    }
  }

  @Test
  void whenASourceFailsSeveralTimesInARow_thenItIsNotAskedForAWhile() {
    fail(Circuit.FAILURES_IN_A_ROW - 1);
    assertFalse(circuit.refuses(T));
    fail(1);
    assertTrue(circuit.refuses(T));
    assertEquals(Way.CLOSED, circuit.begin(T + REST - 1));
  }

  @Test
  void whenAnAnswerComesInBetween_thenTheyAreNotInARow() {
    fail(Circuit.FAILURES_IN_A_ROW - 1);
    circuit.ended(circuit.begin(T), true, T);
    fail(Circuit.FAILURES_IN_A_ROW - 1);
    assertEquals(Way.OPEN, circuit.begin(T));
  }

  @Test
  void afterTheRestASingleQuestionFindsOut() {
    fail(Circuit.FAILURES_IN_A_ROW);
    assertEquals(Way.PROBE, circuit.begin(T + REST));
    assertTrue(circuit.refuses(T + REST));
    assertEquals(Way.CLOSED, circuit.begin(T + REST));

    assertFalse(circuit.ended(Way.PROBE, false, T + REST), "as it was");
    assertEquals(Way.CLOSED, circuit.begin(T + 2 * REST - 1));
    assertEquals(Way.PROBE, circuit.begin(T + 2 * REST));
    assertTrue(circuit.ended(Way.PROBE, true, T + 2 * REST), "it answers again");
    assertEquals(Way.OPEN, circuit.begin(T + 2 * REST));
  }

  @Test
  void whoBeganBeforeAndFailsLateTakesNoProbeAway() {
    fail(Circuit.FAILURES_IN_A_ROW);
    assertEquals(Way.PROBE, circuit.begin(T + REST));
    circuit.ended(Way.OPEN, false, T + REST);
    assertEquals(Way.CLOSED, circuit.begin(T + 3 * REST), "the probe is still on its way");
  }
}
