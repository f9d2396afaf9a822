package io.switchboard.acd.estimate;

/** What a queue is to reach in the long run. */
public sealed interface Goal {
  boolean reachedBy(Performance performance);

  /** T of the service level that goes with it, in seconds. */
  default double targetS() {
    return 0;
  }

  /**
   * This share of all calls is answered within the target.
   *
   * @param share above 0 and below 1
   * @param targetS 0 to 1e6 s
   */
  record ServiceLevel(double share, double targetS) implements Goal {
    /** @throws IllegalArgumentException when one is outside its range */
    public ServiceLevel {
      Ranges.share("service level", share);
      Ranges.target(targetS);
    }

    @Override
    public boolean reachedBy(Performance performance) {
      return performance.serviceLevel() >= share;
    }
  }

  /**
   * Calls wait no longer in the mean.
   *
   * @param mostS 0.01 to 1e6 s
   */
  record MeanWait(double mostS) implements Goal {
    /** @throws IllegalArgumentException when it is outside its range */
    public MeanWait {
      Ranges.mean("mean wait", mostS);
    }

    @Override
    public boolean reachedBy(Performance performance) {
      return performance.meanWaitS() <= mostS;
    }
  }

  /**
   * No more than this share of all calls hang up in the queue.
   *
   * @param most above 0 and below 1
   */
  record Abandonment(double most) implements Goal {
    /** @throws IllegalArgumentException when it is outside its range */
    public Abandonment {
      Ranges.share("abandonment", most);
    }

    @Override
    public boolean reachedBy(Performance performance) {
      return performance.pAbandon() <= most;
    }
  }
}
