package io.switchboard.core.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.adapter.postgres.Intake.Append;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class IntakeTest {
  private static final Append ONE = new Append(List.of(), () -> {});
  private static final Append TWO = new Append(List.of(), () -> {});

  @Test
  void whatIsNotUrgentWaitsForTheFirstThatIs() throws Exception {
    Intake intake = new Intake(60_000, 0);
    CompletableFuture<List<Append>> taken = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> {
      try {
        taken.complete(intake.take(Long.MAX_VALUE));
      } catch (InterruptedException e) {
        taken.completeExceptionally(e);
      }
    });
    intake.add(ONE, false);
    intake.add(TWO, true);
    assertEquals(List.of(ONE, TWO), taken.get(10, TimeUnit.SECONDS));
  }

  @Test
  void whatIsNotUrgentLingersNoLongerThanItMay() throws Exception {
    Intake intake = new Intake(20, 0);
    long since = System.nanoTime();
    intake.add(ONE, false);
    assertEquals(List.of(ONE), intake.take(Long.MAX_VALUE));
    long tookMs = (System.nanoTime() - since) / 1_000_000;
    assertTrue(tookMs >= 19 && tookMs < 5000, tookMs + " ms");
  }

  @Test
  void whatIsUrgentWaitsOutThePaceAndIsJoinedByWhatComesMeanwhile() throws Exception {
    Intake intake = new Intake(20, 100);
    intake.add(ONE, true);
    intake.take(Long.MAX_VALUE);
    long since = System.nanoTime();
    intake.add(ONE, true);
    Thread.ofVirtual().start(() -> intake.add(TWO, true));
    assertEquals(List.of(ONE, TWO), intake.take(Long.MAX_VALUE));
    assertTrue(System.nanoTime() - since >= TimeUnit.MILLISECONDS.toNanos(95));
  }

  @Test
  void whenNothingComes_itReturnsEmptyAfterTheTime() throws Exception {
    assertEquals(List.of(), new Intake(20, 0).take(TimeUnit.MILLISECONDS.toNanos(5)));
  }
}
