package io.switchboard.acd.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalTest {
  /** 1 s hung up, 2 s answered, 3 s hung up, 4 s answered: 3/4 are patient for longer than 1 s, 3/4 x 1/2 for longer than 3 s. */
  private static final Survival FOUR = Survival.of(List.of(
      new Survival.Seen(4_000, false), new Survival.Seen(1_000, true), new Survival.Seen(3_000, true), new Survival.Seen(2_000, false)));

  @Test
  void whenSomeWereAnswered_thenTheirPatienceCountsAsLonger() {
    assertEquals(1, FOUR.share(999));
    assertEquals(0.75, FOUR.share(1_000));
    assertEquals(0.75, FOUR.share(2_999));
    assertEquals(0.375, FOUR.share(3_000));
    assertEquals(0.375, FOUR.share(1_000_000));
  }

  @Test
  void whenHeWasPatientForSoLong_thenHisPatienceIsLonger() {
    assertEquals(1_000, FOUR.patienceMs(0.9, 0));
    assertEquals(3_000, FOUR.patienceMs(0.7, 0));
    assertEquals(3_000, FOUR.patienceMs(0.9, 1_000), "0.9 x 0.75 is above 0.375");
    assertEquals(3_000, FOUR.patienceMs(0.51, 2_000));
    assertTrue(FOUR.patienceMs(0.49, 2_000) > 3_000);
    assertTrue(FOUR.patienceMs(0.999, 9_000) > 9_000);
  }

  @Test
  void whenThereIsNobodyLeftToLearnFrom_thenTheMeanRateGoesOn() {
    // 2 hung up in 10 s of waiting: beyond the last, e^-1 are patient for 5 s more
    assertEquals(3_000 + 5_000, FOUR.patienceMs(0.375 * Math.exp(-1), 0), 2);
    assertEquals(9_000 + 5_000, FOUR.patienceMs(Math.exp(-1), 9_000), 2);
  }

  @Test
  void whenNobodyHungUp_thenPatienceHasNoEnd() {
    assertEquals(Survival.ENDLESS, Survival.of(List.of(new Survival.Seen(5_000, false))).patienceMs(0.5, 0));
    assertEquals(Survival.ENDLESS, Survival.of(List.of()).patienceMs(0.5, 0));
  }

  @Test
  void whenManyAreDrawn_thenTheyAreWhatWasSeen() {
    List<Survival.Seen> seen = new ArrayList<>();
    for (int i = 1; i <= 1_000; i++) {
      seen.add(new Survival.Seen(i * 100, true));
    }
    Survival survival = Survival.of(seen);
    Guess guess = new Guess(1);
    double meanMs = 0;
    for (int i = 0; i < 20_000; i++) {
      meanMs += survival.patienceMs(guess.chance("patience", "c" + i), 0) / 20_000.0;
    }
    assertEquals(50_050, meanMs, 4 * 28_868 / Math.sqrt(20_000), "uniform from 0.1 to 100 s");
  }
}
