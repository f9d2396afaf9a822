package io.switchboard.acd.estimate;

import java.util.function.DoubleUnaryOperator;

/**
 * V, the wait of those callers of {@link ErlangA} who wait and are answered; the unit of time is their mean patience. Its density is, but for
 * a factor, exp(y·(1 − e^−t) − (x+1)·t): that of the wait of a caller of endless patience (Baccelli and Hebuterne 1981) times the chance
 * e^−t that his patience lasts so long.
 *
 * <p>The density has one peak, from which its logarithm falls ever more steeply. It is integrated outwards from there, in strips in which it
 * falls by about e³, until it has fallen by e⁴⁵: Gauss's rule is exact to rounding on each, and all is a sum of positive numbers. In the
 * code times count from the peak, so that they stay precise where the density is narrow.
 */
final class AnsweredWait {
  private static final double FALL = 3;
  private static final double UNSEEN = 45;
  private static final double WIDEST = 0.5;
  private static final double END = Double.POSITIVE_INFINITY;

  private final double decay;
  private final double peak;
  /** Slope of the logarithm at the peak: 0, or negative when the peak is at t = 0. */
  private final double slope;

  AnsweredWait(double x, double y) {
    this.decay = x + 1;
    this.peak = y > decay ? Math.log1p((y - decay) / decay) : 0;
    this.slope = Math.min(0, y - decay);
  }

  /** P(V ≤ t). */
  double atMost(double t) {
    double at = t - peak;
    double within = at <= 0 ? integral(this::density, at, -peak) : early(this::density) + integral(this::density, 0, at);
    double beyond = at <= 0 ? integral(this::density, at, 0) + late(this::density) : integral(this::density, at, END);
    return within / (within + beyond);
  }

  /** E[V]. */
  double mean() {
    DoubleUnaryOperator moment = at -> (peak + at) * density(at);
    return (early(moment) + late(moment)) / (early(this::density) + late(this::density));
  }

  private double early(DoubleUnaryOperator f) {
    return integral(f, 0, -peak);
  }

  private double late(DoubleUnaryOperator f) {
    return integral(f, 0, END);
  }

  /** Over the interval between the two, both on one side of the peak. */
  private double integral(DoubleUnaryOperator f, double from, double to) {
    double nearer = Math.abs(from) <= Math.abs(to) ? from : to;
    double farther = nearer == from ? to : from;
    double least = logarithm(nearer) - UNSEEN;
    double sum = 0;
    double at = nearer;
    while (at != farther && logarithm(at) > least) {
      double strip = strip(at);
      double next = farther > at ? Math.min(at + strip, farther) : Math.max(at - strip, farther);
      sum += GaussRule.integral(f, at, next);
      at = next;
    }
    return sum;
  }

  /** How far the logarithm takes to fall by about {@link #FALL} from here, by its first two derivatives. */
  private double strip(double at) {
    double steepness = Math.abs(slope * Math.exp(-at) + decay * Math.expm1(-at));
    double curvature = (decay + slope) * Math.exp(-at);
    return Math.min(WIDEST, 2 * FALL / (steepness + Math.sqrt(steepness * steepness + 2 * FALL * curvature)));
  }

  /** Relative to that at the peak. */
  private double density(double at) {
    return Math.exp(logarithm(at));
  }

  private double logarithm(double at) {
    return decay * bend(at) - slope * Math.expm1(-at);
  }

  /** 1 − e^−t − t. */
  private static double bend(double t) {
    if (Math.abs(t) > 0.3) {
      return -Math.expm1(-t) - t;
    }
    double term = -t * t / 2;
    double sum = 0;
    for (int k = 3; k < 17; k++) {
      sum += term;
      term *= -t / k;
    }
    return sum;
  }
}
