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
  void onlyAnOfferLeadsToATalk_orTakingOneOver(AgentState from) {
    for (AgentTrigger trigger : AgentTrigger.values()) {
      boolean talks = AgentTransitions.TABLE.row(from, trigger) instanceof Row.To<AgentState> to && to.state().inTalk();
      assertEquals(talks && !from.inTalk(), from.offered() && trigger == AgentTrigger.CONNECTED
          || trigger == AgentTrigger.TOOK_OVER && !from.offered() && !from.inTalk() && from != AgentState.WRAP_UP);
    }
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void signingOutIsNeverABug(AgentState from) {
    assertFalse(AgentTransitions.TABLE.row(from, AgentTrigger.SIGN_OUT) instanceof Row.Reject<AgentState>);
  }

  @ParameterizedTest
  @EnumSource(value = AgentState.class, names = {"RESERVED", "RINGING", "TALKING", "HELD"})
  void whoHasACallDoesNotBecomeReadyOrNotReadyByAsking(AgentState from) {
    assertEquals(from, AgentTransitions.TABLE.next(from, AgentTrigger.SET_READY));
    assertEquals(from, AgentTransitions.TABLE.next(from, AgentTrigger.SET_NOT_READY));
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void onlyATalkIsPutOnHold_andOnlyAHoldIsTakenBack(AgentState from) {
    assertEquals(from == AgentState.TALKING, AgentTransitions.TABLE.moves(from, AgentTrigger.HOLD_BEGUN));
    assertEquals(from == AgentState.HELD, AgentTransitions.TABLE.moves(from, AgentTrigger.HOLD_OVER));
  }

  @ParameterizedTest
  @EnumSource(value = AgentTrigger.class, mode = EnumSource.Mode.EXCLUDE, names = {"HOLD_BEGUN", "HOLD_OVER"})
  void aHoldChangesNothingOfWhatMayHappenInTheTalk(AgentTrigger trigger) {
    Row<AgentState> talking = AgentTransitions.TABLE.row(AgentState.TALKING, trigger);
    boolean stays = talking instanceof Row.To<AgentState> to && to.state() == AgentState.TALKING;
    assertEquals(stays ? new Row.To<>(AgentState.HELD) : talking, AgentTransitions.TABLE.row(AgentState.HELD, trigger));
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void aBreakBeginsWithoutACallAtHandOnly(AgentState from) {
    boolean idle = from == AgentState.READY || from == AgentState.NOT_READY;
    assertEquals(idle, AgentTransitions.TABLE.moves(from, AgentTrigger.BREAK_BEGUN));
  }

  @ParameterizedTest
  @EnumSource(AgentState.class)
  void planningABreakChangesNoState(AgentState from) {
    if (from != AgentState.SIGNED_OUT) {
      assertEquals(from, AgentTransitions.TABLE.next(from, AgentTrigger.PLAN_BREAK));
    }
  }

  @ParameterizedTest
  @EnumSource(value = AgentTrigger.class, mode = EnumSource.Mode.EXCLUDE, names = "TOOK_OVER")
  void nothingButSigningInBringsAnAgentToWork_orAnEmergencyThatHeDials(AgentTrigger trigger) {
    boolean begins = trigger == AgentTrigger.SIGN_IN || trigger == AgentTrigger.DIAL_BEGUN;
    assertTrue(begins == AgentTransitions.TABLE.moves(AgentState.SIGNED_OUT, trigger));
  }

  @Test
  void theDiagramIsTheTable() throws Exception {
    StateDiagram.assertDrawn("agent", "An agent", AgentTransitions.TABLE);
  }
}
