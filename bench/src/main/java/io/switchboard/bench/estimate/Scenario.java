package io.switchboard.bench.estimate;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Queues and their callers.
 *
 * @param teams who answers; one team answers one queue
 * @param handlingMs its mean, which the yardstick QL is told
 * @param load offered load / agents at a time in milliseconds since the beginning
 * @param most the highest load
 * @param everyMs how often a caller hears his wait; 0: when he enters only
 * @param calls that come
 * @param warmUp the first so many count for nothing
 */
record Scenario(
    String name, List<Team> teams, double handlingMs, Chance handling, Chance patience, DoubleUnaryOperator load, double most, long everyMs,
    int calls, int warmUp) {
  /** Agents who answer the same queues, numbered from 0. */
  record Team(int agents, Set<Integer> queues) {}

  private static final double HOUR_MS = 3_600_000;
  private static final double HANDLING_MS = 300_000;
  private static final Chance EXPONENTIAL = new Chance.Exponential(HANDLING_MS);
  private static final Chance PATIENT = new Chance.Exponential(600_000);

  private static List<Team> one(int agents) {
    return List.of(new Team(agents, Set.of(0)));
  }

  int agents() {
    return teams.stream().mapToInt(Team::agents).sum();
  }

  int queues() {
    return (int) teams.stream().flatMap(team -> team.queues().stream()).distinct().count();
  }

  /** Those who answer this queue. */
  int agents(int queue) {
    return teams.stream().filter(team -> team.queues().contains(queue)).mapToInt(Team::agents).sum();
  }

  /** The yardstick: M/M/100, load 0.95, each caller asked when he comes. */
  static Scenario steady(int calls) {
    return new Scenario("M/M/100, load 0.95", one(100), HANDLING_MS, EXPONENTIAL, new Chance.Never(), t -> 0.95, 0.95, 0, calls, calls / 20);
  }

  /** Those whose coverage counts: arrivals that vary with time, callers who hang up. */
  static List<Scenario> varying(int calls) {
    return List.of(
        new Scenario(
            "sinusoidal 0.5 to 1.5, 50 agents", one(50), HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::wave, 1.5, 60_000, calls, calls / 20),
        new Scenario("steps 0.7 and 1.6, 50 agents", one(50), HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::step, 1.6, 60_000, calls, calls / 20),
        new Scenario("sinusoidal 0.5 to 1.5, 8 agents", one(8), HANDLING_MS, EXPONENTIAL, PATIENT, Scenario::wave, 1.5, 60_000, calls, calls / 20));
  }

  /** Beyond what the estimator assumes: shown, not counted. */
  static List<Scenario> asInLife(int calls) {
    return List.of(
        new Scenario(
            "steps, log-normal times, 50 agents", one(50), HANDLING_MS, new Chance.LogNormal(HANDLING_MS, 1.4), new Chance.LogNormal(600_000, 2),
            Scenario::step, 1.6, 60_000, calls, calls / 20),
        new Scenario(
            "two queues: 10, 10, 30 for both", List.of(new Team(10, Set.of(0)), new Team(10, Set.of(1)), new Team(30, Set.of(0, 1))), HANDLING_MS,
            EXPONENTIAL, new Chance.Never(), Scenario::gentleWave, 1.1, 60_000, calls, calls / 20),
        new Scenario(
            "steps, regular handling, 8 agents", one(8), HANDLING_MS, new Chance.LogNormal(HANDLING_MS, 0.3), PATIENT, Scenario::step, 1.6,
            60_000, calls, calls / 20));
  }

  /** A day of eight hours, again and again. */
  private static double wave(double atMs) {
    return 1 + 0.5 * Math.sin(2 * Math.PI * atMs / (8 * HOUR_MS));
  }

  private static double gentleWave(double atMs) {
    return 0.9 + 0.2 * Math.sin(2 * Math.PI * atMs / (8 * HOUR_MS));
  }

  /** An hour of overload in every four. */
  private static double step(double atMs) {
    return atMs / HOUR_MS % 4 < 3 ? 0.7 : 1.6;
  }
}
