package io.switchboard.acd.estimate;

import static io.switchboard.acd.estimate.Exact.assertExact;
import static io.switchboard.acd.estimate.Exact.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference values were computed with 50 digits: by incomplete gamma functions, the wait of the answered state by state. */
class ErlangATest {
  /** Light, heavy, overloaded; one agent and many; more and less patient than a call takes. */
  private static final List<ErlangA> QUEUES = List.of(
      new ErlangA(0.2, 240, 120), new ErlangA(0.8, 60, 120), new ErlangA(100 / 60.0, 60, 60), new ErlangA(1, 10, 5),
      new ErlangA(2, 100, 0.5), new ErlangA(0.001, 100, 60), new ErlangA(0.3, 240, 600), new ErlangA(1e-8, 100, 120));

  @Test
  void theKnownValues() {
    assertExact(
        new Performance(
            0.46777406855379039, 3.7094698994631861, 3.6159002395531144, 0.90562541138610349, 0.030912249162193218, 0.93032424080429451),
        new ErlangA(48 / 60.0, 60, 120).with(50, 15));
    assertExact(
        new Performance(
            0.51329879827914866, 2.3916598085488281, 2.334991986957691, 0.95951854589400308, 0.039860996809147135, 0.96013900319085286),
        new ErlangA(100 / 60.0, 60, 60).with(100, 20));
    assertExact(
        new Performance(
            0.15012099373969607, 2.0361892851876387, 1.8668888399037561, 0.93461015707306712, 0.016968244043230322, 0.85791862338045354),
        new ErlangA(0.2, 240, 120).with(55, 15));
  }

  @Test
  void oneAgentAndHardlyAnyLoad() {
    assertExact(
        new Performance(
            9.9999954545465909e-7, 5.4545440909092326e-5, 2.9752068714781664e-5, 0.99999913114281066, 4.5454534090910272e-7,
            9.9999954545465909e-7),
        new ErlangA(1e-8, 100, 120).with(1, 15));
    assertExact(
        new Performance(
            3.7364084431818686e-39, 1.7313415434262415e-38, 1.5976707721634303e-38, 1, 2.8855692390437352e-40, 0.005),
        new ErlangA(0.001, 100, 60).with(20, 15));
    assertExact(
        new Performance(
            0.99830015559934745, 4.5008499222003263, 7.8940023113432561, 0.013776716529682475, 0.90016998444006525, 0.99830015559934745),
        new ErlangA(1, 10, 5).with(1, 3));
    assertExact(
        new Performance(
            0.9981566923316659, 0.49750460826917084, 0.39544515310631706, 0.0031944724266064404, 0.99500921653834167, 0.9981566923316659),
        new ErlangA(2, 100, 0.5).with(1, 0.4));
  }

  @Test
  void tenThousandAgentsBelowAtAndAboveSaturation() {
    assertExact(
        new Performance(
            0.14196513315730105, 0.189045517439524, 0.18805615749907452, 0.99780962421154761, 0.0010502528746640222, 0.98896024965408262),
        new ErlangA(33, 300, 180).with(10_000, 5));
    assertExact(
        new Performance(
            0.4379917570881456, 0.80929755515319048, 0.80637588678744642, 0.98174402034526068, 0.004496097528628836, 0.99550390247137116),
        new ErlangA(100 / 3.0, 300, 180).with(10_000, 5));
    ErlangA over = new ErlangA(40, 300, 180);
    assertExact(new Performance(1, 30, 32.802880639578498, 0.094728695902434075, 1 / 6.0, 1), over.with(10_000, 30));
    near("few are answered early", 1.0390567282931776e-8, over.with(10_000, 20).serviceLevel());
    Performance deep = new ErlangA(500, 240, 60).with(55, 200);
    assertExact(new Performance(1, 59.9725, 459.11944433799868, 0, 0.99954166666666667, 1), deep);
  }

  @Test
  void whenCallersHardlyEverHangUp_thenSmallSharesAreStillExact() {
    assertExact(
        new Performance(
            0.23865824214185764, 8.1784453306463355, 8.1782320190577062, 0.84592937540135911, 8.1784453306463355e-6,
            0.87272013517498416),
        new ErlangA(0.2, 240, 1e6).with(55, 15));
    assertExact(
        new Performance(
            0.99999999999999973, 3000.0000000000008, 3130.2277975219892, 0.91666666666666665, 0.083333333333333355, 0.99999999999999998),
        new ErlangA(0.25, 240, 36_000).with(55, 8_000));
  }

