package io.switchboard.acd.estimate;

/** One queue of like agents with Poisson arrivals and exponential handling times, answered in the order of arrival. */
public sealed interface QueueModel permits ErlangC, ErlangA {
  /** The most agents that a model computes with. */
  int MOST_AGENTS = 100_000;

  /** The least and the most arrivals per second. */
  double LEAST_PER_S = 1e-9;
  double MOST_PER_S = 1e6;

  /** The shortest and the longest mean, of handling as of patience, in seconds; the longest target too. */
  double LEAST_S = 0.01;
  double MOST_S = 1e6;

  /** The load in erlangs: how many agents would be busy if nobody waited or hung up. */
  double load();

  /**
   * How the queue does with so many agents.
   *
   * @param agents 1 to {@link #MOST_AGENTS}
   * @param targetS T of the service level, 0 to 1,000,000 s
   * @throws IllegalArgumentException when one of them is outside its range
   */
  Performance with(int agents, double targetS);
}
