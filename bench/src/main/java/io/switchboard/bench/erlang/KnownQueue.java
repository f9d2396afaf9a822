package io.switchboard.bench.erlang;

import io.switchboard.acd.estimate.ErlangA;
import io.switchboard.acd.estimate.ErlangC;
import io.switchboard.acd.estimate.Performance;
import io.switchboard.acd.estimate.QueueModel;
import java.util.List;
import java.util.Locale;

/**
 * A queue for which theory knows the answer.
 *
 * @param patienceS mean; infinite: nobody hangs up
 */
record KnownQueue(double callsPerS, double handlingS, double patienceS, int agents, double targetS) {
  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  /** Two of Erlang C; of Erlang A one below saturation, one at it and one above. */
  static List<KnownQueue> all() {
    return List.of(
        new KnownQueue(360 / 1800.0, 240, ENDLESS, 55, 15), new KnownQueue(100 / 1800.0, 180, ENDLESS, 14, 20),
        new KnownQueue(48 / 60.0, 60, 120, 50, 15), new KnownQueue(100 / 60.0, 60, 60, 100, 20),
        new KnownQueue(66 / 240.0, 240, 120, 55, 20));
  }

  boolean hangsUp() {
    return patienceS != ENDLESS;
  }

  Performance theory() {
    QueueModel model = hangsUp() ? new ErlangA(callsPerS, handlingS, patienceS) : new ErlangC(callsPerS, handlingS);
    return model.with(agents, targetS);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, %.0f erlangs, %d agents", hangsUp() ? "A" : "C", callsPerS * handlingS, agents);
  }
}
