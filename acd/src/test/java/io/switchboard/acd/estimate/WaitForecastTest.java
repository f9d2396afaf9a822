package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WaitForecastTest {
  private static final Pace KNOWN = new Pace(1_000_000, 300_000, 1, 0, 0, 0);

  private static Forecast of(int ahead, double agents, Pace pace) {
    return WaitForecast.of(ahead, agents, pace).orElseThrow();
  }

  private static double width(Forecast forecast) {
    return forecast.highMs() - forecast.lowMs();
  }

  @Test
  void whileNobodyHangsUp_theMeanIsThatOfQl() {
    assertEquals(20 * 300_000 / 100.0, of(19, 100, KNOWN).meanMs(), 1e-6);
    assertEquals(300_000, of(0, 1, KNOWN).meanMs(), 1e-6);
    assertEquals(5_001 * 300_000 / 40.0, of(5_000, 40, KNOWN).meanMs(), 1e-3);
  }

  @Test
  void whereCallersAheadHangUp_theWaitIsShorter_asTheErlangAModelHasIt() {
    Pace hasty = new Pace(1_000_000, 300_000, 1, 0, 1_000_000, 1 / 600_000.0);
    double served = 50 / 300_000.0;
    double lost = 1 / 600_000.0;
    assertEquals(1 / served + 1 / (served + lost) + 1 / (served + 2 * lost), of(2, 50, hasty).meanMs(), 1e-6);
    assertTrue(of(40, 50, hasty).meanMs() < of(40, 50, KNOWN).meanMs());
  }

  @Test
  void manyTermsAndTheIntegralThatStandsForThemAgree() {
    Pace hasty = new Pace(1_000_000, 300_000, 1, 0, 1_000_000, 1 / 600_000.0);
    double mean = 0;
    for (int k = 0; k <= 20_000; k++) {
      mean += 1 / (300 / 300_000.0 + k / 600_000.0);
    }
    assertEquals(mean, of(20_000, 300, hasty).meanMs(), mean * 1e-6);
  }

  /** The range is of the wait itself, not of a mean: one draw in ten lies below it and one above. */
  @Test
  void theRangeHoldsEightWaitsOfTen() {
    SplittableRandom dice = new SplittableRandom(7);
    for (int ahead : new int[] {0, 1, 4, 30}) {
      Forecast forecast = of(ahead, 10, KNOWN);
      int draws = 20_000;
      int below = 0;
      int above = 0;
      for (int i = 0; i < draws; i++) {
        double wait = 0;
        for (int k = 0; k <= ahead; k++) {
          wait += -30_000 * Math.log1p(-dice.nextDouble());
        }
        below += wait < forecast.lowMs() ? 1 : 0;
        above += wait > forecast.highMs() ? 1 : 0;
      }
      assertEquals(0.1, (double) below / draws, 0.01, "below, with " + ahead + " ahead");
      assertEquals(0.1, (double) above / draws, 0.01, "above, with " + ahead + " ahead");
    }
  }

  @Test
  void asHeMovesUp_theRangeFallsAndNarrows() {
    double[] highs = new double[30];
    for (int ahead = 29; ahead > 0; ahead--) {
      assertTrue(of(ahead - 1, 10, KNOWN).highMs() < of(ahead, 10, KNOWN).highMs());
      assertTrue(width(of(ahead - 1, 10, KNOWN)) < width(of(ahead, 10, KNOWN)));
      highs[ahead] = of(ahead, 10, KNOWN).highMs();
    }
    assertEquals(29, Arrays.stream(highs).filter(high -> high > 0).count());
  }

  @Test
  void theMoreWasSeen_theNarrowerTheRange() {
    Forecast early = of(20, 20, new Pace(10, 300_000, 1, 0, 0, 0));
    assertTrue(width(early) > 1.5 * width(of(20, 20, KNOWN)), early.toString());
    assertEquals(early.meanMs(), of(20, 20, KNOWN).meanMs(), 1e-6);
  }

  @Test
  void regularHandlingNarrowsALongWait_andChangesAShortOneLittle() {
    Pace regular = new Pace(1_000_000, 300_000, 0.25, 0, 0, 0);
    assertTrue(width(of(20, 2, regular)) < 0.6 * width(of(20, 2, KNOWN)));
    assertTrue(width(of(20, 500, regular)) > 0.95 * width(of(20, 500, KNOWN)));
  }

  @Test
  void hisOwnRingIsPartOfTheWait() {
    Forecast ringing = of(5, 10, new Pace(1_000_000, 300_000, 1, 8_000, 0, 0));
    assertEquals(of(5, 10, KNOWN).meanMs() + 8_000, ringing.meanMs(), 1e-6);
    assertEquals(of(5, 10, KNOWN).lowMs() + 8_000, ringing.lowMs(), 1e-6);
  }

  @Test
  void whereTooLittleWasSeen_orNobodyWorks_nothingIsSaid() {
    assertEquals(Optional.empty(), WaitForecast.of(3, 10, new Pace(Pace.FEWEST - 1, 300_000, 1, 0, 0, 0)));
    assertTrue(WaitForecast.of(3, 10, new Pace(Pace.FEWEST, 300_000, 1, 0, 0, 0)).isPresent());
    assertEquals(Optional.empty(), WaitForecast.of(3, 0, KNOWN));
    assertEquals(Optional.empty(), WaitForecast.of(3, 10, Pace.NONE));
  }
}
