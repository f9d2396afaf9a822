package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.outbound.pacing.Ledger.Count;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final int THREE_PERCENT = 30_000;

  private static Ledger fresh() {
    return new Ledger(THREE_PERCENT, List.of(), Count.NONE);
  }

  @Test
  void belowASafeNumberOfAnswers_eachDialNeedsAnAgentOfItsOwn() {
    for (int live = 0; live <= 32; live++) {
      Ledger ledger = new Ledger(THREE_PERCENT, List.of(), new Count(live, 0, 0));
      assertFalse(ledger.mayPlace(0, 0), live + " live answers");
      assertTrue(ledger.mayPlace(0, 1), live + " live answers");
    }
    assertTrue(new Ledger(THREE_PERCENT, List.of(), new Count(33, 0, 0)).mayPlace(0, 0), "it would be one of 34");
  }

  @Test
  void theWorstCaseIsThatAllAreAnsweredAtOnce() {
    Ledger ledger = new Ledger(THREE_PERCENT, List.of(), new Count(100, 0, 0));
    assertTrue(ledger.mayPlace(2, 0), "3 of 103 abandoned are 2.9 %");
    assertFalse(ledger.mayPlace(3, 0), "4 of 104 are 3.8 %");
    assertTrue(ledger.mayPlace(12, 10), "13 answers, 10 agents: 3 of 113");
    assertFalse(new Ledger(THREE_PERCENT, List.of(), new Count(100, 1, 0)).mayPlace(2, 0), "4 of 103");
    assertFalse(new Ledger(THREE_PERCENT, List.of(), new Count(100, 0, 1)).mayPlace(2, 0), "whoever a failed agent left counts too");
  }

  @Test
  void aReservedAgentMayGo_onlyIfTheBoundHoldsWithoutHim() {
    Ledger ledger = new Ledger(THREE_PERCENT, List.of(), new Count(100, 0, 0));
    assertTrue(ledger.mayRelease(12, 10));
    assertFalse(ledger.mayRelease(13, 10));
    assertTrue(fresh().mayRelease(4, 5));
    assertFalse(fresh().mayRelease(5, 5));
  }

  @Test
  void whoIsAbandonedWhileAFailedAgentIsMissing_isBookedApart() {
    Ledger ledger = fresh();
    ledger.abandoned(2, 1);
    ledger.abandoned(1, 0);
    assertEquals(new Count(2, 0, 2), ledger.today());
    assertTrue(ledger.mayPlace(0, 1), "a dial with an agent of its own mends");
    assertFalse(new Ledger(THREE_PERCENT, List.of(), new Count(66, 0, 2)).mayPlace(0, 0), "and no other is placed until it is mended");
  }

  @Test
  void theThirtyDaysBindToo_andADayLeavesTheWindow() {
    Ledger ledger = new Ledger(THREE_PERCENT, List.of(new Count(1_000, 40, 0)), new Count(100, 0, 0));
    assertFalse(ledger.mayPlace(0, 0), "41 of 1,101");
    assertTrue(ledger.mayPlace(0, 1));
    List<Count> quiet = Collections.nCopies(Ledger.DAYS - 1, Count.NONE);
    Ledger later = new Ledger(THREE_PERCENT, Stream.concat(Stream.of(new Count(1_000, 40, 0)), quiet.stream()).toList(), new Count(100, 0, 0));
    assertTrue(later.mayPlace(0, 0), "thirty days later");
    assertEquals(new Count(100, 0, 0), later.window());
  }

  @Test
  void whatCannotBe_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Count(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Ledger(500_001, List.of(), Count.NONE));
  }

  /** Whoever wants to break it chooses what happens next; now and then all that is outstanding is answered and nobody becomes free. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10_000, 30_000, 50_000, 200_000})
  void noAdversaryBreaksTheBound(int limit) {
    for (long seed = 0; seed < 400; seed++) {
      new Adversary(limit, seed).run(600);
    }
  }

  private static final class Adversary {
    final int limit;
    final SplittableRandom dice;
    final Ledger ledger;
    int outstanding;
    int reserved;
    boolean failing;

    Adversary(int limit, long seed) {
      this.limit = limit;
      dice = new SplittableRandom(seed);
      ledger = new Ledger(limit, List.of(), Count.NONE);
      failing = seed % 2 == 0;
    }

    void run(int steps) {
      double greed = dice.nextDouble();
      for (int i = 0; i < steps; i++) {
        step(greed);
        check();
        if (dice.nextInt(50) == 0) {
          allAreAnsweredAndNobodyBecomesFree();
        }
        if (outstanding == 0 && dice.nextInt(100) == 0) {
          ledger.nextDay();
        }
      }
      allAreAnsweredAndNobodyBecomesFree();
    }

    void step(double greed) {
      if (dice.nextDouble() < greed) {
        while (ledger.mayPlace(outstanding, reserved) && outstanding < 300) {
          outstanding++;
        }
      }
      switch (dice.nextInt(6)) {
        case 0, 1 -> reserved++;
        case 2 -> reserved -= reserved > 0 && ledger.mayRelease(outstanding, reserved) ? 1 : 0;
        case 3 -> answer();
        case 4 -> outstanding -= outstanding > 0 ? 1 : 0;
        default -> reserved -= failing && reserved > 0 && dice.nextInt(10) == 0 ? 1 : 0;
      }
    }

    void answer() {
      if (outstanding == 0) {
        return;
      }
      if (reserved > 0) {
        ledger.joined();
        reserved--;
      } else {
        ledger.abandoned(outstanding, 0);
      }
      outstanding--;
    }

    void allAreAnsweredAndNobodyBecomesFree() {
      while (outstanding > 0) {
        answer();
        check();
      }
    }

    void check() {
      holds(ledger.today());
      holds(ledger.window());
    }

    void holds(Count count) {
      assertTrue(1_000_000 * count.abandoned() <= limit * count.live(), () -> count + " with a limit of " + limit);
      assertTrue(failing || count.failed() == 0, () -> "nobody failed: " + count);
    }
  }
}
