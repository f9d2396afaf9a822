package io.switchboard.bench.estimate;

/** What was told against what was. Times in milliseconds. */
final class Accuracy {
  /** Estimators of the wait of one who has just come and must wait. */
  enum Estimator {
    OURS("ours"),
    /** (ahead + 1) × true mean handling time / agents. */
    QL("QL"),
    /** The wait of the last who was answered. */
    LES("LES"),
    /** How long the first in the queue has waited; LES where nobody waits. */
    HOL("HOL");

    final String text;

    Estimator(String text) {
      this.text = text;
    }
  }

  private final double[] squares = new double[Estimator.values().length];
  private long entries;
  private double waits;
  private long told;
  private long within;
  private long withinSpoken;
  private long withReason;
  private long silent;
  private double spokenErrors;

  /** One who came, what each estimator said in the order of {@link Estimator}, and his virtual wait. */
  void entered(double[] said, double waitMs) {
    entries++;
    waits += waitMs;
    for (int i = 0; i < squares.length; i++) {
      squares[i] += (said[i] - waitMs) * (said[i] - waitMs);
    }
  }

  void told(boolean inRange, boolean inSpoken, boolean reason, double middleErrorMs) {
    told++;
    within += inRange ? 1 : 0;
    withinSpoken += inSpoken ? 1 : 0;
    withReason += reason ? 1 : 0;
    spokenErrors += middleErrorMs;
  }

  void silent() {
    silent++;
  }

  long entries() {
    return entries;
  }

  double meanWaitS() {
    return waits / entries / 1_000;
  }

  /** Root average squared error, seconds. */
  double raseS(Estimator estimator) {
    return Math.sqrt(squares[estimator.ordinal()] / entries) / 1_000;
  }

  long told() {
    return told;
  }

  double coverage() {
    return (double) within / told;
  }

  double spokenCoverage() {
    return (double) withinSpoken / told;
  }

  double reasonShare() {
    return (double) withReason / told;
  }

  double silentShare() {
    return (double) silent / (told + silent);
  }

  /** Mean absolute error of the middle of what was said, seconds. */
  double spokenErrorS() {
    return spokenErrors / told / 1_000;
  }
}
