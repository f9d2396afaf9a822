package io.switchboard.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountingTest {
  private final ManualTime time = new ManualTime(0);
  private final List<Long> looks = new ArrayList<>();
  private final Counting counting = new Counting(time, time, () -> looks.add(time.nowMs()));

  @BeforeEach
  void begin() {
    counting.begin();
  }

  @Test
  void whereNothingHappensItIsLookedNowAndThen() {
    time.advance(400);
    counting.over();
    time.advance(400);
    assertEquals(List.of(400L, 800L), looks);
  }

  @Test
  void whatHappensIsLookedAtSoon_andWhatFollowsWithIt() {
    time.advance(50);
    counting.news();
    time.advance(60);
    counting.news();
    time.advance(100);
    counting.over();
    assertEquals(List.of(150L), looks);
  }

  @Test
  void whatIsDueSoonerAnywayIsNotPutOff() {
    time.advance(350);
    counting.news();
    time.advance(50);
    assertEquals(List.of(400L), looks);
  }

  @Test
  void whatHappensDuringALookWaitsForItsEnd() {
    time.advance(400);
    counting.news();
    time.advance(1_000);
    counting.over();
    time.advance(100);
    assertEquals(List.of(400L, 1_500L), looks);
  }
}
