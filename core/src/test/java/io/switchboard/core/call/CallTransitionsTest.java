package io.switchboard.core.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.switchboard.core.state.StateDiagram;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallTransitionsTest {
  private static final Set<CallState> CALLER_GONE =
      EnumSet.of(CallState.LEAVING, CallState.RELEASING, CallState.WRAP_UP, CallState.CALLBACK, CallState.CLOSED);

  @Test
  void everyStateIsReachedAndOnlyClosedIsTheEnd() {
    assertEquals(EnumSet.allOf(CallState.class), CallTransitions.TABLE.reachable());
    assertEquals(EnumSet.of(CallState.CLOSED), CallTransitions.TABLE.terminal());
  }

  @ParameterizedTest
  @EnumSource(CallState.class)
  void theCallersLegEndsExactlyOnce(CallState from) {
    assertEquals(!CALLER_GONE.contains(from), CallTransitions.TABLE.moves(from, CallTrigger.CALLER_GONE));
  }

  @ParameterizedTest
  @EnumSource(CallState.class)
  void whenTheCallerIsGone_thenNothingBringsHimBack(CallState from) {
    if (CALLER_GONE.contains(from)) {
      for (CallTrigger trigger : CallTrigger.values()) {
        CallState next =
            CallTransitions.TABLE.moves(from, trigger) ? CallTransitions.TABLE.next(from, trigger) : from;
        assertFalse(!CALLER_GONE.contains(next), from + " -" + trigger + "-> " + next);
      }
    }
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("call", "The life of a call", CallTransitions.TABLE);
  }
}
