package io.switchboard.outbound.pacing;

/**
 * When a dial is answered: the hazards per second since it was placed, of being answered and of ending otherwise.
 *
 * <p>Two competing risks in a table of lives: of the dials that were in their a-th second so many were answered, so many ended (busy, wrong,
 * refused). A dial that is taken back, or is ringing still, counts for the seconds that it was seen, so nothing is distorted by those. The
 * shape is remembered long ({@value #SHAPE} answers). Its height, on which the hour of the day and the list show, is a factor of its own
 * that is remembered shortly ({@value #LEVEL} answers): answers seen over answers that the shape let expect, a gamma variable whose
 * relative error is the root of what was seen. It is believed down to {@value #LEAST_LEVEL} of what was usual: if nobody answers, to dial
 * more is worth little and dangerous as soon as somebody does. For the same reason the shape learns less while the level is low.
 */
final class AnswerCurve {
  private static final double SHAPE = 1_000;
  private static final double LEVEL = 40;
  private static final double LEAST_LEVEL = 0.4;
  private static final double LIGHT = 1e100;
  /** As much as so many dials were known beforehand. */
  private static final double PRIOR_DIALS = 15;
  /** As much as so many answers of the usual level. */
  private static final double PRIOR_LEVEL = 4;

  private final int seconds;
  private final double[] risk;
  private final double[] exposed;
  private final double[] answered;
  private final double[] ended;
  private double weight = 1;
  private double seen = PRIOR_LEVEL;
  private double expected = PRIOR_LEVEL;

  private final double[] answerHazard;
  private final double[] endHazard;
  private final double[] survival;
  private final double[] incidence;
  private double answersOfAll;

  /** Before anything is seen: answered at this rate, in the mean after some 10 s, and one in ten ends otherwise. */
  AnswerCurve(int mostRingMs, double rate) {
    seconds = (mostRingMs + 999) / 1_000;
    risk = new double[seconds];
    exposed = new double[seconds];
    answered = new double[seconds];
    ended = new double[seconds];
    answerHazard = new double[seconds];
    endHazard = new double[seconds];
    survival = new double[seconds + 1];
    incidence = new double[seconds + 1];
    double left = 1;
    double sum = 0;
    for (int a = 0; a < seconds; a++) {
      sum += bell(a);
    }
    for (int a = 0; a < seconds; a++) {
      double now = rate * bell(a) / sum;
      double otherwise = a < 5 ? 0.02 : 0;
      risk[a] = PRIOR_DIALS * left;
      exposed[a] = risk[a];
      answered[a] = PRIOR_DIALS * now;
      ended[a] = PRIOR_DIALS * otherwise;
      left = Math.max(0.02, left - now - otherwise);
    }
    refresh();
  }

  private static double bell(int a) {
    double x = Math.log((a + 0.5) / 9) / 0.5;
    return Math.exp(-x * x / 2) / (a + 0.5);
  }

  /** A second in which so many dials were in their a-th second. */
  void rang(int a, int dials) {
    if (a < seconds && dials > 0) {
      risk[a] += dials * weight;
      exposed[a] += dials * weight * Math.sqrt(Math.min(1, seenOverExpected()));
      double answers = dials * answerHazard[a] / level();
      double keep = Math.exp(-answers / LEVEL);
      expected = expected * keep + answers;
      seen *= keep;
    }
  }

  void answered(long ageMs) {
    answered[second(ageMs)] += weight;
    seen++;
    weight *= SHAPE / (SHAPE - 1);
    if (weight > LIGHT) {
      lighten();
    }
  }

  /** Neither answered nor taken back. */
  void ended(long ageMs) {
    ended[second(ageMs)] += weight;
  }

  private int second(long ageMs) {
    return (int) Math.min(seconds - 1, Math.max(0, ageMs / 1_000));
  }

  private void lighten() {
    for (int a = 0; a < seconds; a++) {
      risk[a] /= weight;
      exposed[a] /= weight;
      answered[a] /= weight;
      ended[a] /= weight;
    }
    weight = 1;
  }

  /** Answers now beside what was usual. */
  private double level() {
    return Math.max(LEAST_LEVEL, seenOverExpected());
  }

  private double seenOverExpected() {
    return (seen + PRIOR_LEVEL) / (expected + PRIOR_LEVEL);
  }

  /** Relative standard error of the level. */
  double error() {
    return 1 / Math.sqrt(seen + PRIOR_LEVEL);
  }

  /** Takes what was seen into account. Once a second. */
  void refresh() {
    double level = level();
    survival[0] = 1;
    for (int a = 0; a < seconds; a++) {
      answerHazard[a] = Math.min(0.9, level * answered[a] / exposed[a]);
      endHazard[a] = Math.min(0.99 - answerHazard[a], ended[a] / risk[a]);
      incidence[a + 1] = incidence[a] + survival[a] * answerHazard[a];
      survival[a + 1] = survival[a] * (1 - answerHazard[a] - endHazard[a]);
    }
    answersOfAll = incidence[seconds];
  }

  /** Whole seconds after which nothing rings. */
  int seconds() {
    return seconds;
  }

  /** Chance that a dial in its a-th second is answered within so many seconds. */
  double within(int a, int more) {
    if (a >= seconds || survival[a] <= 0) {
      return 0;
    }
    return (incidence[Math.min(seconds, a + more)] - incidence[a]) / survival[a];
  }

  /** Share of new dials that are answered. */
  double rate() {
    return answersOfAll;
  }

  /** The second by which this share of the new dials that are answered at all has been. */
  int quantile(double share) {
    double at = share * answersOfAll;
    int a = 1;
    while (a < seconds && incidence[a] < at) {
      a++;
    }
    return a;
  }

  /** The second from which on a dial is worth less, per second that it is outstanding, than a new one that rings so long. */
  int worthLessFrom(int ringS) {
    double fresh = incidence[ringS] / sum(0, ringS);
    int a = ringS;
    while (a < seconds && incidence[seconds] - incidence[a] > fresh * sum(a, seconds)) {
      a++;
    }
    return a;
  }

  private double sum(int from, int to) {
    double sum = 0;
    for (int a = from; a < to; a++) {
      sum += survival[a];
    }
    return sum;
  }

  /** Seconds that a new dial is outstanding, in the mean. */
  double outstandingS() {
    return sum(0, seconds);
  }
}
