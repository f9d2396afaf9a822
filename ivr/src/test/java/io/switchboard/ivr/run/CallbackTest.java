package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.QueueExit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallbackTest {
  private static final String FLOW = """
      first: wait
      steps:
        wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, keys: {2: promise}}}
        promise: {callback: {queue: sales, booked: promised, refused: again}}
        promised: {play: {prompts: [a], next: end}}
        again: {enqueue: {queue: sales, keep_wait: true, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: callback_booked}}
      """;

  private static Runs asked() {
    return Runs.started(FLOW).keys("2").tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.KEY, "2"));
  }

  @Test
  void whoLeavesByTheKeyIsPromisedACall_inHisLanguage() {
    Runs caller = asked();
    assertEquals(List.of(new RunEffect.Callback(Runs.SALES, "en")), caller.effects);
    assertEquals(RunState.BOOKING, caller.run.state());
    assertEquals("promised", caller.tell(new RunEvent.CallbackAnswered(true)).run.step());
  }

  @Test
  void whenItIsRefused_thenHeGoesOnAtTheBranchForIt() {
    assertEquals("again", asked().tell(new RunEvent.CallbackAnswered(false)).run.step());
  }

  @Test
  void afterARestartItIsAskedAgain_andALateAnswerMovesNothing() {
    Runs caller = asked().tell(new RunEvent.Resumed(0));
    assertEquals(List.of(new RunEffect.Callback(Runs.SALES, "en")), caller.effects);
    caller.tell(new RunEvent.CallbackAnswered(true)).tell(new RunEvent.CallbackAnswered(false));
    assertEquals("promised", caller.run.step());
  }
}
