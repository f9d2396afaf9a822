package io.switchboard.bench.capacity;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * The highest rate of {@code first · step^n} at which a full trial is good while the next higher one is not. Short trials, three steps apart,
 * find where to begin; they prove nothing.
 */
final class RateSearch {
  private static final int STRIDE = 3;
  private static final double LOWEST = 0.5;

  private final double first;
  private final double step;
  private final double most;
  private final Trying trying;
  private final BooleanSupplier timeLeft;

  /** Lets callers come at a rate. */
  interface Trying {
    /** @param shortly to find where to begin; else the trial that counts */
    boolean good(double perSecond, boolean shortly);
  }

  /**
   * What was found.
   *
   * @param perSecond 0: no rate was good
   * @param complete false when the time was over before the next higher rate had failed
   */
  record Found(double perSecond, boolean complete) {}

  /**
   * @param most rates above it are taken for not good without a trial
   * @param timeLeft whether one more trial may begin
   */
  RateSearch(double first, double step, double most, Trying trying, BooleanSupplier timeLeft) {
    this.first = first;
    this.step = step;
    this.most = most;
    this.trying = trying;
    this.timeLeft = timeLeft;
  }

  Found find() {
    int at = beginning();
    OptionalInt good = OptionalInt.empty();
    OptionalInt bad = OptionalInt.empty();
    while (rate(at) >= LOWEST && (rate(at) > most || timeLeft.getAsBoolean())) {
      if (rate(at) <= most && trying.good(rate(at), false)) {
        good = OptionalInt.of(at);
      } else {
        bad = OptionalInt.of(at);
      }
      if (good.isPresent() && bad.isPresent() && bad.getAsInt() - good.getAsInt() == 1) {
        return new Found(rate(good.getAsInt()), true);
      }
      at = next(good, bad);
    }
    return new Found(good.isPresent() ? rate(good.getAsInt()) : 0, good.isEmpty() && rate(at) < LOWEST);
  }

  /** Down in long strides until one is good, up in single ones until one is not, then halving what is between. */
  private static int next(OptionalInt good, OptionalInt bad) {
    if (good.isEmpty()) {
      return bad.orElseThrow() - STRIDE;
    }
    return bad.isEmpty() ? good.getAsInt() + 1 : (good.getAsInt() + bad.getAsInt()) / 2;
  }

  /** The last rate at which a short trial was good; the first one when none was. */
  private int beginning() {
    int at = 0;
    while (rate(at) <= most && timeLeft.getAsBoolean() && trying.good(rate(at), true)) {
      at += STRIDE;
    }
    return Math.max(0, at - STRIDE);
  }

  private double rate(int at) {
    return first * Math.pow(step, at);
  }
}
