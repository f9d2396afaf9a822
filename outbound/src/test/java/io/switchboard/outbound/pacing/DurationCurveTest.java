package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationCurveTest {
  private final SplittableRandom dice = new SplittableRandom(3);
  private final DurationCurve curve = new DurationCurve(120_000);

  private void lasts(double s) {
    for (int second = 0; second < (int) s; second++) {
      curve.lasted(second * 1_000L);
    }
    curve.ended((long) (s * 1_000));
  }

  @Test
  void beforeAnythingIsSeen_itIsAsExpected() {
    assertEquals(120, curve.meanS(), 1e-9);
    assertEquals(-Math.expm1(-10 / 120.0), curve.within(50, 10), 1e-9);
  }

  @Test
  void timesWithoutMemory_haveOneHazard() {
    for (int i = 0; i < 2_000; i++) {
      lasts(-60 * Math.log1p(-dice.nextDouble()));
    }
    curve.refresh();
    assertEquals(60, curve.meanS(), 8);
    for (int s = 0; s < 100; s += 20) {
      assertEquals(-Math.expm1(-10 / 60.0), curve.within(s, 10), 0.06, "after " + s + " s");
    }
  }

  @Test
  void withAHeavyTail_whoHasTalkedLongGoesOn() {
    for (int i = 0; i < 2_000; i++) {
      lasts(30 * Math.pow(1 - dice.nextDouble(), -1 / 1.5));
    }
    curve.refresh();
    assertTrue(curve.within(600, 10) < curve.within(40, 10) / 3, curve.within(600, 10) + " and " + curve.within(40, 10));
  }

  @Test
  void aFixedTimeIsKnown() {
    for (int i = 0; i < 500; i++) {
      lasts(20);
    }
    curve.refresh();
    assertTrue(curve.within(2, 10) < 0.15, "not yet: " + curve.within(2, 10));
    assertTrue(curve.within(17, 10) > 0.7, "now: " + curve.within(17, 10));
  }

  @Test
  void talksOfTwiceTheLength_areSeenSoon() {
    for (int i = 0; i < 1_000; i++) {
      lasts(-60 * Math.log1p(-dice.nextDouble()));
    }
    for (int i = 0; i < 400; i++) {
      lasts(-120 * Math.log1p(-dice.nextDouble()));
    }
    curve.refresh();
    assertEquals(115, curve.meanS(), 30);
  }
}
