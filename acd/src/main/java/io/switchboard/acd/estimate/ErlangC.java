package io.switchboard.acd.estimate;

/**
 * M/M/n: everybody waits until he is answered (A. K. Erlang 1917). With n agents, load r and B of {@link ErlangB},
 * <pre>{@code
 * P(wait)   = n·B / (n − r·(1 − B))
 * E[W]      = P(wait) · handling / (n − r)
 * P(W ≤ T)  = 1 − P(wait) · exp(−(n − r) · T / handling)
 * }</pre>
 * With a load of as many agents or more there is no steady state, the queue grows for ever. That is told as what it tends to: everybody
 * waits, for an infinite time, nobody is answered within the target, every agent is always busy.
 *
 * @param callsPerS mean rate of arrivals, 1e-9 to 1e6 per second
 * @param handlingS mean handling time (talk and wrap-up), 0.01 to 1e6 s
 */
public record ErlangC(double callsPerS, double handlingS) implements QueueModel {
  private static final Performance OVERLOADED = new Performance(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, 1);

  /** @throws IllegalArgumentException when one is outside its range */
  public ErlangC {
    Ranges.rate(callsPerS);
    Ranges.mean("handling time", handlingS);
  }

  @Override
  public double load() {
    return callsPerS * handlingS;
  }

  @Override
  public Performance with(int agents, double targetS) {
    Ranges.agents(agents);
    Ranges.target(targetS);
    double spare = agents - load();
    if (spare <= 0) {
      return OVERLOADED;
    }
    ErlangB loss = ErlangB.of(load(), agents);
    double waiting = agents * loss.blocked();
    double atOnce = spare * loss.admitted();
    double pWait = waiting / (waiting + atOnce);
    double meanWaitS = pWait * handlingS / spare;
    double within = atOnce / (waiting + atOnce) - pWait * Math.expm1(-spare * targetS / handlingS);
    return new Performance(pWait, meanWaitS, meanWaitS, Math.min(1, within), 0, load() / agents);
  }
}
