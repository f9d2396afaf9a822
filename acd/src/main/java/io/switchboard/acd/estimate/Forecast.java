package io.switchboard.acd.estimate;

/**
 * How long one caller has still to wait: the mean, and the range in which his wait lies with a chance of 80 % (10 % below, 10 % above).
 * Milliseconds, 0 or more, low ≤ high.
 */
public record Forecast(double meanMs, double lowMs, double highMs) {
  private static final double NORMAL_TENTH = 1.2815515655446004;

  /** A gamma variable of this mean and variance, then a ring of this length, which hardly varies beside it. */
  static Forecast of(double meanMs, double variance, double ringMs) {
    return new Forecast(
        meanMs + ringMs, quantile(meanMs, variance, -NORMAL_TENTH) + ringMs, quantile(meanMs, variance, NORMAL_TENTH) + ringMs);
  }

  /**
   * By Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal. From a shape of 1 on it is within 1 % of the mean.
   */
  private static double quantile(double mean, double variance, double z) {
    double ninth = variance / (mean * mean) / 9;
    double root = Math.max(0, 1 - ninth + z * Math.sqrt(ninth));
    return mean * root * root * root;
  }

  /** The same wait, beginning so much later. */
  public Forecast after(double ms) {
    return new Forecast(meanMs + ms, lowMs + ms, highMs + ms);
  }

  /** Whichever comes first, bound by bound. */
  public Forecast orSooner(Forecast other) {
    return new Forecast(Math.min(meanMs, other.meanMs), Math.min(lowMs, other.lowMs), Math.min(highMs, other.highMs));
  }
}
