package io.switchboard.outbound.pacing;

import java.util.Arrays;

/**
 * How long talks, or wrap-ups, last: a hazard that is constant between edges which lie a fifth apart, and at least 4 s, up to two hours. So a
 * talk that has lasted twenty minutes is known to go on for long, whatever the mean is (heavy tails).
 *
 * <p>Ends over time at risk, talks that go on included: the mean of those that ended would be too short after a change. The last
 * {@value #MEMORY} ends or so count. Where few were seen the hazard shrinks towards that of all, which counts as {@value #SHRINK} ends.
 */
final class DurationCurve {
  private static final double MEMORY = 200;
  private static final double SHRINK = 2;
  private static final double PRIOR_ENDS = 3;
  private static final double LIGHT = 1e100;
  private static final int MOST_S = 7_200;
  private static final double[] EDGES = edges();
  private static final byte[] BUCKET_OF_SECOND = bucketOfSecond();

  private final double[] risk = new double[EDGES.length];
  private final double[] ends = new double[EDGES.length];
  private final double[] hazard = new double[EDGES.length];
  private final double[] cumulated = new double[EDGES.length];
  private double weight = 1;
  private double allRisk;
  private double allEnds;
  private double seen;

  DurationCurve(int meanMs) {
    allEnds = PRIOR_ENDS;
    allRisk = PRIOR_ENDS * meanMs / 1_000;
    refresh();
  }

  private static double[] edges() {
    double[] edges = new double[64];
    int n = 0;
    for (double at = 0; at < MOST_S; at += Math.max(4, at / 5)) {
      edges[n++] = at;
    }
    return Arrays.copyOf(edges, n);
  }

  private static byte[] bucketOfSecond() {
    byte[] buckets = new byte[MOST_S];
    int bucket = 0;
    for (int second = 0; second < MOST_S; second++) {
      while (bucket + 1 < EDGES.length && EDGES[bucket + 1] <= second) {
        bucket++;
      }
      buckets[second] = (byte) bucket;
    }
    return buckets;
  }

  /** Between edges. */
  static final int BUCKETS = EDGES.length;

  /** That of an age of so many seconds. */
  static int bucket(double s) {
    return BUCKET_OF_SECOND[s <= 0 ? 0 : s >= MOST_S ? MOST_S - 1 : (int) s];
  }

  /** One that goes on was seen for a second, in which it was so old. */
  void lasted(long ageMs) {
    risk[bucket(ageMs / 1_000.0)] += weight;
    allRisk += weight;
  }

  void ended(long ageMs) {
    ends[bucket(ageMs / 1_000.0)] += weight;
    allEnds += weight;
    seen = seen * (1 - 1 / MEMORY) + 1;
    weight *= MEMORY / (MEMORY - 1);
    if (weight > LIGHT) {
      lighten();
    }
  }

  private void lighten() {
    for (int i = 0; i < risk.length; i++) {
      risk[i] /= weight;
      ends[i] /= weight;
    }
    allRisk /= weight;
    allEnds /= weight;
    weight = 1;
  }

  /** Takes what was seen into account. Once a second. */
  void refresh() {
    double common = allEnds / allRisk;
    double shrink = SHRINK * weight;
    double sum = 0;
    for (int i = 0; i < hazard.length; i++) {
      hazard[i] = (ends[i] + shrink) / (risk[i] + shrink / common);
      cumulated[i] = sum;
      sum += i + 1 < hazard.length ? hazard[i] * (EDGES[i + 1] - EDGES[i]) : 0;
    }
  }

  /** Per second. */
  double hazard(int bucket) {
    return hazard[bucket];
  }

  /** Chance that one so old ends within so many seconds. */
  double within(double s, double more) {
    return 1 - Math.exp(cumulated(s) - cumulated(s + more));
  }

  private double cumulated(double s) {
    int bucket = bucket(s);
    return cumulated[bucket] + hazard[bucket] * (s - EDGES[bucket]);
  }

  /** Seconds, of all. */
  double meanS() {
    return allRisk / allEnds;
  }

  /** Relative standard error of the mean of hazards. */
  double error() {
    return 1 / Math.sqrt(seen + PRIOR_ENDS);
  }
}
