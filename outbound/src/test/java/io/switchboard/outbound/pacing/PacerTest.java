package io.switchboard.outbound.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.outbound.pacing.Ledger.Count;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long DAY_MS = 8 * 3_600_000L;

  private static Pacer pacer(int agents, Count soFar) {
    Settings settings = Settings.standard(agents, 25_000);
    Pacer pacer = new Pacer(settings, new Ledger(settings.limitMillionths(), List.of(), soFar));
    pacer.opens(DAY_MS);
    return pacer;
  }

  @Test
  void atFirstItDialsOneToOne() {
    Pacer pacer = pacer(5, Count.NONE);
    for (int i = 0; i < 3; i++) {
      pacer.ready(i, 0);
    }
    assertEquals(3, pacer.decide(0));
    for (int i = 0; i < 3; i++) {
      pacer.placed(i, 0);
    }
    assertEquals(0, pacer.decide(1_000));
    assertThrows(IllegalStateException.class, () -> pacer.placed(3, 1_000));
    assertFalse(pacer.mayRelease(), "each of the three has a dial");
    pacer.ended(1, 4_000);
    assertTrue(pacer.mayRelease());
    assertEquals(1, pacer.decide(4_000));
  }

  @Test
  void withRoom_itDialsBeyondTheIdleAgents() {
    Pacer pacer = pacer(5, new Count(1_000, 0, 0));
    for (int i = 0; i < 5; i++) {
      pacer.ready(i, 0);
    }
    int dials = pacer.decide(0);
    assertTrue(dials > 5 && dials < 15, dials + " dials for five agents");
  }

  @Test
  void nothingMayRingWhenTheDayCloses() {
    Pacer pacer = pacer(5, Count.NONE);
    pacer.ready(0, 0);
    assertEquals(1, pacer.decide(DAY_MS - 27_000));
    assertEquals(0, pacer.decide(DAY_MS - 26_999));
  }

  @Test
  void aDayThatHasDialsOutstanding_doesNotEnd() {
    Pacer pacer = pacer(5, Count.NONE);
    pacer.ready(0, 0);
    pacer.placed(7, 0);
    assertThrows(IllegalStateException.class, pacer::dayEnds);
    pacer.answered(7, 0, 5_000);
    pacer.dayEnds();
    assertEquals(new Count(0, 0, 0), pacer.ledger().today());
    assertEquals(new Count(1, 0, 0), pacer.ledger().window());
  }

  @Test
  void whenAReservedAgentFails_theOldestDialIsTakenBackAfterFifteenSeconds() {
    Pacer pacer = pacer(5, Count.NONE);
    pacer.ready(0, 0);
    pacer.ready(1, 0);
    pacer.placed(0, 0);
    pacer.placed(1, 2_000);
    pacer.away(1, 3_000);
    assertEquals(-1, pacer.takeBack(14_999));
    assertEquals(0, pacer.takeBack(15_000));
    pacer.takenBack(0, 15_000);
    assertEquals(-1, pacer.takeBack(20_000), "the other has an agent");
    pacer.answered(1, 0, 20_000);
    assertEquals(new Count(1, 0, 0), pacer.ledger().today());
  }

  @Test
  void whoeverAFailedAgentLeaves_isBookedApart() {
    Pacer pacer = pacer(5, Count.NONE);
    pacer.ready(0, 0);
    pacer.placed(0, 0);
    pacer.away(0, 1_000);
    pacer.answeredAndWaits(0, 8_000);
    pacer.abandoned();
    assertEquals(new Count(1, 0, 1), pacer.ledger().today());
  }

  @Test
  void theSameDayTwice_isTheSame() {
    assertEquals(new WorstDay(4, 20).run(), new WorstDay(4, 20).run());
  }

  /** Answers come all at once, after a lull that made it bold; agents want to leave at the worst moment, and go if they may. */
  @Test
  void noDayBreaksTheBound_whateverIsAnswered() {
    long abandoned = 0;
    for (long seed = 0; seed < 24; seed++) {
      Count day = new WorstDay(seed, 1 + (int) seed % 40).run();
      assertEquals(0, day.failed(), "nobody failed");
      abandoned += day.abandoned();
    }
    assertTrue(abandoned > 20, "it was tried: " + abandoned);
  }

  /** A line and agents that want the worst. */
  private static final class WorstDay {
    final SplittableRandom dice;
    final Pacer pacer;
    final int agents;
    final Deque<Integer> idle = new ArrayDeque<>();
    final List<long[]> ringing = new ArrayList<>();
    final List<long[]> talking = new ArrayList<>();
    final List<long[]> wrapping = new ArrayList<>();
    final Deque<Long> waiting = new ArrayDeque<>();
    final Deque<Integer> lines = new ArrayDeque<>();
    long nowMs;

    WorstDay(long seed, int agents) {
      dice = new SplittableRandom(seed);
      this.agents = agents;
      pacer = pacer(agents, Count.NONE);
      for (int i = 0; i < 30 * agents + 100; i++) {
        lines.add(i);
      }
      for (int i = 0; i < agents; i++) {
        pacer.ready(i, 0);
        idle.add(i);
      }
    }

    Count run() {
      for (nowMs = 0; nowMs < DAY_MS / 6; nowMs += 500) {
        becomeFree();
        giveUp();
        takeBack();
        int answers = dice.nextInt(2_000) == 0 ? Integer.MAX_VALUE : dice.nextInt(15) == 0 ? 1 + dice.nextInt(3) : 0;
        answer(answers);
        leaveAndReturn();
        place();
      }
      answer(Integer.MAX_VALUE);
      nowMs += 5_000;
      giveUp();
      return pacer.ledger().today();
    }

    void place() {
      int count = pacer.decide(nowMs);
      for (int i = 0; i < count; i++) {
        int line = lines.pop();
        pacer.placed(line, nowMs);
        ringing.add(new long[] {line, nowMs});
      }
    }

    void takeBack() {
      for (int dial = pacer.takeBack(nowMs); dial >= 0; dial = pacer.takeBack(nowMs)) {
        int line = dial;
        long[] found = ringing.stream().filter(each -> each[0] == line).findFirst().orElseThrow();
        assertTrue(nowMs - found[1] >= 15_000, "it rang " + (nowMs - found[1]) + " ms");
        ringing.remove(found);
        pacer.takenBack(line, nowMs);
        lines.push(line);
      }
      for (long[] each : List.copyOf(ringing)) {
        if (nowMs - each[1] >= 25_000) {
          ringing.remove(each);
          pacer.ended((int) each[0], nowMs);
          lines.push((int) each[0]);
        }
      }
    }

    void answer(int count) {
      for (int i = 0; i < count && !ringing.isEmpty(); i++) {
        int line = (int) ringing.remove(dice.nextInt(ringing.size()))[0];
        lines.push(line);
        if (idle.isEmpty()) {
          pacer.answeredAndWaits(line, nowMs);
          waiting.add(nowMs);
        } else {
          int agent = idle.pop();
          pacer.answered(line, agent, nowMs);
          talk(agent);
        }
      }
    }

    void talk(int agent) {
      talking.add(new long[] {agent, nowMs + 5_000 + dice.nextInt(60_000)});
    }

    void becomeFree() {
      for (long[] each : List.copyOf(talking)) {
        if (each[1] <= nowMs) {
          talking.remove(each);
          pacer.wrappingUp((int) each[0], nowMs);
          wrapping.add(new long[] {each[0], nowMs + dice.nextInt(10_000)});
        }
      }
      for (long[] each : List.copyOf(wrapping)) {
        if (each[1] <= nowMs) {
          wrapping.remove(each);
          ready((int) each[0]);
        }
      }
    }

    void ready(int agent) {
      pacer.ready(agent, nowMs);
      if (waiting.isEmpty()) {
        idle.add(agent);
      } else {
        waiting.pop();
        pacer.joined(agent, nowMs);
        talk(agent);
      }
    }

    void giveUp() {
      while (!waiting.isEmpty() && waiting.peek() + 2_000 <= nowMs) {
        waiting.pop();
        pacer.abandoned();
        check();
      }
    }

    void leaveAndReturn() {
      while (!idle.isEmpty() && dice.nextInt(3) == 0 && pacer.mayRelease()) {
        int agent = idle.pop();
        pacer.away(agent, nowMs);
        wrapping.add(new long[] {agent, nowMs + 30_000});
        pacer.wrappingUp(agent, nowMs);
      }
    }

    void check() {
      Count day = pacer.ledger().today();
      assertTrue(100 * day.abandoned() <= 3 * day.live(), () -> "with " + agents + " agents " + day);
    }
  }
}
