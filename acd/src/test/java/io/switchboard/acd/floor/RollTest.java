package io.switchboard.acd.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollTest {
  private static final QueueId QUEUE = QueueId.of("demo", "q");

  /** Three kinds of leaving: from anywhere, from the front mostly, and hardly at all, so that pages are thin, few and many. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsAsOneWouldByHand(long seed) {
    Random dice = new Random(seed);
    Roll roll = new Roll();
    List<Visit> here = new ArrayList<>();
    long nowMs = 1_000;
    for (int step = 0; step < 4_000; step++) {
      nowMs += dice.nextInt(3);
      Visit visit = new Visit(
          new Fact.QueueEntered(nowMs, QUEUE.tenant(), new CallId("c" + step), 1, QUEUE, 0, Map.of(), "", ""), step,
          new CallQueue(QUEUE, new Alarms()), 0);
      roll.add(visit);
      here.add(visit);
      while (!here.isEmpty() && dice.nextInt(10) < (seed == 3 ? 1 : 4)) {
        roll.remove(here.remove(seed == 2 ? dice.nextInt(Math.min(3, here.size())) : dice.nextInt(here.size())));
      }
      assertEquals(here.size(), roll.size());
      if (!here.isEmpty() && step % 5 == 0) {
        int at = dice.nextInt(here.size());
        assertEquals(at, roll.before(here.get(at)));
        long ms = 990 + dice.nextInt((int) (nowMs - 980));
        assertEquals(here.stream().filter(v -> v.enteredMs() < ms).count(), roll.enteredBefore(ms));
      }
    }
  }
}
