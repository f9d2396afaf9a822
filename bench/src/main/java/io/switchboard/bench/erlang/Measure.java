package io.switchboard.bench.erlang;

import io.switchboard.acd.estimate.Performance;
import java.util.List;

/** What is compared. */
enum Measure {
  P_WAIT("P(wait)"),
  MEAN_WAIT("E[W] s"),
  SERVICE_LEVEL("service level"),
  P_ABANDON("P(abandon)"),
  /** Of the answered alone; where nobody hangs up it is {@link #MEAN_WAIT}. */
  ASA("ASA s");

  final String text;

  Measure(String text) {
    this.text = text;
  }

  static List<Measure> of(KnownQueue queue) {
    return queue.hangsUp() ? List.of(values()) : List.of(P_WAIT, MEAN_WAIT, SERVICE_LEVEL);
  }

  double in(Performance performance) {
    return switch (this) {
      case P_WAIT -> performance.pWait();
      case MEAN_WAIT -> performance.meanWaitS();
      case SERVICE_LEVEL -> performance.serviceLevel();
      case P_ABANDON -> performance.pAbandon();
      case ASA -> performance.answeredWaitS();
    };
  }
}
