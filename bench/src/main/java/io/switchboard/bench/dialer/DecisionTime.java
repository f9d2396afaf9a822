package io.switchboard.bench.dialer;

import io.switchboard.outbound.pacing.Ledger;
import io.switchboard.outbound.pacing.Pacer;
import io.switchboard.outbound.pacing.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** What a decision costs with 200 agents and 500 dials outstanding, the learning of each second included. Microseconds. */
record DecisionTime(double medianUs, double p99Us) {
  private static final int AGENTS = 200;
  private static final int IDLE = 10;
  private static final int WRAPPING_UP = 20;
  private static final int DIALS = 500;
  private static final long LOADED_MS = 60_000;
  private static final int WARM_UP = 20;
  private static final int ROUNDS = 20;
  private static final int DECISIONS = 1_000;
  private static final long EVERY_MS = 20;

  static DecisionTime measure() {
    double[] us = new double[ROUNDS * DECISIONS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      Pacer pacer = busy(round);
      for (int i = 0; i < DECISIONS; i++) {
        long began = System.nanoTime();
        pacer.decide(LOADED_MS + i * EVERY_MS);
        if (round >= 0) {
          us[round * DECISIONS + i] = (System.nanoTime() - began) / 1_000.0;
        }
      }
    }
    Arrays.sort(us);
    return new DecisionTime(us[us.length / 2], us[us.length * 99 / 100]);
  }

  /** A ledger with much room, some agents idle, the others at work. */
  private static Pacer busy(int seed) {
    Settings settings = Settings.standard(AGENTS, 60_000);
    Pacer pacer = new Pacer(settings, new Ledger(settings.limitMillionths(), List.of(), new Ledger.Count(100_000, 0, 0)));
    SplittableRandom dice = new SplittableRandom(seed);
    pacer.opens(Long.MAX_VALUE / 4);
    for (int i = 0; i < AGENTS; i++) {
      pacer.ready(i, 0);
    }
    for (int i = IDLE; i < AGENTS; i++) {
      pacer.placed(i, 0);
      pacer.answered(i, i, dice.nextLong(LOADED_MS / 2));
      if (i < IDLE + WRAPPING_UP) {
        pacer.wrappingUp(i, LOADED_MS - dice.nextLong(10_000));
      }
    }
    for (int i = 0; i < DIALS; i++) {
      pacer.placed(i, LOADED_MS - dice.nextLong(25_000));
    }
    return pacer;
  }
}
