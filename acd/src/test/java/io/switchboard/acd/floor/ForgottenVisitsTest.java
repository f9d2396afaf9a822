package io.switchboard.acd.floor;

import static io.switchboard.acd.Shift.SALES;
import static io.switchboard.acd.Shift.agent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.acd.Shift;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.Overflow;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.time.Hours;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is due long after a call has left its queue does not keep the call in memory until then. */
class ForgottenVisitsTest {
  private static final long HOUR_MS = 3_600_000;

  private static Shift patient() {
    Doors doors = new Doors(
        0, HOUR_MS, Hours.always(), true,
        List.of(new Overflow("late", HOUR_MS / 2, 0, 2, 0), new Overflow("again", 0, HOUR_MS / 2, 100_000, 0)));
    return new Shift(FloorSettings.of(List.of(QueueSettings.of(SALES).withDoors(doors)), List.of(agent("anna", Map.of(), SALES))));
  }

  @Test
  void whenCallsAreOver_thenTheListsOfWhatIsDueForgetThem_andKeepWhoWaits() {
    Shift shift = patient();
    shift.enters("first", SALES);
    for (int i = 0; i < 5_000; i++) {
      shift.enters("c" + i, SALES);
      shift.callerHangsUp("c" + i);
      shift.time.advance(10);
    }
    CallQueue queue = shift.stage.floor().queues().queue(SALES);
    assertTrue(queue.patience().size() <= InTurn.FEW, () -> queue.patience().size() + " wait for the end of their patience");
    queue.overflows().forEach(rule -> assertTrue(rule.size() <= InTurn.FEW, () -> rule.size() + " wait for " + rule.rule().name()));
    shift.time.advance(HOUR_MS);
    assertEquals(QueueExit.MAX_WAIT, shift.last(Fact.QueueLeft.class).exit());
    assertEquals("first", shift.last(Fact.QueueLeft.class).call().value());
  }
}
