package io.switchboard.acd.estimate;

/**
 * M/M/n+M: as {@link ErlangC}, and each caller hangs up when his patience, exponential too, is over (Palm 1946; Garnett, Mandelbaum and
 * Reiman 2002; Mandelbaum and Zeltyn 2007). It has a steady state at any load.
 *
 * <p>With n agents, B of {@link ErlangB}, x = n · patience / handling and y = arrivals · patience, the states with j callers waiting have,
 * beside the one in which all agents are busy and nobody waits, the weights t(j) = y^j / ((x+1)···(x+j)). With A their sum,
 * <pre>{@code
 * P(wait)              = A·B / (1 − B + A·B)
 * P(waits, answered)   = P(wait) · (x/y) · (A − 1)/A
 * P(abandon)           = P(wait) · (Σ j·t(j)) / (A·y)
 * E[W]                 = P(abandon) · patience
 * P(answered, W ≤ T)   = 1 − P(wait) + P(waits, answered) · P(V ≤ T)
 * }</pre>
 * with V of {@link AnsweredWait}. Nothing is found as a difference of near numbers, so small results are as precise as large ones.
 *
 * @param callsPerS mean rate of arrivals, 1e-9 to 1e6 per second
 * @param handlingS mean handling time (talk and wrap-up), 0.01 to 1e6 s
 * @param patienceS mean time after which a caller who still waits hangs up, 0.01 to 1e6 s
 */
public record ErlangA(double callsPerS, double handlingS, double patienceS) implements QueueModel {
  /** @throws IllegalArgumentException when one is outside its range */
  public ErlangA {
    Ranges.rate(callsPerS);
    Ranges.mean("handling time", handlingS);
    Ranges.mean("patience", patienceS);
  }

  @Override
  public double load() {
    return callsPerS * handlingS;
  }

  @Override
  public Performance with(int agents, double targetS) {
    Ranges.agents(agents);
    Ranges.target(targetS);
    double x = agents * patienceS / handlingS;
    double y = callsPerS * patienceS;
    ErlangB loss = ErlangB.of(load(), agents);
    WaitingStates states = WaitingStates.of(x, y);
    double waiting = states.overflown() ? 1 : states.total() * loss.blocked();
    double none = states.overflown() ? 0 : loss.admitted();
    double pWait = waiting / (waiting + none);
    double atOnce = none / (waiting + none);
    double later = pWait * x / y * states.someShare();
    double pAbandon = pWait * states.meanWaiting() / y;
    AnsweredWait wait = new AnsweredWait(x, y);
    return new Performance(
        pWait, pAbandon * patienceS, later * wait.mean() / (atOnce + later) * patienceS,
        Math.min(1, atOnce + later * wait.atMost(targetS / patienceS)), pAbandon, Math.min(1, (atOnce + later) * y / x));
  }
}