  @Test
  void aTaggedCallersWayThroughTheStatesGivesTheSame() {
    for (ErlangA queue : QUEUES) {
      for (int agents : new int[] {1, 14, 55, 100}) {
        TaggedCaller caller = new TaggedCaller(queue, agents);
        for (double targetS : new double[] {0, 0.1, 3, 15, 40}) {
          Performance told = queue.with(agents, targetS);
          near(queue + " P(wait) " + agents, caller.pWait(), told.pWait());
          near(queue + " P(abandon) " + agents, caller.pAbandon(queue.callsPerS()), told.pAbandon());
          near(queue + " ASA " + agents, caller.answeredWaitS(), told.answeredWaitS());
          // 1 − P(wait) of the chain is a difference, so this is held to its absolute precision too.
          double level = caller.serviceLevel(targetS);
          assertEquals(level, told.serviceLevel(), 1e-9 * level + 1e-13, queue + " service level " + agents + " within " + targetS);
        }
      }
    }
  }

  @Test
  void whatComesInIsAnsweredOrHangsUpAndWhoHangsUpHadWaited() {
    for (ErlangA queue : QUEUES) {
      for (int agents : new int[] {1, 14, 55, 100, 10_000}) {
        Performance told = queue.with(agents, 20);
        near("P(abandon) = E[W] / patience", told.meanWaitS() / queue.patienceS(), told.pAbandon());
        assertEquals(queue.load() * (1 - told.pAbandon()), told.occupancy() * agents, 1e-9 * queue.load(), "busy agents");
        double all = queue.with(agents, 1e6).serviceLevel();
        assertEquals(1 - told.pAbandon(), all, 1e-9, "answered within any time");
        assertEquals(1 - told.pWait(), queue.with(agents, 0).serviceLevel(), 1e-12, "answered at once");
      }
    }
  }

  @Test
  void whenPatienceGrows_thenItBecomesErlangC() {
    Performance endless = new ErlangC(0.2, 240).with(55, 15);
    double before = Double.POSITIVE_INFINITY;
    for (double patienceS = 100; patienceS <= 1e6; patienceS *= 10) {
      Performance told = new ErlangA(0.2, 240, patienceS).with(55, 15);
      double off = Math.abs(told.pWait() - endless.pWait()) + Math.abs(told.meanWaitS() - endless.meanWaitS())
          + Math.abs(told.serviceLevel() - endless.serviceLevel()) + told.pAbandon();
      assertTrue(off < before / 2, "patience " + patienceS + ": " + off);
      before = off;
    }
    assertTrue(before < 0.01, "still off by " + before);
  }

  @Test
  void moreAgentsNeverMakeItWorseAndALongerTargetNeither() {
    for (ErlangA queue : QUEUES) {
      Performance before = queue.with(1, 10);
      for (int agents = 2; agents < 120; agents++) {
        Performance next = queue.with(agents, 10);
        assertTrue(next.pWait() <= before.pWait() && next.meanWaitS() <= before.meanWaitS(), queue + " with " + agents);
        assertTrue(next.pAbandon() <= before.pAbandon() && next.occupancy() <= before.occupancy() * (1 + 1e-12), queue + " with " + agents);
        assertTrue(next.serviceLevel() >= before.serviceLevel() * (1 - 1e-14) && next.serviceLevel() <= 1, queue + " with " + agents);
        assertTrue(queue.with(agents, 11).serviceLevel() >= next.serviceLevel() * (1 - 1e-14), queue + " with " + agents);
        before = next;
      }
    }
  }

  @Test
  void atTheEdgesOfTheRangesEverythingStaysANumberInItsBounds() {
    for (double rate : new double[] {1e-9, 0.2, 1e6}) {
      for (double handlingS : new double[] {0.01, 240, 1e6}) {
        for (double patienceS : new double[] {0.01, 60, 1e6}) {
          for (int agents : new int[] {1, 50, QueueModel.MOST_AGENTS}) {
            ErlangA queue = new ErlangA(rate, handlingS, patienceS);
            for (double targetS : new double[] {0, 15, 1e6}) {
              bounded(queue + " with " + agents + " within " + targetS, queue.with(agents, targetS), patienceS);
            }
          }
        }
      }
    }
  }

  private static void bounded(String what, Performance told, double patienceS) {
    for (double share : new double[] {told.pWait(), told.serviceLevel(), told.pAbandon(), told.occupancy()}) {
      assertTrue(share >= 0 && share <= 1, what + ": " + told);
    }
    assertTrue(told.meanWaitS() >= 0 && told.meanWaitS() <= patienceS && Double.isFinite(told.answeredWaitS()), what + ": " + told);
    assertTrue(told.serviceLevel() <= 1 - told.pAbandon() + 1e-9, what + ": " + told);
  }

  @Test
  void whenAnArgumentIsOutsideItsRange_thenItIsNamed() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new ErlangA(wrong, 1, 1)).getMessage().startsWith("arrivals per second"));
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new ErlangA(1, wrong, 1)).getMessage().startsWith("handling time"));
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new ErlangA(1, 1, wrong)).getMessage().startsWith("patience"));
    }
    ErlangA queue = new ErlangA(0.2, 240, 120);
    assertThrows(IllegalArgumentException.class, () -> queue.with(0, 1));
    assertThrows(IllegalArgumentException.class, () -> queue.with(1, -1));
  }
}
