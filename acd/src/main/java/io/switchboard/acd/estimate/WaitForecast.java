package io.switchboard.acd.estimate;

import java.util.Optional;

/**
 * How long a caller has still to wait who has some callers ahead of him, while all agents who may take his call are engaged.
 *
 * <p>While handling and patience are exponential, callers ahead go one by one: with k of them left the next goes, answered or hanging up,
 * at the rate {@code agents / handling + k · abandoned}. His wait is the sum of such times for k = ahead … 0, whose mean and variance are
 * exact:
 * <pre>{@code
 * mean     = Σ 1 / (s·μ + k·θ)        variance = Σ 1 / (s·μ + k·θ)²        k = 0 … ahead
 * }</pre>
 * Without abandonment the mean is QL, (ahead + 1) · handling / agents, best possible for M/M/s (Ibrahim and Whitt, <i>Real-time delay
 * estimation based on delay history</i>, 2009); with it, it is their Markovian queue-length estimator for M/M/s+M (<i>Real-time delay estimation in
 * overloaded multiserver queues with abandonments</i>, 2009), the conditional wait of the Erlang-A model (Palm 1946; Garnett, Mandelbaum and Reiman
 * 2002). Time-varying arrivals change nothing in it (Ibrahim and Whitt 2011): who comes later is served later, and who is ahead is counted at
 * the moment. Estimators by the delay of others, LES (the last who entered service) and HOL (who waits longest now), lag behind
 * by that delay, and their error grows with the variability of arrivals; {@code bin/bench estimate} shows them beside this one.
 *
 * <p>To the variance comes what is not known of μ and θ: they are counts over exposure, so their relative variances are about
 * {@code variability / completions} and {@code 1 / abandoned}. Where handling is more or less regular than exponential, the variance of the
 * sum goes from 1 to {@code variability} times the above as the wait grows from short to long beside the handling time: over a short time the
 * ends of many agents' calls come like a Poisson process, over a long one like renewals.
 */
public final class WaitForecast {
  /** So many terms are summed; the rest is an integral, which is as exact there. */
  private static final int SUMMED = 1_000;

  private WaitForecast() {}

  /**
   * @param ahead callers who get an agent or hang up before he has one, 0 or more
   * @param agents who work on his and those callers' calls, by their shares; 0 or more
   * @return empty: the pace is too thin, or nobody works
   */
  public static Optional<Forecast> of(int ahead, double agents, Pace pace) {
    if (pace.thin() || agents <= 0) {
      return Optional.empty();
    }
    double served = agents / pace.handlingMs();
    double lost = pace.abandonedPerMs();
    double mean = 0;
    double squares = 0;
    int summed = Math.min(ahead, SUMMED);
    for (int k = 0; k <= summed; k++) {
      double each = 1 / (served + k * lost);
      mean += each;
      squares += each * each;
    }
    if (ahead > summed) {
      double from = served + (summed + 0.5) * lost;
      double to = served + (ahead + 0.5) * lost;
      mean += lost == 0 ? (ahead - summed) / served : Math.log(to / from) / lost;
      squares += (ahead - summed) / (from * to);
    }
    double byService = served * squares; // −∂mean/∂ln μ
    double byLoss = mean - byService; // −∂mean/∂ln θ
    double variance = squares * regularity(mean / pace.handlingMs(), pace.variability())
        + byService * byService * pace.variability() / pace.completions()
        + (pace.abandoned() == 0 ? 0 : byLoss * byLoss / pace.abandoned());
    return Optional.of(Forecast.of(mean, variance, pace.ringMs()));
  }

  /** From 1 for a short wait to the variability for a long one; {@code wait} in handling times. */
  private static double regularity(double wait, double variability) {
    return variability + (1 - variability) * (wait < 1e-6 ? 1 : -Math.expm1(-wait) / wait);
  }
}
