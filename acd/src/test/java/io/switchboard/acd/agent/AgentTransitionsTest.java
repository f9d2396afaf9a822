package io.switchboard.acd.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.state.StateDiagram;
import io.switchboard.core.state.TransitionTable.Row;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgentTransitionsTest {
  @Test
  void everyStateIsReachedAndNoneIsTheEnd() {
    assertEquals(EnumSet.allOf(AgentState.class), AgentTransitions.TABLE.reachable());
    assertEquals(Set.of(), AgentTransitions.TABLE.terminal());
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void onlyWhoIsReadyIsOfferedACall(AgentState from) {
    assertEquals(from == AgentState.READY, AgentTransitions.TABLE.moves(from, AgentTrigger.OFFER_MADE));
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void onlyAnOfferLeadsToATalk(AgentState from) {
    for (AgentTrigger trigger : AgentTrigger.values()) {
      boolean begins = AgentTransitions.TABLE.row(from, trigger) instanceof Row.To<AgentState> to && to.state() == AgentState.TALKING;
      assertEquals(begins && from != AgentState.TALKING, from == AgentState.RINGING && trigger == AgentTrigger.CONNECTED);
    }
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void signingOutIsNeverABug(AgentState from) {
    assertFalse(AgentTransitions.TABLE.row(from, AgentTrigger.SIGN_OUT) instanceof Row.Reject<AgentState>);
  }

  @ParameterizedTest
  @EnumSource(value = AgentState.class, names = {"RINGING", "TALKING"})
  void whoHasACallDoesNotBecomeReadyOrNotReadyByAsking(AgentState from) {
    assertEquals(from, AgentTransitions.TABLE.next(from, AgentTrigger.SET_READY));
    assertEquals(from, AgentTransitions.TABLE.next(from, AgentTrigger.SET_NOT_READY));
  }

  @ParameterizedTest
  @EnumSource(AgentTrigger.class)
  void nothingButSigningInBringsAnAgentToWork(AgentTrigger trigger) {
    assertTrue(trigger == AgentTrigger.SIGN_IN == AgentTransitions.TABLE.moves(AgentState.SIGNED_OUT, trigger));
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("agent", "An agent", AgentTransitions.TABLE);
  }
}
