package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PriceTest {
  @Test
  void withoutRoom_anAbandonedCallIsDear() {
    assertEquals(0.01, Price.chance(0.03, 0, 20, 5_000), 1e-12);
    assertTrue(Price.chance(0.03, 10, 20, 5_000) < Price.chance(0.03, 20, 20, 5_000));
  }

  @Test
  void withAsMuchRoomAsWanted_theLimitIsSpent() {
    assertEquals(1.1 * 0.03, Price.chance(0.03, 20, 20, 5_000), 1e-12);
  }

  @Test
  void whatIsLeftIsSpentEvenly_andNeverWildly() {
    assertEquals(1.1 * (0.03 + 0.01), Price.chance(0.03, 70, 20, 5_000), 1e-12);
    assertEquals(0.1, Price.chance(0.03, 70, 20, 10), 1e-12);
  }
}
