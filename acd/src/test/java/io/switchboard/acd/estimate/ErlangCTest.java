package io.switchboard.acd.estimate;

import static io.switchboard.acd.estimate.Exact.assertExact;
import static io.switchboard.acd.estimate.Exact.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The reference values were computed with 50 digits from the sums in the books. */
class ErlangCTest {
  private static final double ROUNDING = 1e-15;

  private static Performance reference(double pWait, double waitS, double serviceLevel, double occupancy) {
    return new Performance(pWait, waitS, waitS, serviceLevel, 0, occupancy);
  }

  @Test
  void theKnownValues() {
    assertExact(
        reference(0.23870093637800922, 8.1840321043888875, 0.84588309217058034, 0.87272727272727273),
        new ErlangC(360 / 1800.0, 240).with(55, 15));
    assertExact(
        reference(0.17413193359504984, 7.8359370117772429, 0.88835001917946688, 0.71428571428571429),
        new ErlangC(100 / 1800.0, 180).with(14, 20));
  }

  @Test
  void manyAgentsLittleLoadAndTheEdgeOfSaturation() {
    assertExact(
        reference(0.22277692886414824, 0.66833078659244472, 0.95792287326248337, 0.99), new ErlangC(33, 300).with(10_000, 5));
    assertExact(
        reference(0.98755625243448581, 296.26687573034574, 0.076134227735890977, 0.9999), new ErlangC(33.33, 300).with(10_000, 20));
    assertExact(
        reference(0.99963401240465484, 9996.3401240465484, 0.0023632576843088541, 0.9999), new ErlangC(0.9999, 10).with(10, 20));
    assertExact(reference(1e-6, 1.000001000001e-4, 0.99999913929189447, 1e-6), new ErlangC(1e-8, 100).with(1, 15));
    assertExact(
        reference(3.7378584779753579e-39, 1.8783208432036974e-38, 1, 0.005), new ErlangC(0.001, 100).with(20, 1));
    assertEquals(0, new ErlangC(1e-8, 100).with(10_000, 15).pWait());
  }

  @Test
  void oneAgentWaitsAsMM1() {
    // M/M/1: P(wait) = ρ, E[W] = ρ·handling/(1−ρ), P(W ≤ T) = 1 − ρ·e^(−(1−ρ)T/handling)
    Performance one = new ErlangC(0.007, 100).with(1, 30);
    near("pWait", 0.7, one.pWait());
    near("meanWaitS", 0.7 * 100 / 0.3, one.meanWaitS());
    near("serviceLevel", 1 - 0.7 * Math.exp(-0.3 * 30 / 100), one.serviceLevel());
  }

  @Test
  void whenTheLoadIsAsManyAsTheAgentsOrMore_thenTheQueueGrowsForEver() {
    for (int agents : new int[] {1, 47, 48}) {
      Performance overloaded = new ErlangC(0.2, 240).with(agents, 15);
      assertEquals(new Performance(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, 1), overloaded);
    }
    assertTrue(Double.isFinite(new ErlangC(0.2, 240).with(49, 15).meanWaitS()));
  }

  @Test
  void moreAgentsNeverMakeItWorseAndALongerTargetNeither() {
    for (double load : new double[] {1e-6, 0.5, 10, 48, 2_000}) {
      ErlangC queue = new ErlangC(load / 200, 200);
      Performance before = queue.with((int) load + 1, 20);
      for (int agents = (int) load + 2; agents < load * 1.2 + 30; agents++) {
        Performance next = queue.with(agents, 20);
        assertTrue(next.pWait() <= before.pWait() && next.meanWaitS() <= before.meanWaitS(), queue + " with " + agents);
        assertTrue(next.serviceLevel() >= before.serviceLevel() - ROUNDING && next.serviceLevel() <= 1, queue + " with " + agents);
        assertTrue(queue.with(agents, 21).serviceLevel() >= next.serviceLevel() - ROUNDING, queue + " with " + agents);
        before = next;
      }
    }
  }

  @Test
  void whenAnArgumentIsOutsideItsRange_thenItIsNamed() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new ErlangC(wrong, 240)).getMessage().startsWith("arrivals per second"));
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new ErlangC(1, wrong)).getMessage().startsWith("handling time"));
    }
    ErlangC queue = new ErlangC(0.2, 240);
    for (int wrong : new int[] {0, -5, QueueModel.MOST_AGENTS + 1}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> queue.with(wrong, 1)).getMessage().startsWith("number of agents"));
    }
    for (double wrong : new double[] {-1, Double.NaN, 2e6}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> queue.with(55, wrong)).getMessage().startsWith("target"));
    }
  }
}
