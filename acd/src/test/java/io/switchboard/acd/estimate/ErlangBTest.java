package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ErlangBTest {
  /** r^n/n! / Σ r^k/k!, as it stands in the books. */
  @Test
  void theRecursionIsTheSum() {
    for (double load : new double[] {1e-6, 0.3, 1, 7.5, 20, 60}) {
      double term = 1;
      double sum = 1;
      for (int n = 1; n <= 40; n++) {
        term *= load / n;
        double before = sum;
        sum += term;
        ErlangB loss = ErlangB.of(load, n);
        assertEquals(term / sum, loss.blocked(), 1e-13 * term / sum);
        assertEquals(before / sum, loss.admitted(), 1e-13 * before / sum);
      }
    }
  }

  @Test
  void whenAlmostAllAreBlocked_thenTheFewAdmittedAreStillExact() {
    // One agent: 1 − B = 1 / (1 + r).
    assertEquals(1 / (1 + 1e15), ErlangB.of(1e15, 1).admitted(), 1e-29);
  }

  @Test
  void whenTheChanceIsBelowAllNumbers_thenItIsZero() {
    assertEquals(new ErlangB(0, 1), ErlangB.of(1e-6, 10_000));
  }
}
