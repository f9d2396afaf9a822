package io.switchboard.bench.desktops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.bench.rig.MachineClock;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import org.junit.jupiter.api.Test;

class LagTest {
  private static final TenantId TENANT = new TenantId("demo");
  private static final long FROM_MS = 1_000;

  private final Changes changes = new Changes(FROM_MS);
  private final Screen screen = new Screen(new MachineClock());

  private void decided(long atMs, AgentState to, String reason) {
    decided(atMs, atMs, to, reason);
  }

  private void decided(long atMs, long sinceMs, AgentState to, String reason) {
    changes.accept(new Fact.AgentStateChanged(
        atMs, TENANT, new AgentId(TENANT, "anna"), AgentState.READY, to, reason, null, sinceMs, "", 0, Fact.Workload.NONE, "",
        new Fact.Terms(sinceMs, 0, 0, false, 0, null)));
  }

  private void shown(long atMs, String state, String reason, long sinceMs) {
    screen.sees("anna", new AgentIs(state, reason, sinceMs), atMs * 1_000);
  }

  private Lag lag() {
    return new Lag().add(changes, screen);
  }

  @Test
  void aChangeIsShownByTheFirstFrameThatSaysIt() {
    decided(2_000, AgentState.NOT_READY, "break");
    shown(1_500, "ready", "", 900);
    shown(2_300, "not_ready", "break", 2_000);
    shown(2_700, "not_ready", "break", 2_000);
    assertEquals(1, lag().us().getTotalCount());
    assertEquals(300_000, lag().us().getMaxValue(), 300);
    assertEquals(0, lag().missed());
  }

  @Test
  void whatWasOverBeforeAFrameCouldTellIsOvertaken_andTakesAsLongAsWhatFollowed() {
    decided(2_000, AgentState.RESERVED, "");
    decided(2_100, AgentState.RINGING, "");
    shown(2_400, "ringing", "", 2_100);
    assertEquals(2, lag().us().getTotalCount());
    assertEquals(400_000, lag().us().getMaxValue(), 400);
    assertEquals(1, lag().overtaken());
    assertEquals(0, lag().missed());
  }

  @Test
  void whatLastedForASecondAndWasNotShownItselfIsMissed() {
    decided(2_000, AgentState.TALKING, "");
    decided(3_000, AgentState.READY, "");
    shown(3_100, "ready", "", 3_000);
    assertEquals(1, lag().missed());
    assertEquals(0, lag().overtaken());
  }

  @Test
  void whatNothingWasShownOfAfterwardsIsMissed() {
    decided(2_000, AgentState.TALKING, "");
    decided(2_100, AgentState.READY, "");
    shown(2_050, "talking", "", 2_000);
    assertEquals(1, lag().missed());
    assertEquals(1, lag().us().getTotalCount());
  }

  @Test
  void anotherReasonIsAChange_aWishForLaterIsNone_norWhatWasDecidedBefore() {
    decided(900, AgentState.READY, "");
    decided(2_000, AgentState.NOT_READY, "break");
    decided(2_500, 2_000, AgentState.NOT_READY, "break");
    decided(3_000, AgentState.NOT_READY, "lunch");
    assertEquals(2, changes.count());
    assertEquals(2, lag().missed());
  }
}
