package io.switchboard.bench.erlang;

import io.switchboard.acd.estimate.ErlangA;
import io.switchboard.acd.estimate.ErlangC;
import io.switchboard.acd.estimate.Performance;
import java.util.List;

/** Values known beforehand, computed with 50 digits from the sums and the incomplete gamma functions in the books. */
final class ExactValues {
  /** One value, and what the formula says. */
  record Compared(String name, double exact, double ours) {
    double relativeError() {
      return Math.abs(ours - exact) / Math.abs(exact);
    }
  }

  private ExactValues() {}

  static List<Compared> all() {
    Performance sales = new ErlangC(360 / 1800.0, 240).with(55, 15);
    Performance support = new ErlangC(100 / 1800.0, 180).with(14, 20);
    Performance patient = new ErlangA(48 / 60.0, 60, 120).with(50, 15);
    Performance critical = new ErlangA(100 / 60.0, 60, 60).with(100, 20);
    Performance big = new ErlangA(100 / 3.0, 300, 180).with(10_000, 5);
    return List.of(
        new Compared("C, 48 erlangs, 55 agents: P(wait)", 0.23870093637800922, sales.pWait()),
        new Compared("C, 48 erlangs, 55 agents: ASA s", 8.1840321043888875, sales.meanWaitS()),
        new Compared("C, 48 erlangs, 55 agents: service level, 15 s", 0.84588309217058034, sales.serviceLevel()),
        new Compared("C, 10 erlangs, 14 agents: P(wait)", 0.17413193359504984, support.pWait()),
        new Compared("C, 10 erlangs, 14 agents: ASA s", 7.8359370117772429, support.meanWaitS()),
        new Compared("C, 10 erlangs, 14 agents: service level, 20 s", 0.88835001917946688, support.serviceLevel()),
        new Compared("A, 48 erlangs, 50 agents: P(wait)", 0.46777406855379039, patient.pWait()),
        new Compared("A, 48 erlangs, 50 agents: P(abandon)", 0.030912249162193218, patient.pAbandon()),
        new Compared("A, 48 erlangs, 50 agents: E[W] s", 3.7094698994631861, patient.meanWaitS()),
        new Compared("A, 48 erlangs, 50 agents: ASA s", 3.6159002395531144, patient.answeredWaitS()),
        new Compared("A, 48 erlangs, 50 agents: service level, 15 s", 0.90562541138610349, patient.serviceLevel()),
        new Compared("A, 100 erlangs, 100 agents: P(wait)", 0.51329879827914866, critical.pWait()),
        new Compared("A, 100 erlangs, 100 agents: P(abandon)", 0.039860996809147135, critical.pAbandon()),
        new Compared("A, 100 erlangs, 100 agents: service level, 20 s", 0.95951854589400308, critical.serviceLevel()),
        new Compared("A, 10,000 erlangs, 10,000 agents: P(wait)", 0.4379917570881456, big.pWait()),
        new Compared("A, 10,000 erlangs, 10,000 agents: P(abandon)", 0.004496097528628836, big.pAbandon()),
        new Compared("A, 10,000 erlangs, 10,000 agents: service level, 5 s", 0.98174402034526068, big.serviceLevel()));
  }
}
