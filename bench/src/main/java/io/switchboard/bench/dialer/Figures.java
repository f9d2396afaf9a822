package io.switchboard.bench.dialer;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The results of one rule, in the order of the seeds. */
record Figures(long firstSeed, List<Result> results) {
  double mean(ToDoubleFunction<Result> what) {
    return results.stream().mapToDouble(what).average().orElseThrow();
  }

  /** Of the campaigns of one cell; NaN without. */
  double mean(int cell, ToDoubleFunction<Result> what) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < results.size(); i++) {
      if (Math.floorMod(firstSeed + i, Campaign.CELLS) == cell) {
        sum += what.applyAsDouble(results.get(i));
        count++;
      }
    }
    return sum / count;
  }

  /** The smallest that this share of all does not exceed. */
  double quantile(double share, ToDoubleFunction<Result> what) {
    double[] sorted = results.stream().mapToDouble(what).sorted().toArray();
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  double highest(ToDoubleFunction<Result> what) {
    return Arrays.stream(results.stream().mapToDouble(what).toArray()).max().orElseThrow();
  }

  /** How many campaigns exceed it. */
  long above(double limit, ToDoubleFunction<Result> what) {
    return results.stream().mapToDouble(what).filter(each -> each > limit).count();
  }
}
