package io.switchboard.bench.desktops;

import io.switchboard.bench.rig.Insisting;
import io.switchboard.bench.rig.Pause;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Agents who go on a break one after the other, and are ready again some seconds later; what they ask does not wait for what was asked before.
 * Who came to work last goes first: calls go to the others first, and a break in a talk would only be a wish.
 */
final class Breaks {
  static final String REASON = "break";
  private static final int LASTS_S = 10;

  private final List<HeadlessAgent> agents;
  private final int perSecond;

  /** {@code perSecond}: breaks that begin. */
  Breaks(List<HeadlessAgent> agents, int perSecond) {
    this.agents = agents;
    this.perSecond = perSecond;
  }

  /** Returns when the time is over and everything was answered: how much was asked. */
  int go(int seconds) {
    List<Future<String>> asked = new ArrayList<>();
    long sinceNanos = System.nanoTime();
    try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < seconds * perSecond; n++) {
        Pause.ms(Math.max(0, TimeUnit.NANOSECONDS.toMillis(sinceNanos - System.nanoTime()) + n * 1000L / perSecond));
        HeadlessAgent goes = agent(n);
        asked.add(asking.submit(() -> Insisting.on(() -> goes.notReady(REASON), "no break")));
        if (n >= LASTS_S * perSecond) {
          HeadlessAgent comes = agent(n - LASTS_S * perSecond);
          asked.add(asking.submit(() -> Insisting.on(comes::ready, "not ready again")));
        }
      }
    }
    asked.forEach(Future::resultNow);
    return asked.size();
  }

  private HeadlessAgent agent(int n) {
    return agents.get(agents.size() - 1 - n % agents.size());
  }
}
