package io.switchboard.bench.erlang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DeviationTest {
  @Test
  void theChancesAreThoseOfTheTables() {
    assertEquals(0.05, Deviation.student(2.022691, 39), 1e-7);
    assertEquals(0.01, Deviation.student(2.707913, 39), 1e-7);
    assertEquals(0.001, Deviation.student(4.587, 10), 1e-6);
    assertEquals(1, Deviation.student(0, 39), 1e-12);
    assertEquals(2.575829, Deviation.normal(0.01), 1e-6);
    assertEquals(1.959964, Deviation.normal(0.05), 1e-6);
    assertEquals(0, Deviation.normal(1), 1e-9);
  }

  @Test
  void theLargestOfManyLooksIsHeldToTheChanceOfAny() {
    double[] batches = {9, 11, 9, 11, 9, 11, 9, 11, 9, 11};
    Deviation off = Deviation.of(9, batches, 21);
    assertEquals(10, off.mean(), 1e-12);
    assertEquals(1 / 3.0, off.standardError(), 1e-12);
    assertEquals(3, off.z(), 1e-12);
    assertEquals(-0.9, off.lag1(), 1e-12);
    double chance = 1 - Math.pow(1 - Deviation.student(3, 9), 21);
    assertEquals(chance, 2 * upperTail(off.correctedZ()), 1e-6);
    assertEquals(Deviation.normal(Deviation.student(3, 9)), Deviation.of(9, batches, 1).correctedZ(), 1e-9);
  }

  /** By the midpoint rule. */
  private static double upperTail(double z) {
    double sum = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double u = z + (i + 0.5) * 1e-5;
      sum += Math.exp(-u * u / 2) * 1e-5;
    }
    return sum / Math.sqrt(2 * Math.PI);
  }
}
