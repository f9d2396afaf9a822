package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.verb.Saying;
import io.switchboard.ivr.verb.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerbsTest {
  private static final String MENU = """
      first: ask
      steps:
        ask:
          menu:
            prompts: [a, {prompt: b, language: zh}]
            keys: {1: one, "*": star}
            no_key: {repeats: 1, then: silent}
            wrong_key: {repeats: 1, say: c, then: lost}
            timeout_ms: 700
        one: {hangup: {reason: flow_ended}}
        star: {hangup: {reason: busy}}
        silent: {hangup: {reason: closed}}
        lost: {hangup: {reason: no_agents}}
      """;

  private static final String QUEUE = """
      first: wait
      steps:
        wait:
          enqueue:
            queue: sales
            priority: 7
            skills: {english: 3}
            value_class: vip
            preferred_agent: anna
            closed: closed
            emergency: emergency
            no_agents: no-agents
            full: full
            left: left
            max_wait: waited
            keys: {9: again, '*': left}
        waited: {play: {prompts: [b, a], next: end}}
        again: {play: {prompts: [c, a], next: end}}
        closed: {play: {prompts: [a], next: end}}
        emergency: {play: {prompts: [b], next: end}}
        no-agents: {play: {prompts: [c], next: end}}
        full: {play: {prompts: [bye], next: end}}
        left: {play: {prompts: [a, b], next: end}}
        end: {hangup: {reason: closed}}
      """;

  @Test
  void whenAPlayStepIsEntered_thenItsPromptsAreSaidInOrderAndTheFlowGoesOnAfterwards() {
    Runs caller = Runs.started("""
        first: say
        steps:
          say: {play: {prompts: [a, b], next: end}}
          end: {hangup: {reason: flow_ended}}
        """);
    assertEquals(List.of(new RunEffect.Play(1, List.of(Saying.of("a"), Saying.of("b")), "en")), caller.effects);
    assertEquals(List.of(new RunEffect.End(Ending.FLOW_ENDED)), caller.heard().effects);
    assertEquals(List.of("say", "end"), caller.steps());
  }

  @Test
  void whenAPlayCannotBePlayed_thenTheFlowGoesOn() {
    Runs caller = Runs.started("""
        first: say
        steps:
          say: {play: {prompts: [a], next: end}}
          end: {hangup: {reason: closed}}
        """);
    assertEquals(List.of(new RunEffect.End(Ending.CLOSED)), caller.tell(new RunEvent.PlayEnded(1, false)).effects);
  }

  @Test
  void whenTheEndOfAnOlderPlayComesLate_thenNothingHappens() {
    Runs caller = Runs.started(MENU).keys("9");
    assertEquals(2, caller.run.play());
    assertEquals(RunState.ASKING, caller.tell(new RunEvent.PlayEnded(1, true)).run.state());
    assertEquals(List.of(), caller.effects);
  }

  @Test
  void whenTheKeyIsPressedDuringTheQuestion_thenItAnswersAtOnce() {
    Runs caller = Runs.started(MENU).keys("*");
    assertEquals(List.of(new RunEffect.End(Ending.BUSY)), caller.effects);
    assertEquals(List.of("ask=*"), caller.answers());
  }

  @Test
  void whenTheKeyIsPressedAfterTheQuestion_thenTheTimerStops() {
    Runs caller = Runs.started(MENU).heard();
    assertEquals(List.of(new RunEffect.StartTimer(1, 1_700)), caller.effects);
    assertEquals(List.of(new RunEffect.StopTimer(), new RunEffect.End(Ending.FLOW_ENDED)), caller.keys("1").effects);
  }

  @Test
  void whenNoKeyIsPressed_thenTheQuestionIsRepeatedAndThenTheFlowGoesOn() {
    Runs caller = Runs.started(MENU).heard().silence();
    assertEquals(List.of("no-key", "a", "b"), caller.said());
    caller.heard().silence();
    assertTrue(caller.effects.contains(new RunEffect.End(Ending.CLOSED)));
    assertEquals(List.of("ask=no_key", "ask=no_key"), caller.answers());
  }

  @Test
  void whenAWrongKeyIsPressed_thenTheQuestionIsRepeatedAndThenTheFlowGoesOn() {
    Runs caller = Runs.started(MENU).keys("9");
    assertEquals(List.of("c", "a", "b"), caller.said());
    assertEquals(List.of(new RunEffect.End(Ending.NO_AGENTS)), caller.keys("8").effects);
    assertEquals(List.of("ask=wrong_key", "ask=wrong_key"), caller.answers());
  }

  @Test
  void whenWrongKeysAndSilenceMix_thenEachIsCountedByItself() {
    Runs caller = Runs.started(MENU).keys("9").heard().silence();
    assertEquals(RunState.ASKING, caller.run.state());
    assertEquals(List.of(new RunEffect.End(Ending.FLOW_ENDED)), caller.keys("1").effects);
  }

  @Test
  void whenATimerOfAnEarlierQuestionIsDueLate_thenNothingHappens() {
    Runs caller = Runs.started(MENU).heard().keys("9").heard();
    assertEquals(2, caller.run.timer());
    assertEquals(RunState.LISTENING, caller.tell(new RunEvent.TimedOut(1)).run.state());
    assertEquals(List.of(), caller.answers().stream().filter("ask=no_key"::equals).toList());
  }

  @Test
  void whenAMenuSaysNothingElse_thenItsDefaultsHold() {
    Runs caller = Runs.started("""
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {1: end}, no_key: {then: end}}}
          end: {hangup: {reason: closed}}
        """).heard();
    assertEquals(List.of(new RunEffect.StartTimer(1, 6_000)), caller.effects);
    caller.silence();
    assertEquals(List.of("no-key", "a"), caller.said());
    caller.heard().silence().keys("9");
    assertEquals(List.of("wrong-key", "a"), caller.said());
    caller.keys("9").keys("9");
    assertTrue(caller.effects.contains(new RunEffect.End(Ending.CLOSED)), "wrong_key goes where no_key goes");
  }

  @Test
  void whenALanguageIsSet_thenItIsAFactAndWhatFollowsIsSaidInIt() {
    Runs caller = Runs.started("""
        first: set
        steps:
          set: {language: {language: zh, next: say}}
          say: {play: {prompts: [a], next: end}}
          end: {hangup: {reason: flow_ended}}
        """);
    assertEquals(List.of(new RunEffect.Play(1, List.of(Saying.of("a")), "zh")), caller.effects);
    assertTrue(caller.facts.contains(new Fact.LanguageChosen(1_000, Runs.TENANT, Runs.CALL, "zh")));
  }

  /** Another tenant's plan of the name {@code never} is open, and {@code theirs} is his alone. */
  @ParameterizedTest
  @CsvSource({"always, FLOW_ENDED", "never, CLOSED", "theirs, CLOSED"})
  void theHoursOfTheCallersTenantGoOneWayWhileOpenAndAnotherWhileClosed(String hours, Ending ending) {
    Runs caller = Runs.started("""
        first: look
        steps:
          look: {hours: {hours: %s, open: yes-open, closed: no-closed}}
          yes-open: {hangup: {reason: flow_ended}}
          no-closed: {hangup: {reason: closed}}
        """.formatted(hours));
    assertEquals(List.of(new RunEffect.End(ending)), caller.effects);
  }

  @Test
  void whenAnEnqueueStepIsEntered_thenTheCallerIsHandedToTheQueueOfHisTenant() {
    Runs caller = Runs.started(QUEUE);
    assertEquals(List.of(new RunEffect.Enqueue(Runs.SALES, new Wish(7, Map.of("english", 3), "vip", "anna", false))), caller.effects);
    assertEquals(RunState.QUEUED, caller.run.state());
  }

  @ParameterizedTest
  @CsvSource({"CLOSED, closed", "EMERGENCY, emergency", "NO_AGENTS, no-agents", "FULL, full", "UNKNOWN_QUEUE, no-agents"})
  void aRefusalGoesOnAtItsBranch(QueueRefusal reason, String step) {
    assertEquals(step, Runs.started(QUEUE).tell(new RunEvent.Refused(Runs.SALES, reason)).run.step());
  }

  @ParameterizedTest
  @CsvSource({"EMERGENCY, left", "NO_AGENTS, no-agents", "QUEUE_REMOVED, no-agents", "MAX_WAIT, waited"})
  void whoLeavesTheQueueUnconnectedGoesOnAtItsBranch(QueueExit exit, String step) {
    assertEquals(step, Runs.started(QUEUE).tell(new RunEvent.LeftQueue(Runs.SALES, exit)).run.step());
  }

  @ParameterizedTest
  @EnumSource(value = QueueExit.class, names = {"ABANDONED", "UNSEEN"})
  void whenTheQueueSaysThatHeIsGone_thenTheRunIsOverWithoutAWord(QueueExit exit) {
    Runs caller = Runs.started(QUEUE).tell(new RunEvent.LeftQueue(Runs.SALES, exit));
    assertEquals(RunState.ENDED, caller.run.state());
    assertEquals(List.of(), caller.effects);
  }

  @Test
  void whenNewsOfAnotherQueueComesLate_thenNothingHappens() {
    Runs caller = Runs.started(QUEUE);
    QueueId other = new QueueId(Runs.TENANT, "support");
    assertEquals(RunState.QUEUED, caller.tell(new RunEvent.Refused(other, QueueRefusal.FULL)).run.state());
    assertEquals(RunState.QUEUED, caller.tell(new RunEvent.LeftQueue(other, QueueExit.EMERGENCY)).run.state());
  }

  @Test
  void aKeyOfTheQueueAsksToLeaveIt_andHeGoesOnThereWhenHeHasLeft() {
    Runs caller = Runs.started(QUEUE).keys("5").keys("9");
    assertEquals(List.of(new RunEffect.LeaveQueue(Runs.SALES, "9")), caller.effects);
    assertEquals(RunState.QUEUED, caller.run.state());
    assertEquals("again", caller.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.KEY, "9")).run.step());
  }

  @Test
  void whenSomebodyAnswersBeforeHeHasLeft_thenHeTalks() {
    Runs caller = Runs.started(QUEUE).keys("9").tell(new RunEvent.Connected());
    assertEquals(RunState.CONNECTED, caller.run.state());
  }

  @Test
  void whenTheFlowNoLongerHasTheKeyByWhichHeLeft_thenHeGoesOnAsIfNobodyWereThere() {
    assertEquals("no-agents", Runs.started(QUEUE).tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.KEY, "7")).run.step());
  }

  @Test
  void whomARuleOfTheQueueSendsOnGoesWhereTheFlowSays_orWhereTheMaximumWaitLeads() {
    String flow = """
        first: wait
        steps:
          wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, max_wait: waited, overflow: {late: other}}}
          waited: {play: {prompts: [a], next: end}}
          other: {play: {prompts: [b], next: end}}
          end: {hangup: {reason: closed}}
        """;
    assertEquals("other", Runs.started(flow).tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.OVERFLOW, "", "late")).run.step());
    assertEquals("waited", Runs.started(flow).tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.OVERFLOW, "", "gone")).run.step());
  }

  @Test
  void whatIsNotWrittenForTheMaximumWait_isAsIfNobodyWereThere() {
    Runs caller = Runs.started("""
        first: wait
        steps:
          wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: nobody, full: end}}
          nobody: {play: {prompts: [a], next: end}}
          end: {hangup: {reason: closed}}
        """).tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.MAX_WAIT));
    assertEquals("nobody", caller.run.step());
  }

  @Test
  void whenHeIsConnected_thenNothingIsSaidAnyMore() {
    Runs caller = Runs.started(QUEUE).tell(new RunEvent.Connected()).keys("123");
    assertEquals(RunState.CONNECTED, caller.run.state());
    assertEquals(List.of(), caller.effects);
    assertEquals("", caller.run.ahead());
  }

  @ParameterizedTest
  @EnumSource(value = Ending.class, names = {"FLOW_ENDED", "UNKNOWN_NUMBER", "BUSY", "CLOSED", "EMERGENCY", "NO_AGENTS", "TRANSFERRED"})
  void aHangupEndsTheCallForItsReason(Ending reason) {
    String written = reason.name().toLowerCase(Locale.ROOT);
    Runs caller = Runs.started("{first: end, steps: {end: {hangup: {reason: %s}}}}".formatted(written));
    assertEquals(List.of(new RunEffect.End(reason)), caller.effects);
    assertEquals(RunState.ENDED, caller.run.state());
  }
}
