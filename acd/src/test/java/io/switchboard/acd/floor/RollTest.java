package io.switchboard.acd.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /**
   * Three kinds of leaving: from anywhere, from the front mostly, and hardly at all, so that pages are thin, few and many; and one where
   * every sixth brings a wait along.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void countsAsOneWouldByHand(long seed) {
    Random dice = new Random(seed);
    Roll roll = new Roll();
    List<Visit> here = new ArrayList<>();
    long nowMs = 1_000;
    for (int step = 0; step < 4_000; step++) {
      nowMs += dice.nextInt(3);
      Visit visit = new Visit(
          new Fact.QueueEntered(
              nowMs, QUEUE.tenant(), new CallId("c" + step), 1, QUEUE, 0, Map.of(), "", "", "", null, false,
              seed == 4 && dice.nextInt(6) == 0 ? nowMs - dice.nextInt(500) : 0, 0), step,
          new CallQueue(QUEUE, new Alarms()), 0);
      roll.add(visit);
      here.add(visit);
      while (!here.isEmpty() && dice.nextInt(10) < (seed == 3 ? 1 : 4)) {
        roll.remove(here.remove(seed == 2 ? dice.nextInt(Math.min(3, here.size())) : dice.nextInt(here.size())));
      }
      assertEquals(here.size(), roll.size());
      if (!here.isEmpty() && step % 5 == 0) {
        Visit asked = here.get(dice.nextInt(here.size()));
        long before = here.stream().filter(v -> v.sinceMs() < asked.sinceMs()).count();
        long ties = here.stream().filter(v -> v.sinceMs() == asked.sinceMs()).count();
        int told = roll.before(asked);
        assertTrue(told >= before && told < before + ties, "ties are told either way: " + told + " of " + before + " and " + ties);
        assertEquals(seed == 4 ? told : here.indexOf(asked), told, "in the order of their numbers");
        long ms = 990 + dice.nextInt((int) (nowMs - 980));
        assertEquals(here.stream().filter(v -> v.sinceMs() < ms).count(), roll.sinceBefore(ms));
      }
    }
  }
}
