package io.switchboard.acd.estimate;

/** What the formulas take; within it they keep their precision and their time. */
final class Ranges {
  private Ranges() {}

  static void rate(double callsPerS) {
    within("arrivals per second", callsPerS, QueueModel.LEAST_PER_S, QueueModel.MOST_PER_S);
  }

  static void mean(String what, double seconds) {
    within(what + " in seconds", seconds, QueueModel.LEAST_S, QueueModel.MOST_S);
  }

  static void target(double targetS) {
    within("target in seconds", targetS, 0, QueueModel.MOST_S);
  }

  static void agents(int agents) {
    within("number of agents", agents, 1, QueueModel.MOST_AGENTS);
  }

  static void share(String what, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(what + " is above 0 and below 1, not " + share);
    }
  }

  private static void within(String what, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value);
    }
  }
}
