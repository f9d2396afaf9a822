package io.switchboard.bench.dialer;

import io.switchboard.bench.dialer.Adaptive.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters with which the adaptive rule talks most, found on campaigns of their own: one setting for all, and one for each answer
 * rate and number of agents, as if somebody knew them beforehand.
 */
final class Tuning {
  static final long FIRST_SEED = 1_000_000;

  private static final double[] TARGETS = {-6, -3, -2, -1, 0};
  private static final double[] HIGHEST = {2, 3, 4, 6, 10};

  private final Parameters forAll;
  private final List<Parameters> forCell;

  private Tuning(Parameters forAll, List<Parameters> forCell) {
    this.forAll = forAll;
    this.forCell = forCell;
  }

  static List<Parameters> grid() {
    List<Parameters> grid = new ArrayList<>();
    for (double target : TARGETS) {
      for (double highest : HIGHEST) {
        grid.add(new Parameters(target, highest, true));
      }
    }
    grid.add(new Parameters(0, 3, false));
    return grid;
  }

  /** {@code perCell} campaigns of each cell, under every setting. */
  static Tuning run(Crew crew, int perCell, int ringMs) throws Exception {
    List<Parameters> grid = grid();
    int campaigns = perCell * Campaign.CELLS;
    List<Double> talks = crew.all("trials of the adaptive rule's parameters", grid.size() * campaigns, i -> {
      Campaign campaign = Campaign.of(FIRST_SEED + i % campaigns, ringMs);
      return SimulatedCampaign.run(campaign, new Adaptive(campaign.agents(), grid.get(i / campaigns))).talkMinPerH();
    });
    double[][] byCell = new double[grid.size()][Campaign.CELLS];
    double[] all = new double[grid.size()];
    for (int i = 0; i < talks.size(); i++) {
      byCell[i / campaigns][Campaign.of(FIRST_SEED + i % campaigns, ringMs).cell()] += talks.get(i);
      all[i / campaigns] += talks.get(i);
    }
    List<Parameters> forCell = new ArrayList<>();
    for (int cell = 0; cell < Campaign.CELLS; cell++) {
      double[] of = new double[grid.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = byCell[i][cell];
      }
      forCell.add(grid.get(highest(of)));
    }
    return new Tuning(grid.get(highest(all)), forCell);
  }

  private static int highest(double[] of) {
    int best = 0;
    for (int i = 1; i < of.length; i++) {
      best = of[i] > of[best] ? i : best;
    }
    return best;
  }

  Parameters forAll() {
    return forAll;
  }

  Parameters forCell(int cell) {
    return forCell.get(cell);
  }
}
