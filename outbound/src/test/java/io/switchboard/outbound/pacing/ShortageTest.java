package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShortageTest {
  @Test
  void smallOnes_areWhatEveryOutcomeAddsUpTo() {
    SplittableRandom dice = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      double[] answering = chances(dice, 1 + dice.nextInt(8), 0.9);
      double[] freed = chances(dice, dice.nextInt(7), 1);
      Shortage shortage = new Shortage();
      tell(shortage, answering, freed, answering.length / 2);
      for (int idle = -2; idle < 6; idle++) {
        assertEquals(enumerated(answering, freed, idle), shortage.chance(idle), 1e-12);
      }
    }
  }

  @Test
  void whatIsNotKnown_standsInTwoWorlds() {
    Shortage shortage = new Shortage();
    shortage.dials(3, 0.4);
    shortage.sum(0.2);
    double expected = (enumerated(new double[] {0.48, 0.48, 0.48}, new double[0], 2) + enumerated(new double[] {0.32, 0.32, 0.32}, new double[0], 2)) / 2;
    assertEquals(expected, shortage.chance(2), 1e-12);
  }

  /** The approximation, from where it begins to what large campaigns have, against the exact distribution. */
  @Test
  void largeOnes_areWithinFourThousandths() {
    SplittableRandom dice = new SplittableRandom(2);
    double worst = 0;
    int looked = 0;
    for (int round = 0; round < 300; round++) {
      double[] answering = chances(dice, 20 + dice.nextInt(480), 0.05 + 0.5 * dice.nextDouble());
      double[] freed = chances(dice, 5 + dice.nextInt(195), 0.05 + 0.3 * dice.nextDouble());
      double variance = variance(answering) + variance(freed);
      if (variance <= Shortage.EXACT_VARIANCE) {
        continue;
      }
      looked++;
      Shortage shortage = new Shortage();
      tell(shortage, answering, freed, answering.length);
      double[] exact = difference(answering, freed);
      for (int idle = -freed.length; idle <= answering.length; idle++) {
        worst = Math.max(worst, Math.abs(tail(exact, idle + freed.length) - shortage.chance(idle)));
      }
    }
    assertTrue(looked > 200, looked + " were large");
    assertTrue(worst < 0.004, "the error is up to " + worst);
  }

  @Test
  void manyWithSmallChances_stayExact() {
    double[] answering = new double[90];
    Arrays.fill(answering, 0.03);
    double[] freed = new double[150];
    Arrays.fill(freed, 0.02);
    Shortage shortage = new Shortage();
    tell(shortage, answering, freed, 90);
    double[] exact = difference(answering, freed);
    for (int idle = 0; idle < 12; idle++) {
      assertEquals(tail(exact, idle + freed.length), shortage.chance(idle), 1e-9);
    }
  }

  private static void tell(Shortage shortage, double[] answering, double[] freed, int atFirst) {
    shortage.clear();
    for (double each : freed) {
      shortage.agents(1, each);
    }
    for (int i = 0; i < atFirst; i++) {
      shortage.dials(1, answering[i]);
    }
    shortage.sum(0);
    for (int i = atFirst; i < answering.length; i++) {
      shortage.add(answering[i]);
    }
  }

  private static double[] chances(SplittableRandom dice, int count, double most) {
    return dice.doubles(count, 0, most).toArray();
  }

  private static double variance(double[] chances) {
    double sum = 0;
    for (double each : chances) {
      sum += each * (1 - each);
    }
    return sum;
  }

  /** By every outcome of all of them. */
  private static double enumerated(double[] answering, double[] freed, int idle) {
    int all = answering.length + freed.length;
    double sum = 0;
    for (int outcome = 0; outcome < 1 << all; outcome++) {
      double chance = 1;
      int missing = -idle;
      for (int i = 0; i < all; i++) {
        boolean happens = (outcome >> i & 1) == 1;
        boolean answers = i < answering.length;
        double of = answers ? answering[i] : freed[i - answering.length];
        chance *= happens ? of : 1 - of;
        missing += happens ? answers ? 1 : -1 : 0;
      }
      sum += missing >= 0 ? chance : 0;
    }
    return sum;
  }

  /** Chances of Y − S, from −S on. */
  private static double[] difference(double[] answering, double[] freed) {
    double[] cells = new double[answering.length + freed.length + 1];
    cells[freed.length] = 1;
    for (double each : answering) {
      for (int i = cells.length - 1; i > 0; i--) {
        cells[i] = cells[i] * (1 - each) + cells[i - 1] * each;
      }
      cells[0] *= 1 - each;
    }
    for (double each : freed) {
      for (int i = 0; i < cells.length - 1; i++) {
        cells[i] = cells[i] * (1 - each) + cells[i + 1] * each;
      }
      cells[cells.length - 1] *= 1 - each;
    }
    return cells;
  }

  private static double tail(double[] cells, int from) {
    double sum = 0;
    for (int i = Math.max(0, from); i < cells.length; i++) {
      sum += cells[i];
    }
    return sum;
  }
}
