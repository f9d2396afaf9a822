package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.TestFlows;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No key is lost, wherever it is pressed. */
class KeysAheadTest {
  private static final String THREE_MENUS = """
      first: welcome
      steps:
        welcome: {play: {prompts: [a], next: m1}}
        m1: {menu: {prompts: [a], keys: {1: between}, no_key: {then: end}}}
        between: {play: {prompts: [b], next: m2}}
        m2: {menu: {prompts: [b], keys: {2: set}, no_key: {then: end}}}
        set: {language: {language: zh, next: m3}}
        m3: {menu: {prompts: [c], keys: {3: wait}, no_key: {then: end}}}
        wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: again, full: sorry}}
        again: {menu: {prompts: [a], keys: {4: end}, no_key: {then: sorry}}}
        sorry: {play: {prompts: [bye], next: end}}
        end: {hangup: {reason: closed}}
      """;

  @Test
  void whenAKeyCutsAPlay_thenItAnswersTheMenuThatFollows() {
    Runs caller = Runs.started(THREE_MENUS).keys("1");
    assertEquals(List.of("m1=1"), caller.answers());
    assertEquals(List.of("b"), caller.said(), "the question of the first menu was never said");
  }

  @Test
  void whenAllKeysArePressedAtOnce_thenThreeMenusAreAnsweredInTheirOrder() {
    Runs caller = Runs.started(THREE_MENUS).keys("123");
    assertEquals(List.of("m1=1", "m2=2", "m3=3"), caller.answers());
    assertEquals(List.of("welcome", "m1", "between", "m2", "set", "m3", "wait"), caller.steps());
    assertEquals(List.of(RunEffect.Stop.class, RunEffect.Enqueue.class), caller.effects.stream().map(Object::getClass).toList(),
        "what the last key may not have cut is silenced");
  }

  @Test
  void whenKeysArePressedBeforeTheFlowBegins_thenOneDecisionAnswersThreeMenusWithoutAWord() {
    Runs caller = new Runs(TestFlows.flow(THREE_MENUS)).keys("123").tell(new RunEvent.Started());
    assertEquals(List.of("m1=1", "m2=2", "m3=3"), caller.answers());
    assertEquals(List.of(RunEffect.Enqueue.class), caller.effects.stream().map(Object::getClass).toList());
  }

  @Test
  void whenAKeyAheadIsWrong_thenTheNextOneMayStillBeRight() {
    Runs caller = new Runs(TestFlows.flow(THREE_MENUS)).keys("91").tell(new RunEvent.Started());
    assertEquals(List.of("m1=wrong_key", "m1=1"), caller.answers());
    assertEquals(List.of("b"), caller.said());
  }

  @Test
  void whenTheQueueRefusesHimAtOnce_thenKeysPressedMeanwhileAnswerTheMenuThatFollows() {
    Runs caller = Runs.started(THREE_MENUS).keys("1234").tell(new RunEvent.Refused(Runs.SALES, QueueRefusal.NO_AGENTS));
    assertEquals("again=4", caller.answers().getLast());
    assertEquals(List.of(new RunEffect.End(Ending.CLOSED)), caller.effects);
  }

  @Test
  void whenHeHasWaited_thenKeysPressedIntoTheMusicAnswerNothing() {
    Runs caller = Runs.started(THREE_MENUS).keys("1234").tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.NO_AGENTS));
    assertEquals(List.of("a"), caller.said());
    assertEquals(RunState.ASKING, caller.run.state());
  }

  @Test
  void whenNoMenuCanFollow_thenKeysPressedAheadDoNotSwallowTheAnnouncement() {
    Runs caller = Runs.started(THREE_MENUS).keys("12344").tell(new RunEvent.Refused(Runs.SALES, QueueRefusal.CLOSED));
    assertEquals(List.of("bye"), caller.said());
    assertEquals(List.of(new RunEffect.End(Ending.CLOSED)), caller.keys("5").effects, "but a key pressed now cuts it");
  }

  @Test
  void whenHundredsOfKeysArePressed_thenTheFirstOnesAreKept() {
    Runs caller = Runs.started(THREE_MENUS).keys("123" + "4".repeat(500));
    assertEquals(Run.MOST_AHEAD, caller.run.ahead().length());
  }

  /** Keys, silence and ends of plays in any order: each key pressed before the queue is answered by a menu or still kept, in its order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverHappensBetweenKeys_thenEachIsAnsweredOnceAndInOrder(long seed) {
    Random random = new Random(seed);
    Flow flow = TestFlows.flow(THREE_MENUS);
    for (int schedule = 0; schedule < 500; schedule++) {
      Runs caller = new Runs(flow).tell(new RunEvent.Started());
      StringBuilder pressed = new StringBuilder();
      for (int i = 0; i < 30 && caller.run.state() != RunState.ENDED && caller.run.state() != RunState.QUEUED; i++) {
        switch (random.nextInt(4)) {
          case 0, 1 -> {
            char key = "123".charAt(random.nextInt(3));
            pressed.append(key);
            caller.tell(new RunEvent.KeyPressed(key));
          }
          case 2 -> caller.heard();
          default -> caller.silence();
        }
      }
      String answered = answered(caller, pressed.toString());
      assertEquals(pressed.toString(), answered + caller.run.ahead(), "seed " + seed + " schedule " + schedule);
      assertFalse(caller.run.state() == RunState.STEPPING);
      assertTrue(caller.run.ahead().isEmpty() || caller.run.state() != RunState.ASKING, "a menu never leaves a key unanswered");
    }
  }

  /** The pressed keys that menus answered: a right key by itself, a wrong one in its place. */
  private static String answered(Runs caller, String pressed) {
    StringBuilder all = new StringBuilder();
    for (String answer : caller.answers()) {
      String what = answer.substring(answer.indexOf('=') + 1);
      switch (what) {
        case "no_key" -> {}
        case "wrong_key" -> all.append(pressed.charAt(all.length()));
        default -> all.append(what);
      }
    }
    return all.toString();
  }
}
