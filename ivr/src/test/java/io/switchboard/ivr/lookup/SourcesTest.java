package io.switchboard.ivr.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Source.Answer;
import io.switchboard.ivr.lookup.Source.Question;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SourcesTest {
  private static final Found ROW = new Found.Row(Map.of("x", new Value.Whole(1)));
  private static final int AT_ONCE = 2;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger now = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile Supplier<Answer> answer = () -> Answer.of(ROW);

  /** Answers what the test says. */
  private final class Fake implements Source {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public int atOnce() {
      return AT_ONCE;
    }

    @Override
    public void close() {}
  }

  private Question question(Lookup lookup) {
    return new Question() {
      @Override
      public Lookup lookup() {
        return lookup;
      }

      @Override
      public String source() {
        return "fake";
      }

      @Override
      public Answer ask(Asked what, Deadline deadline) {
        asked.incrementAndGet();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
          return answer.get();
        } finally {
          now.decrementAndGet();
        }
      }

      @Override
      public Proof prove(Deadline deadline) {
        return new Proof.Told(List.of());
      }
    };
  }

  private Sources sources(long limitMs) {
    Sources sources = new Sources(List.of(new Fake()), nanos::get);
    sources.publish(List.of(question(new Lookup("it", Map.of(), Set.of(), Map.of("x", Type.INTEGER), limitMs)),
        question(new Lookup("pin", Map.of("account", Type.TEXT, "pin", Type.TEXT), Set.of("pin"), Map.of("x", Type.INTEGER), limitMs))));
    return sources;
  }

  private static Found look(Sources sources, String name, Asked what) throws Exception {
    return sources.look(name, what).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static Found look(Sources sources) throws Exception {
    return look(sources, "it", new Asked("r1", Map.of(), Map.of()));
  }

  private static String why(Found found) {
    return assertInstanceOf(Found.Failed.class, found).why();
  }

  private Answer untilReleased() {
    try {
      assertTrue(released.await(20, TimeUnit.SECONDS));
      return Answer.down("too late");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatTheSourceAnswersIsFound() throws Exception {
    try (Sources sources = sources(2_000)) {
      assertEquals(ROW, look(sources));
      assertEquals("there is no lookup other", why(look(sources, "other", new Asked("r", Map.of(), Map.of()))));
    }
  }

  @Test
  void whatDoesNotFitTheLookupIsNotAsked_andNoValueIsTold() throws Exception {
    try (Sources sources = sources(2_000)) {
      Asked wrong = new Asked("r", Map.of("account", new Value.Whole(4711), "pin", new Value.Text("8888"), "more", new Value.Text("9999")), Map.of());
      String why = why(look(sources, "pin", wrong));
      for (String part : List.of("account is integer, not text", "pin is missing as a secret", "pin is not taken as a value", "more is not taken as a value")) {
        assertTrue(why.contains(part), why);
      }
      assertFalse(why.matches(".*(4711|8888|9999).*"), why);
      assertEquals("pin: account is not taken as a secret; account is missing".length(), why(look(sources, "pin",
          new Asked("r", Map.of(), Map.of("pin", new Secret("1"), "account", new Secret("2"))))).length());
      assertEquals(ROW, look(sources, "pin", new Asked("r", Map.of("account", new Value.Text("1")), Map.of("pin", new Secret("2")))));
      assertEquals(1, asked.get());
    }
  }

  @Test
  void whenASourceHangs_thenEachFailsAtItsLimit_andNoMoreAreAskedAtOnceThanMay() throws Exception {
    answer = this::untilReleased;
    try (Sources sources = sources(300)) {
      long began = System.nanoTime();
      List<CompletableFuture<Found>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(sources.look("it", new Asked("r" + i, Map.of(), Map.of())).toCompletableFuture());
      }
      long atOnce = all.stream().filter(CompletableFuture::isDone).count();
      for (CompletableFuture<Found> each : all) {
        why(each.get(5, TimeUnit.SECONDS));
      }
      long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      assertEquals(200 - AT_ONCE * (1 + Gate.WAITING_EACH), atOnce, "what is beyond does not even wait");
      assertTrue(tookMs >= 300 && tookMs < 500, tookMs + " ms");
      assertEquals(AT_ONCE, most.get());
      assertEquals(AT_ONCE, asked.get());
      released.countDown();
      while (sources.underWay() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void whenASourceIsDown_thenItIsLeftAlone_andTakenUpAgain() throws Exception {
    answer = () -> Answer.down("it is away");
    try (Sources sources = sources(2_000)) {
      for (int i = 0; i < Circuit.FAILURES_IN_A_ROW; i++) {
        assertEquals("it is away", why(look(sources)));
      }
      for (int i = 0; i < 20; i++) {
        assertEquals("fake failed 5 times in a row and is not asked for some seconds", why(look(sources)));
      }
      assertEquals(Circuit.FAILURES_IN_A_ROW, asked.get());
      answer = () -> Answer.of(ROW);
      nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(Circuit.REST_MS));
      assertEquals(ROW, look(sources));
      assertEquals(ROW, look(sources));
    }
  }

  @Test
  void whenOneQuestionIsRefusedAgainAndAgain_thenTheOthersAreStillAsked() throws Exception {
    answer = () -> Answer.refused("no such column");
    try (Sources sources = sources(2_000)) {
      for (int i = 0; i < 3 * Circuit.FAILURES_IN_A_ROW; i++) {
        assertEquals("no such column", why(look(sources)));
      }
    }
  }

  @Test
  void whenAskingBreaksOff_thenItFailsAndTheTurnIsGivenBack() throws Exception {
    answer = () -> {
      throw new IllegalStateException("holds the PIN 4711");
    };
    try (Sources sources = sources(2_000)) {
      for (int i = 0; i < 10; i++) {
        assertEquals("asking broke off by a fault in the program, see the log", why(look(sources)));
      }
      answer = () -> Answer.of(ROW);
      assertEquals(ROW, look(sources));
    }
  }

  @Test
  void aQuestionToNoSourceIsRefusedWhenItIsPublished() {
    try (Sources none = new Sources(List.of())) {
      Lookup lookup = new Lookup("it", Map.of(), Set.of(), Map.of(), 100);
      assertThrows(IllegalArgumentException.class, () -> none.publish(List.of(question(lookup))));
    }
  }
}
