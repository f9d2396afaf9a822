package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.core.why.LongerWait;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {
  private static final long MINUTE = 60_000;
  /** 10 ahead, 5 agents of 2 min each: 2.5 calls end in a minute. */
  private static final Promise FIRST = told(null, outlook(10, 0, 5, 120_000, 4, 6), 0);

  private static Outlook outlook(int ahead, int later, int able, double handlingMs, double lowMin, double highMin) {
    return new Outlook(ahead, later, able, able, handlingMs, new Forecast((lowMin + highMin) / 2 * MINUTE, lowMin * MINUTE, highMin * MINUTE));
  }

  private static Promise told(Promise last, Outlook outlook, long nowMs) {
    return Promise.next(last, outlook, nowMs).orElseThrow();
  }

  @Test
  void theFirstIsWhatWasComputed() {
    assertEquals(new SpokenWait(4, 6), FIRST.spoken());
    assertEquals(6 * MINUTE, FIRST.byMs());
    assertNull(FIRST.because());
  }

  @Test
  void asTimeGoesOn_itFalls() {
    Promise second = told(FIRST, outlook(8, 0, 5, 120_000, 3.1, 4.8), MINUTE);
    assertEquals(new SpokenWait(3, 5), second.spoken());
    assertEquals(6 * MINUTE, second.byMs());
    assertNull(second.because());
  }

  @Test
  void whenItGoesFasterThanPromised_theEarlierMomentStands() {
    Promise second = told(FIRST, outlook(4, 0, 5, 120_000, 1.2, 2.9), MINUTE);
    assertEquals(4 * MINUTE, second.byMs());
  }

  @Test
  void noBoundIsAboveTheOneBefore_whatRoundingWouldMake() {
    Promise second = told(FIRST, outlook(10, 0, 5, 120_000, 4.6, 6.6), 20_000);
    assertEquals(new SpokenWait(4, 6), second.spoken());
    assertEquals(6 * MINUTE, second.byMs());
  }

  @Test
  void manySmallDelaysAreOneLargeOne_theMomentDoesNotMoveAwayByAndBy() {
    Promise last = FIRST;
    long nowMs = 0;
    int said = 0;
    for (int i = 0; i < 10; i++) {
      nowMs += 30_000;
      Optional<Promise> next = Promise.next(last, outlook(10, 0, 5, 120_000, 4, 6), nowMs);
      if (next.isPresent() && next.get().because() == null) {
        last = next.get();
        said++;
      }
    }
    assertEquals(2, said);
  }

  @Test
  void whenMoreUrgentCallsCame_thatIsTheReason() {
    Promise second = told(FIRST, outlook(12, 4, 5, 120_000, 5, 8), MINUTE);
    assertEquals(LongerWait.MORE_URGENT_CALLS, second.because());
    assertEquals(new SpokenWait(5, 8), second.spoken());
    assertEquals(9 * MINUTE, second.byMs());
  }

  @Test
  void whenAnAgentLeft_thatIsTheReason() {
    assertEquals(LongerWait.FEWER_AGENTS, told(FIRST, outlook(8, 0, 3, 120_000, 6, 9), MINUTE).because());
  }

  @Test
  void whenFewerCallsEndedThanAgentsAndTimeLetExpect_callsTakeLonger() {
    assertEquals(LongerWait.LONGER_CALLS, told(FIRST, outlook(9, 0, 5, 120_000, 5, 7), MINUTE).because());
  }

  @Test
  void whenTheHandlingTimeGrew_callsTakeLonger() {
    assertEquals(LongerWait.LONGER_CALLS, told(FIRST, outlook(7, 0, 5, 140_000, 5, 7), MINUTE).because());
  }

  @Test
  void whenNoReasonIsSeen_nothingIsSaidOfTime() {
    assertEquals(Optional.empty(), Promise.next(FIRST, outlook(7, 0, 5, 120_000, 5, 7), MINUTE));
  }

  @Test
  void afterTheReasonTheNewMomentStands() {
    Promise second = told(FIRST, outlook(12, 4, 5, 120_000, 5, 8), MINUTE);
    Promise third = told(second, outlook(10, 4, 5, 120_000, 4, 7), 2 * MINUTE);
    assertNull(third.because());
    assertEquals(9 * MINUTE, third.byMs());
  }

  @Test
  void beyondTwoHoursNothingIsSaidOfTime() {
    assertEquals(Optional.empty(), Promise.next(null, outlook(500, 0, 5, 120_000, 90, 121), 0));
  }

  @ParameterizedTest
  @CsvSource({
      "0.1, 0.9, 0, 1, 0, 60", "0.2, 1.7, 0, 2, 0, 120", "0.6, 1.2, 1, 1, 30, 90", "3.6, 6.4, 4, 6, 240, 360", "4.6, 5.4, 5, 5, 270, 330",
      "8.4, 13, 8, 15, 480, 900", "26, 44, 25, 40, 1500, 2400", "0.1, 0.2, 0, 1, 0, 60"
  })
  void rangesAreRoundedToTheNearest(double low, double high, int from, int to, long fromS, long toS) {
    SpokenWait spoken = SpokenWait.of(low * MINUTE, high * MINUTE);
    assertEquals(new SpokenWait(from, to), spoken);
    assertEquals(fromS * 1_000, spoken.lowMs());
    assertEquals(toS * 1_000, spoken.highMs());
  }
}
