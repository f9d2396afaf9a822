package io.switchboard.acd.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.state.StateDiagram;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VisitTransitionsTest {
  @Test
  void everyStateIsReachedAndOnlyLeftIsTheEnd() {
    assertEquals(EnumSet.allOf(VisitState.class), VisitTransitions.TABLE.reachable());
    assertEquals(EnumSet.of(VisitState.LEFT), VisitTransitions.TABLE.terminal());
  }

  @ParameterizedTest
  @EnumSource(VisitState.class)
  void onlyACallThatWaitsOrRingsIsOffered(VisitState from) {
    assertEquals(from == VisitState.WAITING || from == VisitState.OFFERED, VisitTransitions.TABLE.moves(from, VisitTrigger.OFFER_MADE));
  }

  @ParameterizedTest
  @EnumSource(VisitTrigger.class)
  void aVisitThatIsOverStaysSo(VisitTrigger trigger) {
    assertThrows(IllegalStateException.class, () -> VisitTransitions.TABLE.next(VisitState.LEFT, trigger));
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("visit", "A call's visit to a queue", VisitTransitions.TABLE);
  }
}
