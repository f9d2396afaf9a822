package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnswerCurveTest {
  private static final int RING_S = 25;

  private final SplittableRandom dice = new SplittableRandom(7);
  private final AnswerCurve curve = new AnswerCurve(RING_S * 1_000, 0.3);

  /** Answered at this rate, evenly from the 4th to the 16th second; one in ten ends in the 3rd. Taken back, if still ringing, at {@code backS}. */
  private void dial(double rate, int backS) {
    double luck = dice.nextDouble();
    int endsS = luck < rate ? 4 + dice.nextInt(12) : luck > 0.9 ? 2 : RING_S;
    for (int a = 0; a <= Math.min(endsS, Math.min(backS, RING_S) - 1); a++) {
      curve.rang(a, 1);
    }
    if (endsS >= Math.min(backS, RING_S)) {
      return;
    }
    if (luck < rate) {
      curve.answered(endsS * 1_000L);
    } else {
      curve.ended(endsS * 1_000L);
    }
  }

  private void dials(int count, double rate, int backS) {
    for (int i = 0; i < count; i++) {
      dial(rate, backS);
      if (i % 20 == 0) {
        curve.refresh();
      }
    }
    curve.refresh();
  }

  @Test
  void rateAndTimesAreLearnt() {
    dials(5_000, 0.2, RING_S);
    assertEquals(0.2, curve.rate(), 0.04);
    assertEquals(10, curve.quantile(0.5), 1.5);
    assertEquals(0, curve.within(17, 8), 0.005, "whoever has not answered after 17 s does not");
    assertEquals(0.1 / 0.8, curve.within(10, 6), 0.04, "half of the answers are still to come, and eight in ten still ring");
  }

  @Test
  void dialsThatAreTakenBack_distortNothing() {
    dials(8_000, 0.4, 10);
    double early = curve.within(0, 10);
    assertEquals(0.4 * 6 / 12, early, 0.05);
  }

  @Test
  void halfOrTwiceTheAnswers_areSeenSoon() {
    dials(4_000, 0.3, RING_S);
    dials(400, 0.15, RING_S);
    assertEquals(0.15, curve.rate(), 0.05);
    dials(200, 0.5, RING_S);
    assertTrue(curve.rate() > 0.35, "now " + curve.rate());
  }

  @Test
  void anHourWithoutAnswers_isNotBelievedToLast() {
    dials(4_000, 0.3, RING_S);
    dials(3_000, 0, RING_S);
    assertTrue(curve.rate() > 0.08, "or as soon as they come back too many are dialled: " + curve.rate());
  }

  @Test
  void whereNewDialsAreAnsweredSoon_oldOnesAreWorthLess() {
    dials(3_000, 0.3, RING_S);
    assertEquals(16, curve.worthLessFrom(15), 1, "answers come from the 4th to the 16th second");
  }
}
