package io.switchboard.bench.erlang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SimulatedQueueTest {
  private static final KnownQueue HASTY = new KnownQueue(66 / 240.0, 240, 120, 55, 20);

  private static Batches run(KnownQueue queue, int calls, long seed) {
    Batches batches = new Batches(20, calls, queue.targetS());
    SimulatedQueue.run(queue, batches, seed);
    return batches;
  }

  @Test
  void theKernelDoesWhatTheTheorySays() {
    for (KnownQueue queue : KnownQueue.all()) {
      Batches batches = run(queue, 2_000, 7);
      for (Measure measure : Measure.of(queue)) {
        Deviation off = Deviation.of(measure.in(queue.theory()), batches.means(measure), 21);
        assertTrue(off.correctedZ() < 2.58, queue + " " + measure + ": " + off);
      }
    }
  }

  /** A comparison that nothing could fail would say nothing. */
  @Test
  void whenTheTheoryIsOfOneAgentMore_thenItShows() {
    Batches batches = run(HASTY, 10_000, 7);
    KnownQueue other = new KnownQueue(HASTY.callsPerS(), HASTY.handlingS(), HASTY.patienceS(), 56, HASTY.targetS());
    Deviation off = Deviation.of(Measure.P_ABANDON.in(other.theory()), batches.means(Measure.P_ABANDON), 21);
    assertTrue(off.correctedZ() > 2.58, off.toString());
  }

  @Test
  void oneSeedIsOneRun() {
    double[] once = run(HASTY, 1_000, 3).means(Measure.MEAN_WAIT);
    assertArrayEquals(once, run(HASTY, 1_000, 3).means(Measure.MEAN_WAIT));
    assertFalse(Arrays.equals(once, run(HASTY, 1_000, 4).means(Measure.MEAN_WAIT)));
    assertEquals(20, once.length);
  }
}
