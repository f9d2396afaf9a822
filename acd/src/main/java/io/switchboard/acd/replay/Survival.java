package io.switchboard.acd.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long callers of one queue are patient, as far as it can be known: who hung up shows his patience, who was answered shows that his was
 * longer. The estimate of Kaplan and Meier (1958); beyond the last who hung up the mean rate of hanging up goes on (exponential).
 */
final class Survival {
  /** Nobody hung up: it has no end. */
  static final long ENDLESS = Long.MAX_VALUE;

  /** @param hungUp else he was patient for at least so long */
  record Seen(long waitMs, boolean hungUp) {}

  /** @param share of callers who are patient for longer than this */
  private record Step(long atMs, double share) {}

  private final List<Step> steps = new ArrayList<>();
  private final double ratePerMs;

  private Survival(List<Seen> seen) {
    List<Seen> inOrder = seen.stream()
        .sorted(Comparator.comparingLong(Seen::waitMs).thenComparing(Seen::hungUp, Comparator.reverseOrder())).toList();
    double share = 1;
    int patient = inOrder.size();
    for (Seen each : inOrder) {
      if (each.hungUp()) {
        share *= (patient - 1.0) / patient;
        steps.add(new Step(each.waitMs(), share));
      }
      patient--;
    }
    double exposedMs = seen.stream().mapToDouble(Seen::waitMs).sum();
    this.ratePerMs = exposedMs == 0 ? 0 : steps.size() / exposedMs;
  }

  static Survival of(List<Seen> seen) {
    return new Survival(seen);
  }

  /** The share of callers who are patient for longer than this. */
  double share(long waitMs) {
    double share = 1;
    for (Step step : steps) {
      if (step.atMs() > waitMs) {
        return share;
      }
      share = step.share();
    }
    return share;
  }

  /**
   * The patience of one who was patient for longer than {@code beyondMs}.
   *
   * @param chance above 0, below 1: which of them
   * @return milliseconds, or {@link #ENDLESS}
   */
  long patienceMs(double chance, long beyondMs) {
    double known = share(beyondMs);
    double target = chance * known;
    for (Step step : steps) {
      if (step.atMs() > beyondMs && step.share() <= target) {
        return step.atMs();
      }
    }
    if (ratePerMs == 0) {
      return ENDLESS;
    }
    Step last = steps.getLast();
    boolean past = beyondMs >= last.atMs();
    double left = past ? chance : target / last.share();
    return Math.max(past ? beyondMs : last.atMs(), 0) + 1 + (long) (-Math.log(left) / ratePerMs);
  }
}
