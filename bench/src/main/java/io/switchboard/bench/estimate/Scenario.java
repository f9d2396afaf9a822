package io.switchboard.bench.estimate;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One queue and its callers.
 *
 * @param handlingMs its mean, which the yardstick QL is told
 * @param load offered load / agents at a time in milliseconds since the beginning
 * @param most the highest load
 * @param everyMs how often a caller hears his wait; 0: when he enters only
 * @param calls that come
 * @param warmUp the first so many count for nothing
 */
record Scenario(
    String name, int agents, double handlingMs, Chance handling, Chance patience, DoubleUnaryOperator load, double most, long everyMs,
    int calls, int warmUp) {
  private static final double HOUR_MS = 3_600_000;
  private static final double HANDLING_MS = 300_000;
  private static final Chance EXPONENTIAL = new Chance.Exponential(HANDLING_MS);
  private static final Chance PATIENT = new Chance.Exponential(600_000);

  /** The yardstick: M/M/100, load 0.95, each caller asked when he comes. */
  static Scenario steady(int calls) {
    return new Scenario("M/M/100, load 0.95", 100, HANDLING_MS, EXPONENTIAL, new Chance.Never(), t -> 0.95, 0.95, 0, calls, calls / 20);
  }

  /** Those whose coverage counts: arrivals that vary with time, callers who hang up. */
  static List<Scenario> varying(int calls) {
    return List.of(
        new Scenario(
            "sinusoidal 0.5 to 1.5, 50 agents", 50, HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::wave, 1.5, 60_000, calls, calls / 20),
        new Scenario("steps 0.7 and 1.6, 50 agents", 50, HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::step, 1.6, 60_000, calls, calls / 20),
        new Scenario("sinusoidal 0.5 to 1.5, 8 agents", 8, HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::wave, 1.5, 60_000, calls, calls / 20));
  }

  /** Beyond what the estimator assumes: shown, not counted. */
  static List<Scenario> asInLife(int calls) {
    return List.of(
        new Scenario(
            "steps, log-normal times, 50 agents", 50, HANDLING_MS, new Chance.LogNormal(HANDLING_MS, 1.4), new Chance.LogNormal(600_000, 2),
            Scenario::step, 1.6, 60_000, calls, calls / 20),
        new Scenario(
            "steps, regular handling, 8 agents", 8, HANDLING_MS, new Chance.LogNormal(HANDLING_MS, 0.3), PATIENT, Scenario::step, 1.6,
            60_000, calls, calls / 20));
  }

  /** A day of eight hours, again and again. */
  private static double wave(double atMs) {
    return 1 + 0.5 * Math.sin(2 * Math.PI * atMs / (8 * HOUR_MS));
  }

  /** An hour of overload in every four. */
  private static double step(double atMs) {
    return atMs / HOUR_MS % 4 < 3 ? 0.7 : 1.6;
  }
}
