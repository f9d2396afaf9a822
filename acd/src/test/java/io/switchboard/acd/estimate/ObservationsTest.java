package io.switchboard.acd.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ObservationsTest {
  private static final long START = 1_795_341_600_000L;
  private static final long MINUTE = 60_000;

  private final Observations seen = new Observations(START);

  private void call(long fromMs, long tookMs) {
    seen.engages(START + fromMs);
    seen.free(START + fromMs + tookMs, tookMs, true);
  }

  @Test
  void handlingIsTheTimeOfAgentsOverTheCallsThatEnded() {
    call(0, 100_000);
    call(100_000, 200_000);
    Pace pace = seen.pace(START + 300_000);
    assertEquals(2, pace.completions());
    assertEquals(150_000, pace.handlingMs());
  }

  /** Of calls that began together the short ones end first; their mean would promise too much. */
  @Test
  void callsThatGoOnCountWithTheTimeThatTheyHaveTakenSoFar() {
    for (int agent = 0; agent < 9; agent++) {
      seen.engages(START);
    }
    seen.engages(START);
    seen.free(START + MINUTE, MINUTE, true);
    assertEquals(10 * MINUTE, seen.pace(START + MINUTE).handlingMs());
  }

  @Test
  void timeThatAPhoneRangInVainIsTimeOfTheNextCall() {
    seen.engages(START);
    seen.free(START + 20_000, 20_000, false);
    call(20_000, 100_000);
    assertEquals(1, seen.pace(START + 120_000).completions());
    assertEquals(120_000, seen.pace(START + 120_000).handlingMs());
  }

  @Test
  void whoHangsUpIsCountedOverTheTimeThatAllWaited() {
    call(0, 1_000);
    seen.waits(START + 1_000);
    seen.waits(START + 1_000);
    seen.waitsNoMore(START + 31_000, true);
    seen.waitsNoMore(START + 71_000, false);
    Pace pace = seen.pace(START + 71_000);
    assertEquals(1, pace.abandoned());
    assertEquals(1 / 100_000.0, pace.abandonedPerMs(), 1e-12);
  }

  @Test
  void ringTimeIsThatOfAnsweredCalls() {
    seen.answered(START, 4_000);
    seen.answered(START, 8_000);
    call(0, 1_000);
    assertEquals(6_000, seen.pace(START + 1_000).ringMs());
  }

  @Test
  void variabilityIsThatOfTheTimesThatEnded() {
    long atMs = 0;
    for (int i = 0; i < 100; i++) {
      call(atMs, 100_000);
      atMs += 100_000;
    }
    assertEquals(0.25, seen.pace(START + atMs).variability());
  }

  @Test
  void afterAnHourNothingIsLeft() {
    call(0, 100_000);
    assertEquals(1, seen.pace(START + 59 * MINUTE).completions());
    assertEquals(0, seen.pace(START + 62 * MINUTE).completions());
    assertTrue(seen.pace(START + 62 * MINUTE).thin());
    seen.engages(START + 1_000 * MINUTE);
    seen.free(START + 1_002 * MINUTE, 2 * MINUTE, true);
    assertEquals(2 * MINUTE, seen.pace(START + 1_002 * MINUTE).handlingMs());
  }

  @Test
  void aLargeQueueLooksBackOnlyAsFarAsItMust() {
    calls(1_000, 0, 30_000);
    calls(1_000, 10 * MINUTE, 50_000);
    Pace pace = seen.pace(START + 11 * MINUTE);
    assertEquals(1_000, pace.completions());
    assertEquals(50_000, pace.handlingMs());
  }

  private void calls(int atOnce, long fromMs, long tookMs) {
    for (int i = 0; i < atOnce; i++) {
      seen.engages(START + fromMs);
    }
    for (int i = 0; i < atOnce; i++) {
      seen.free(START + fromMs + tookMs, tookMs, true);
    }
  }
}
