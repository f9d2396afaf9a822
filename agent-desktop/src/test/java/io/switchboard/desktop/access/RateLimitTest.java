package io.switchboard.desktop.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final RateLimit limit = new RateLimit(2, 3, 2);

  @Test
  void aBurstIsLetThrough_thenItGoesOnAtTheRate() {
    assertEquals(0, limit.waitMs("a", 0));
    assertEquals(0, limit.waitMs("a", 0));
    assertEquals(0, limit.waitMs("a", 0));
    assertEquals(500, limit.waitMs("a", 0));
    assertEquals(250, limit.waitMs("a", 250));
    assertEquals(0, limit.waitMs("a", 500));
    assertEquals(500, limit.waitMs("a", 500));
  }

  @Test
  void othersAreNotHeldBack() {
    for (int i = 0; i < 4; i++) {
      limit.waitMs("a", 0);
    }
    assertEquals(0, limit.waitMs("b", 0));
  }

  @Test
  void whenTheClockGoesBack_thenNothingIsGivenAway() {
    for (int i = 0; i < 3; i++) {
      limit.waitMs("a", 10_000);
    }
    assertEquals(500, limit.waitMs("a", 0));
  }

  @Test
  void theEldestIsForgotten_soThatMemoryIsBounded() {
    for (int i = 0; i < 4; i++) {
      limit.waitMs("a", 0);
    }
    limit.waitMs("b", 0);
    limit.waitMs("c", 0);
    assertEquals(0, limit.waitMs("a", 0));
  }
}
