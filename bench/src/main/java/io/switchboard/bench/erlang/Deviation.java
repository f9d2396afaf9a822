package io.switchboard.bench.erlang;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How far a mean of batches is from what theory says.
 *
 * @param z the difference in standard errors
 * @param lag1 correlation of each batch with the next; near 0 when the batches are long enough
 * @param correctedZ the size of {@code z} for one look among many, 0 or more: the chance p of so large a z (Student's t of so few batches)
 *     becomes that of one among all looks being so large (Šidák 1967: 1 − (1 − p)^looks), and this is the z of a normal variable with that
 *     chance. 2.58 is then 1 % for all looks together. The looks at one queue are not independent, so the chance is rather less
 */
record Deviation(double exact, double mean, double standardError, double z, double lag1, double correctedZ) {
  private static final double FARTHEST = 37;

  static Deviation of(double exact, double[] batches, int looks) {
    double mean = Arrays.stream(batches).average().orElseThrow();
    double squares = 0;
    double products = 0;
    for (int i = 0; i < batches.length; i++) {
      squares += (batches[i] - mean) * (batches[i] - mean);
      products += i == 0 ? 0 : (batches[i] - mean) * (batches[i - 1] - mean);
    }
    double standardError = Math.sqrt(squares / (batches.length - 1) / batches.length);
    double z = (mean - exact) / standardError;
    double chance = student(Math.abs(z), batches.length - 1);
    return new Deviation(
        exact, mean, standardError, z, products / squares, normal(-Math.expm1(looks * Math.log1p(-chance))));
  }

  /** P(|T| ≥ t) with Student's t of these degrees of freedom, whose density is a power of the cosine in arctan(t / √degrees). */
  static double student(double t, int degrees) {
    DoubleUnaryOperator density = angle -> Math.pow(Math.cos(angle), degrees - 1);
    return integral(density, Math.atan(t / Math.sqrt(degrees)), Math.PI / 2) / integral(density, 0, Math.PI / 2);
  }

  /** The z with P(|Z| ≥ z) as given, Z being normal; 0 to {@link #FARTHEST}. */
  static double normal(double chance) {
    double near = 0;
    double far = FARTHEST;
    for (int i = 0; i < 60; i++) {
      double z = (near + far) / 2;
      double beyond = Math.sqrt(2 / Math.PI) * integral(u -> Math.exp(-u * u / 2), z, z + 10);
      if (beyond > chance) {
        near = z;
      } else {
        far = z;
      }
    }
    return near;
  }

  /** Simpson's rule. */
  private static double integral(DoubleUnaryOperator f, double from, double to) {
    int strips = 2_000;
    double width = (to - from) / strips;
    double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
    for (int i = 1; i < strips; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(from + i * width);
    }
    return sum * width / 3;
  }
}
