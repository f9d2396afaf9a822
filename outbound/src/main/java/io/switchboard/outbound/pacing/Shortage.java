package io.switchboard.outbound.pacing;

import java.util.Arrays;

/**
 * The chance that whoever answers at one moment finds no agent: P(Y ≥ idle + S), of Y others who will have answered by then and S agents who will
 * have become free. Both are sums of independent events with chances of their own (Poisson-binomial).
 *
 * <p>Exact by convolution while the variance of Y − S is at most {@value #EXACT_VARIANCE}; above, normal with the correction for skewness and
 * for whole numbers, whose error is below 0.004 there (Volkova 1996; Hong, <i>On computing the distribution function for the Poisson
 * binomial distribution</i>, 2013). What is not known of the chances of Y, a relative error common to all of them, stands in two
 * equally likely worlds, in which they are so much larger and smaller: that has the right mean and variance.
 */
final class Shortage {
  static final double EXACT_VARIANCE = 6;
  private static final int CELLS = 96;
  private static final double NOTHING = 1e-9;
  private static final double MOST = 0.98;

  private double[] freed = new double[64];
  private int[] agents = new int[64];
  private int kinds;
  private double[] answering = new double[64];
  private int[] alike = new int[64];
  private int groups;

  private double mean;
  private double variance;
  private double skewness;
  private double answers;
  private double freedMean;
  private double error;

  private boolean exact;
  private final double[] more = new double[CELLS];
  private final double[] fewer = new double[CELLS];
  private final double[] free = new double[CELLS];
  private final double[] atMostFree = new double[CELLS];
  private int moreTop;
  private int fewerTop;

  void clear() {
    kinds = 0;
    groups = 0;
    mean = 0;
    variance = 0;
    skewness = 0;
    answers = 0;
    freedMean = 0;
  }

  /** So many agents who are busy now, each of whom will have become free with this chance. */
  void agents(int count, double chance) {
    if (chance <= NOTHING || count == 0) {
      return;
    }
    if (kinds == freed.length) {
      freed = Arrays.copyOf(freed, 2 * kinds);
      agents = Arrays.copyOf(agents, 2 * kinds);
    }
    freed[kinds] = chance;
    agents[kinds++] = count;
    double v = count * chance * (1 - chance);
    mean -= count * chance;
    freedMean += count * chance;
    variance += v;
    skewness -= v * (1 - 2 * chance);
  }

  /** So many dials each of which will have been answered with this chance. */
  void dials(int count, double chance) {
    if (chance <= NOTHING || count == 0) {
      return;
    }
    if (groups == alike.length) {
      answering = Arrays.copyOf(answering, 2 * groups);
      alike = Arrays.copyOf(alike, 2 * groups);
    }
    answering[groups] = chance;
    alike[groups++] = count;
    count(count, chance);
  }

  private void count(int count, double chance) {
    double v = count * chance * (1 - chance);
    mean += count * chance;
    answers += count * chance;
    variance += v;
    skewness += v * (1 - 2 * chance);
  }

  /** All have been told. {@code error} is the relative error of the chances of being answered, 0 to 1. */
  void sum(double relativeError) {
    error = Math.min(0.9, relativeError);
    exact = variance <= EXACT_VARIANCE && answers < CELLS / 3.0 && freedMean < CELLS / 3.0;
    if (!exact) {
      return;
    }
    int top = 0;
    free[0] = 1;
    for (int kind = 0; kind < kinds; kind++) {
      for (int i = 0; i < agents[kind]; i++) {
        top = convolve(free, top, freed[kind]);
      }
    }
    double sum = 0;
    for (int i = 0; i < CELLS; i++) {
      sum += i <= top ? free[i] : 0;
      atMostFree[i] = sum;
    }
    moreTop = 0;
    fewerTop = 0;
    more[0] = 1;
    fewer[0] = 1;
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < alike[g]; i++) {
        convolveBoth(answering[g]);
      }
    }
  }

  /** One more dial. */
  void add(double chance) {
    count(1, chance);
    if (exact) {
      convolveBoth(chance);
    }
  }

  private void convolveBoth(double chance) {
    moreTop = convolve(more, moreTop, Math.min(MOST, chance * (1 + error)));
    fewerTop = convolve(fewer, fewerTop, chance * (1 - error));
  }

  /** The last cell holds what is beyond it. */
  private static int convolve(double[] cells, int top, double chance) {
    double stays = 1 - chance;
    int next = top + 1;
    if (next < CELLS) {
      cells[next] = cells[top] * chance;
    } else {
      next = top;
      cells[top] += cells[top - 1] * chance;
      for (int i = top - 1; i > 0; i--) {
        cells[i] = cells[i] * stays + cells[i - 1] * chance;
      }
      cells[0] *= stays;
      return next;
    }
    for (int i = top; i > 0; i--) {
      cells[i] = cells[i] * stays + cells[i - 1] * chance;
    }
    cells[0] *= stays;
    while (next > 0 && cells[next] < 1e-15) {
      next--;
    }
    return next;
  }

  /** P(Y ≥ idle + S); idle may be negative, when answers wait already. */
  double chance(int idle) {
    return exact ? (tail(more, moreTop, idle) + tail(fewer, fewerTop, idle)) / 2 : refinedNormal(idle);
  }

  private double tail(double[] cells, int top, int idle) {
    double sum = 0;
    for (int y = Math.max(0, idle); y <= top; y++) {
      sum += cells[y] * atMostFree[Math.min(CELLS - 1, y - idle)];
    }
    return sum;
  }

  private double refinedNormal(int idle) {
    double unknown = error * answers;
    double sd = Math.sqrt(variance + unknown * unknown);
    double x = (idle - 0.5 - mean) / sd;
    double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    double below = Normal.below(x) + skewness / (sd * sd * sd) * (1 - x * x) * density / 6;
    return Math.min(1, Math.max(0, 1 - below));
  }
}
