package io.switchboard.acd.estimate;

import java.util.function.DoubleUnaryOperator;

/** Gauss's quadrature with 16 points: exact for polynomials up to degree 31. */
final class GaussRule {
  private static final int POINTS = 16;
  private static final double[] AT = new double[POINTS];
  private static final double[] WEIGHT = new double[POINTS];

  static {
    for (int i = 0; i < POINTS; i++) {
      root(i);
    }
  }

  private GaussRule() {}

  /** ∫ f over the interval between the two, which may stand in either order. */
  static double integral(DoubleUnaryOperator f, double from, double to) {
    double middle = (from + to) / 2;
    double half = Math.abs(to - from) / 2;
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += WEIGHT[i] * f.applyAsDouble(middle + half * AT[i]);
    }
    return half * sum;
  }

  /** The i-th root of the Legendre polynomial, by Newton's method from the usual guess, and its weight. */
  private static void root(int i) {
    double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
    double slope = 1;
    for (int step = 0; step < 10; step++) {
      double before = 1;
      double here = x;
      for (int n = 2; n <= POINTS; n++) {
        double next = ((2 * n - 1) * x * here - (n - 1) * before) / n;
        before = here;
        here = next;
      }
      slope = POINTS * (x * here - before) / (x * x - 1);
      x -= here / slope;
    }
    AT[i] = x;
    WEIGHT[i] = 2 / ((1 - x * x) * slope * slope);
  }
}
