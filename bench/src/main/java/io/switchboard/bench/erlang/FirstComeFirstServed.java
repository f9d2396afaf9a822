package io.switchboard.bench.erlang;

import java.util.PriorityQueue;

/**
 * What must become of each caller, told when he comes: he gets the agent who is free first, when that one is (Kiefer and Wolfowitz 1955),
 * or hangs up before (Baccelli, Boyer and Hebuterne 1984). A queue without events and states, to hold the kernel to caller by caller.
 */
public final class FirstComeFirstServed {
  private final PriorityQueue<Double> freeAtMs = new PriorityQueue<>();

  public FirstComeFirstServed(int agents) {
    for (int i = 0; i < agents; i++) {
      freeAtMs.add(0.0);
    }
  }

  /** When the next caller would be answered if he came then and never hung up: the end of his virtual wait. */
  public double freeAtMs(double arrivedMs) {
    return Math.max(arrivedMs, freeAtMs.element());
  }

  /** When he is answered; infinite when he hangs up before. Callers come in the order of their arrivals. */
  public double answeredAtMs(double arrivedMs, double handlingMs, double patienceMs) {
    double startMs = Math.max(arrivedMs, freeAtMs.element());
    if (startMs > arrivedMs + patienceMs) {
      return Double.POSITIVE_INFINITY;
    }
    freeAtMs.remove();
    freeAtMs.add(startMs + handlingMs);
    return startMs;
  }
}
