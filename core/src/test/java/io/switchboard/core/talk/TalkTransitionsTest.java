package io.switchboard.core.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.state.StateDiagram;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TalkTransitionsTest {
  @Test
  void everyStateIsReachedAndOnlyOverIsTheEnd() {
    assertEquals(EnumSet.allOf(TalkState.class), TalkTransitions.TABLE.reachable());
    assertEquals(EnumSet.of(TalkState.OVER), TalkTransitions.TABLE.terminal());
  }

  @ParameterizedTest
  @EnumSource(TalkState.class)
  void fromEveryStateTheTalkCanEnd(TalkState from) {
    assertEquals(TalkState.OVER, TalkTransitions.TABLE.next(from, TalkTrigger.END));
  }

  @ParameterizedTest
  @EnumSource(TalkState.class)
  void onlyWithAThirdPartyCanOneGo(TalkState from) {
    assertEquals(from.withThird(), TalkTransitions.TABLE.moves(from, TalkTrigger.THIRD_GONE));
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("talk", "An agent's talk with his caller", TalkTransitions.TABLE);
  }
}
