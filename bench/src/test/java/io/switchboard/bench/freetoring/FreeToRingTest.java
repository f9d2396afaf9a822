package io.switchboard.bench.freetoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippCall.Ending;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FreeToRingTest {
  @Test
  void countsFromTheAgentsByeToTheNextInviteAtTheSamePhone() {
    FreeToRing rings = FreeToRing.of(
        List.of(call("a", 0, 2_000), call("b", 100, 2_100), call("b", 2_600, 4_600), call("a", 7_000, 9_000)), 0, 4_000);
    assertEquals(2, rings.completed());
    assertEquals(0, rings.unserved());
    assertEquals(2, rings.free().getTotalCount());
    assertEquals(500, rings.free().getMinValue());
    assertEquals(5_000, rings.free().getMaxValue(), 5);
  }

  @Test
  void byesOutsideTheWindowDoNotCount() {
    FreeToRing rings = FreeToRing.of(List.of(call("a", 0, 2_000), call("a", 2_500, 4_500), call("a", 4_600, 6_600)), 3_000, 6_000);
    assertEquals(1, rings.completed());
    assertEquals(100, rings.free().getMaxValue());
  }

  @Test
  void anAgentWhoNeverRangAgainIsSaid() {
    FreeToRing rings = FreeToRing.of(List.of(call("a", 0, 2_000)), 0, 4_000);
    assertEquals(1, rings.unserved());
    assertEquals(0, rings.free().getTotalCount());
  }

  private static SippCall call(String phone, long invitedUs, long endedUs) {
    return new SippCall(phone + invitedUs, phone, invitedUs, OptionalLong.of(invitedUs), OptionalLong.of(endedUs), Ending.HUNG_UP, 0);
  }
}
