package io.switchboard.bench.estimate;

import java.util.SplittableRandom;

/** A positive random time of this mean, milliseconds. */
sealed interface Chance {
  double draw(SplittableRandom dice);

  /** Nothing of the kind ever happens. */
  record Never() implements Chance {
    @Override
    public double draw(SplittableRandom dice) {
      return Double.POSITIVE_INFINITY;
    }
  }

  record Exponential(double meanMs) implements Chance {
    @Override
    public double draw(SplittableRandom dice) {
      return -meanMs * Math.log1p(-dice.nextDouble());
    }
  }

  /** As handling times of real centers are (Brown et al. 2005); {@code variability} is variance / mean². */
  record LogNormal(double meanMs, double variability) implements Chance {
    @Override
    public double draw(SplittableRandom dice) {
      double variance = Math.log1p(variability);
      double normal = Math.sqrt(-2 * Math.log1p(-dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
      return meanMs * Math.exp(normal * Math.sqrt(variance) - variance / 2);
    }
  }
}
