package io.switchboard.bench.dialer;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One campaign as its seed has it.
 *
 * @param ringMs whoever has not answered by then is not waited for
 * @param answerRate of dials that ring long enough, before the day's drift and shocks
 * @param answerS mean seconds from the dial to the answer, of which {@code setUpS} pass before it rings
 * @param busy share of dials that end as busy after about 4 s
 * @param invalid share of dials to numbers that are none, after about 3 s
 * @param talkS mean
 * @param wrapUpS mean
 */
record Campaign(
    long seed, int ringMs, double answerRate, int agents, int days, double answerS, double setUpS, double busy, double invalid, double talkS, double wrapUpS,
    Tail tail, List<Shock> shocks) {
  static final long DAY_MS = 8 * 3_600_000L;
  static final int GRACE_MS = 2_000;

  static final double[] RATES = {0.1, 0.2, 0.3, 0.4, 0.6};
  static final int[] AGENTS = {5, 10, 20, 50, 100, 200};

  /** Neighbouring seeds go through them in turn. */
  static final int CELLS = RATES.length * AGENTS.length;

  /** Of how long talks last. */
  enum Tail {
    /** Log-normal, standard deviation as large as the mean. */
    LIGHT,
    /** Log-normal, standard deviation 1.6 times the mean. */
    HEAVY,
    /** Seven of eight log-normal, one of eight Pareto with exponent 1.7: of endless variance. */
    PARETO
  }

  enum Kind { FEWER_ANSWERS, MORE_ANSWERS, NO_ANSWERS, LONGER_TALKS, AGENTS_LEAVE, AGENTS_FAIL }

  /** Of the first day. Agents who leave do so when their work is done, those who fail at once; of either three in ten, for the time of the shock. */
  record Shock(Kind kind, long fromMs, long toMs) {}

  static Campaign of(long seed, int ringMs) {
    SplittableRandom dice = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 1);
    int cell = cell(seed);
    List<Shock> shocks = new ArrayList<>();
    if (dice.nextInt(2) == 0) {
      int count = 1 + dice.nextInt(2);
      for (int i = 0; i < count; i++) {
        Kind kind = Kind.values()[dice.nextInt(Kind.values().length)];
        long from = dice.nextLong(DAY_MS * 7 / 8);
        long lasts = kind == Kind.NO_ANSWERS ? 3_600_000 : 1_200_000 + dice.nextLong(9_600_000);
        shocks.add(new Shock(kind, from, Math.min(DAY_MS, from + lasts)));
      }
    }
    int agents = AGENTS[cell / RATES.length];
    int days = dice.nextInt(10) > 0 ? 1 : agents <= 10 && dice.nextInt(2) == 0 ? 30 : 3;
    return new Campaign(
        seed, ringMs, RATES[cell % RATES.length], agents, days, 8 + 7 * dice.nextDouble(),
        2 + 2 * dice.nextDouble(), 0.04 + 0.06 * dice.nextDouble(), 0.02 + 0.06 * dice.nextDouble(),
        80 * Math.exp(Math.log(3) * dice.nextDouble()), 10 + 20 * dice.nextDouble(), Tail.values()[dice.nextInt(Tail.values().length)],
        List.copyOf(shocks));
  }

  /** That of its answer rate and agents. */
  int cell() {
    return cell(seed);
  }

  private static int cell(long seed) {
    return (int) Math.floorMod(seed, (long) CELLS);
  }

  /** What the answer rate is multiplied with at this time of the day: a drift of a fifth, and shocks. */
  double answering(int day, long ms) {
    double factor = 1 + 0.2 * Math.sin(2 * Math.PI * (ms / (double) DAY_MS + (seed % 97) / 97.0));
    for (Shock shock : shocks) {
      if (in(shock, day, ms)) {
        factor *= switch (shock.kind()) {
          case FEWER_ANSWERS -> 0.5;
          case MORE_ANSWERS -> 2;
          case NO_ANSWERS -> 0;
          default -> 1;
        };
      }
    }
    return factor;
  }

  double talking(int day, long ms) {
    double factor = 1;
    for (Shock shock : shocks) {
      factor *= shock.kind() == Kind.LONGER_TALKS && in(shock, day, ms) ? 2 : 1;
    }
    return factor;
  }

  private static boolean in(Shock shock, int day, long ms) {
    return day == 0 && ms >= shock.fromMs() && ms < shock.toMs();
  }
}
