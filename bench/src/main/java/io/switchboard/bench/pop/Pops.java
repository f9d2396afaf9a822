package io.switchboard.bench.pop;

import io.switchboard.bench.rig.MachineClock;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** What sockets got of offers, and when. Safe from any thread. */
final class Pops {
  private static final int DIGITS = 3;
  private static final long MS_IN_US = 1_000;

  /** An offer at one window. {@code decidedUs}: to the millisecond. */
  record Pop(String agent, String offer, long decidedUs, long gotUs, boolean customerKnown) {}

  private final List<Pop> all = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final MachineClock clock = new MachineClock();

  /** The first frame at this window that shows an offer. */
  void take(String agent, int window, Received frame) {
    if (frame.body().get("call") instanceof Map<?, ?> call && call.get("since_ms") instanceof Number since) {
      String offer = String.valueOf(call.get("offer"));
      synchronized (this) {
        if (seen.add(window + " " + offer) && "offered".equals(call.get("state"))) {
          all.add(new Pop(
              agent, offer, since.longValue() * MS_IN_US, clock.us(frame.gotNanos()), !"pending".equals(call.get("lookup"))));
        }
      }
    }
  }

  /** What was taken so far does not count; an offer of before is not taken again. */
  synchronized void forget() {
    all.clear();
  }

  synchronized int count() {
    return all.size();
  }

  /** From the decision to the frame at the client, in microseconds, of every window. */
  synchronized Histogram latency() {
    Histogram latency = new Histogram(DIGITS);
    all.forEach(pop -> latency.recordValue(Math.max(0, pop.gotUs() - pop.decidedUs())));
    return latency;
  }

  /** Of the offers: when the slowest window had it. */
  synchronized Map<String, Pop> slowest() {
    Map<String, Pop> slowest = new HashMap<>();
    all.forEach(pop -> slowest.merge(pop.offer(), pop, (one, other) -> one.gotUs() >= other.gotUs() ? one : other));
    return slowest;
  }

  /** The share of frames that came with what is known of the customer. */
  synchronized double known() {
    return all.isEmpty() ? 0 : (double) all.stream().filter(Pop::customerKnown).count() / all.size();
  }
}
