package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.ending.QueueRefusal;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.verb.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transfer to one agent. */
class ToAgentTest {
  private static final String FLOW = """
      first: out
      steps:
        out: {transfer: {agent: anna, queue: sales, ring_s: 15, busy: busy, no_answer: late, failed: failed}}
        busy: {play: {prompts: [a], next: end}}
        late: {play: {prompts: [b], next: end}}
        failed: {play: {prompts: [c], next: end}}
        end: {hangup: {reason: no_agents}}
      """;

  @Test
  void herQueueIsAskedForHerAlone() {
    Runs caller = Runs.started(FLOW);
    assertEquals(List.of(new RunEffect.Enqueue(Runs.SALES, new Wish(0, Map.of(), "", "anna", false, 15_000))), caller.effects);
    assertEquals(RunState.QUEUED, caller.run.state());
    assertEquals(RunState.CONNECTED, caller.tell(new RunEvent.Connected()).run.state());
  }

  @ParameterizedTest
  @CsvSource({"AGENT_BUSY,a", "EMERGENCY,c", "UNKNOWN_QUEUE,c"})
  void whenSheIsNotRung_thenTheFlowGoesOnByWhy(QueueRefusal reason, String said) {
    assertEquals(List.of(said), Runs.started(FLOW).tell(new RunEvent.Refused(Runs.SALES, reason)).said());
  }

  @ParameterizedTest
  @CsvSource({"NO_ANSWER,b", "EMERGENCY,c", "QUEUE_REMOVED,c"})
  void whenSheDoesNotAnswer_thenTheFlowGoesOnByWhy(QueueExit exit, String said) {
    assertEquals(List.of(said), Runs.started(FLOW).tell(new RunEvent.LeftQueue(Runs.SALES, exit)).said());
  }

  @Test
  void keysWhileItRingsAreKept() {
    assertEquals("12", Runs.started(FLOW).keys("12").run.ahead());
  }

  @Test
  void whenThePlatformDiesWhileItRings_thenTheAnswerIsWaitedFor() {
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "main", "test", "en"));
    Runs.started(FLOW).facts.forEach(restart::replay);
    restart.replay(new Fact.QueueEntered(
        2, Runs.TENANT, Runs.CALL, 1, Runs.SALES, 0, Map.of(), "", "", "", new AgentId(Runs.TENANT, "anna"), false, 2, 2, 15_000));
    Run back = restart.runs(new Flows(Map.of("test", TestFlows.flow(FLOW)), Runs.HOURS)).getFirst().run();
    Runs caller = new Runs(back).tell(new RunEvent.Resumed(0));
    assertEquals(List.of(), caller.effects);
    assertEquals(List.of("b"), caller.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.NO_ANSWER)).said());
  }
}
