package io.switchboard.bench.dialer;

import java.util.SplittableRandom;

/** Random times. */
final class Chance {
  private Chance() {}

  /** Log-normal; {@code spread} is standard deviation / mean. */
  static double logNormal(SplittableRandom dice, double mean, double spread) {
    double variance = Math.log1p(spread * spread);
    return mean * Math.exp(normal(dice) * Math.sqrt(variance) - variance / 2);
  }

  private static double normal(SplittableRandom dice) {
    return Math.sqrt(-2 * Math.log1p(-dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
  }

  static double pareto(SplittableRandom dice, double mean, double exponent) {
    return mean * (exponent - 1) / exponent * Math.pow(1 - dice.nextDouble(), -1 / exponent);
  }

  static double talk(SplittableRandom dice, double mean, Campaign.Tail tail) {
    return switch (tail) {
      case LIGHT -> logNormal(dice, mean, 1);
      case HEAVY -> logNormal(dice, mean, 1.6);
      case PARETO -> dice.nextInt(8) == 0 ? Math.min(7_200, pareto(dice, mean, 1.7)) : logNormal(dice, mean, 0.8);
    };
  }
}
