package io.switchboard.acd.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.state.StateDiagram;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferTransitionsTest {
  @Test
  void everyStateIsReachedAndOnlyEndedIsTheEnd() {
    assertEquals(EnumSet.allOf(OfferState.class), OfferTransitions.TABLE.reachable());
    assertEquals(EnumSet.of(OfferState.ENDED), OfferTransitions.TABLE.terminal());
  }

  @ParameterizedTest
  @EnumSource(OfferState.class)
  void anOfferIsAnsweredOnce(OfferState from) {
    boolean unanswered = from == OfferState.MADE || from == OfferState.RINGING;
    assertEquals(unanswered, OfferTransitions.TABLE.moves(from, OfferTrigger.CONNECTED));
    assertEquals(unanswered, OfferTransitions.TABLE.moves(from, OfferTrigger.FAILED));
  }

  @ParameterizedTest
  @EnumSource(OfferState.class)
  void onlyATalkEndsAsATalk(OfferState from) {
    assertEquals(from == OfferState.CONNECTED, OfferTransitions.TABLE.moves(from, OfferTrigger.TALK_ENDED));
  }

  @ParameterizedTest
  @EnumSource(OfferTrigger.class)
  void whatComesLateChangesNothing(OfferTrigger trigger) {
    assertEquals(OfferState.ENDED, OfferTransitions.TABLE.next(OfferState.ENDED, trigger));
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("offer", "An offer of a call to an agent", OfferTransitions.TABLE);
  }
}
