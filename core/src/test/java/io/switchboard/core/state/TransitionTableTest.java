package io.switchboard.core.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TransitionTableTest {
  enum Light { RED, GREEN, BROKEN }

  enum Event { SWITCH, FAIL }

  @Test
  void whenAPairHasNoRow_thenTheTableIsRefused() {
    var builder = TransitionTable.of(Light.class, Event.class, Light.RED).on(Light.RED, Event.SWITCH, Light.GREEN);
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void whenAPairHasTwoRows_thenTheSecondIsRefused() {
    var builder = TransitionTable.of(Light.class, Event.class, Light.RED).on(Light.RED, Event.SWITCH, Light.GREEN);
    assertThrows(IllegalArgumentException.class, () -> builder.ignore("why", Light.RED, Event.SWITCH));
  }

  @Test
  void rowsLeadStayOrThrow() {
    var table = TransitionTable.of(Light.class, Event.class, Light.RED)
        .on(Light.RED, Event.SWITCH, Light.GREEN).ignore("red is safe", Light.RED, Event.FAIL)
        .on(Light.GREEN, Event.SWITCH, Light.RED).reject("cannot be", Light.GREEN, Event.FAIL)
        .ignore("dead", Light.BROKEN, Event.values()).build();
    assertEquals(Light.GREEN, table.next(Light.RED, Event.SWITCH));
    assertEquals(Light.RED, table.next(Light.RED, Event.FAIL));
    assertThrows(IllegalStateException.class, () -> table.next(Light.GREEN, Event.FAIL));
    assertEquals(EnumSet.of(Light.RED, Light.GREEN), table.reachable());
    assertEquals(EnumSet.of(Light.BROKEN), table.terminal());
  }
}
