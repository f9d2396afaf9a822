package io.switchboard.acd.estimate;

/**
 * The states of {@link ErlangA} in which every agent is busy, by the birth and death chain: j callers wait with weight
 * t(j) = y^j / ((x+1)···(x+j)).
 *
 * <p>Takes about √x steps: the weights are summed until what is left cannot be seen, or, far above saturation, until they are too many for
 * those states to matter in which somebody is ready.
 *
 * @param total A = Σ t(j), from j = 0; as large as numbers go when {@code overflown}
 * @param someShare (A − 1) / A: the share of these states in which somebody waits
 * @param meanWaiting Σ j·t(j) / A: how many wait in the mean
 * @param overflown A is above 1e290, and a state in which somebody is ready practically never seen
 */
record WaitingStates(double total, double someShare, double meanWaiting, boolean overflown) {
  private static final double PLENTY = 1e290;
  private static final double UNSEEN = 1e-18;

  static WaitingStates of(double x, double y) {
    double weight = 1;
    double some = 0;
    double waiting = 0;
    double left = 1;
    for (long j = 1; left > UNSEEN * waiting && some < PLENTY; j++) {
      double ratio = y / (x + j);
      weight *= ratio;
      some += weight;
      waiting += j * weight;
      left = ratio < 1 ? weight * (j + 1 / (1 - ratio)) / (1 - ratio) : Double.POSITIVE_INFINITY;
    }
    double total = 1 + some;
    // The balance of arrivals, answers and hang-ups gives the mean in closed form; below saturation that is a difference of near numbers.
    double mean = y >= x ? y - x + x / total : waiting / total;
    return new WaitingStates(total, some / total, mean, some >= PLENTY);
  }
}
