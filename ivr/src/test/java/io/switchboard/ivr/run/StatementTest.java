package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller says for his call. */
class StatementTest {
  private static final String FLOW = """
      variables: {said: text}
      first: say
      steps:
        say: {at_most: {times: 3, then: end}, record: {prompts: [a], most_s: 30, silence_s: 2, least_s: 3, into: said, too_short: short, next: ask}}
        short: {play: {prompts: [b], next: say}}
        ask: {menu: {prompts: [c, bye], keys: {1: end, 2: say}, no_key: {then: end}}}
        end: {hangup: {reason: flow_ended}}
      """;

  private static Runs speaking() {
    return Runs.started(FLOW).heard();
  }

  private static Fact remembered(String id) {
    return new Fact.Learned.Remembered(1_000, Runs.TENANT, Runs.CALL, 0, Map.of("said", id));
  }

  @Test
  void whenThePromptsWereHeard_thenHeIsRecorded_andTheVariableHoldsWhatIsKept() {
    Runs caller = Runs.started(FLOW);
    assertEquals(List.of("a"), caller.said());
    assertEquals(List.of(new RunEffect.Record(1, 30_000, 2_000)), caller.heard().effects);
    assertTrue(caller.facts.contains(new Fact.Errand.RecordingBegun(1_000, Runs.TENANT, Runs.CALL, 1, "say", 3_000)));
    assertEquals(List.of(new RunEffect.KeepRecording(1, 3_000)), caller.tell(new RunEvent.Recorded(1)).effects);
    assertEquals(RunState.KEEPING, caller.run.state());
    caller.tell(new RunEvent.RecordingKept(1, true));
    assertEquals(List.of("c", "bye"), caller.said());
    assertTrue(caller.facts.contains(remembered("1.1-1")), caller.facts.toString());
  }

  @Test
  void whenItWasTooShort_thenHeIsToldSo_andNothingIsRemembered() {
    Runs caller = speaking().tell(new RunEvent.Recorded(1)).tell(new RunEvent.RecordingKept(1, false));
    assertEquals(List.of("b"), caller.said());
    assertTrue(caller.facts.stream().noneMatch(Fact.Learned.Remembered.class::isInstance));
    assertEquals(List.of(new RunEffect.Record(2, 30_000, 2_000)), caller.heard().heard().effects);
  }

  @Test
  void keysOfTheRecordingAreItsOwn_butThoseAfterItAnswerTheNextMenu() {
    Runs caller = speaking().keys("2#").tell(new RunEvent.Recorded(1)).keys("1").tell(new RunEvent.RecordingKept(1, true));
    assertEquals(List.of("ask=1"), caller.answers());
  }

  @Test
  void whenHeHangsUpWhileHeSpeaks_thenWhatHeSaidIsKept_andOnlyOnce() {
    assertEquals(List.of(new RunEffect.KeepRecording(1, 3_000)), speaking().tell(new RunEvent.CallerGone()).effects);
    assertEquals(List.of(), speaking().tell(new RunEvent.Recorded(1)).tell(new RunEvent.CallerGone()).effects);
    assertEquals(List.of(), Runs.started(FLOW).tell(new RunEvent.CallerGone()).effects);
  }

  @Test
  void whenTheEndIsToldTwice_thenItIsKeptOnce_andALateOneChangesNothing() {
    Runs caller = speaking().tell(new RunEvent.Recorded(1)).tell(new RunEvent.Resumed(1));
    assertEquals(RunState.KEEPING, caller.run.state());
    assertEquals(List.of(), caller.tell(new RunEvent.Recorded(1)).effects);
    caller.tell(new RunEvent.RecordingKept(1, true)).keys("2").heard();
    assertEquals(2, caller.run.errand());
    assertEquals(RunState.RECORDING, caller.tell(new RunEvent.RecordingKept(1, true)).run.state());
  }

  // --- the platform dies

  private static Runs restarted(Runs dead, int errand) {
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    dead.facts.forEach(restart::replay);
    Run back = restart.runs(new Flows(Map.of("test", TestFlows.flow(FLOW)), Runs.HOURS)).getFirst().run();
    return new Runs(back).tell(new RunEvent.Resumed(errand));
  }

  @Test
  void whenItDiedWhileHeSpoke_thenHeSpeaksOn() {
    Runs back = restarted(speaking(), 1);
    assertEquals(List.of(), back.effects);
    assertEquals(List.of(new RunEffect.KeepRecording(1, 3_000)), back.tell(new RunEvent.Recorded(1)).effects);
  }

  @Test
  void whenItDiedWhileItWasKept_thenTheLineTellsItsEndAgain_andTheFlowGoesOn() {
    Runs dead = speaking().tell(new RunEvent.Recorded(1));
    dead.facts.add(new Fact.Errand.RecordingKept(2, Runs.TENANT, Runs.CALL, 1, "f", 4_000));
    Runs back = restarted(dead, 1).tell(new RunEvent.Recorded(1)).tell(new RunEvent.RecordingKept(1, true));
    assertEquals(List.of("c", "bye"), back.said());
    assertTrue(back.facts.contains(remembered("1.1-1")));
  }

  @Test
  void whenItDiedBeforeTheBeep_thenThePromptsAreSaidAgain() {
    Runs back = restarted(speaking(), 0);
    assertEquals(List.of("a"), back.said());
    assertEquals(List.of(new RunEffect.Record(2, 30_000, 2_000)), back.heard().effects);
  }
}
