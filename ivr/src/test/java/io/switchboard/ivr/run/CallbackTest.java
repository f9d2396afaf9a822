package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.ending.QueueExit;
import io.switchboard.ivr.flow.Flow;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertEquals(List.of(new RunEffect.Callback(Runs.SALES, "+4930123", "en")), caller.effects);
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
    assertEquals(List.of(new RunEffect.Callback(Runs.SALES, "+4930123", "en")), caller.effects);
    caller.tell(new RunEvent.CallbackAnswered(true)).tell(new RunEvent.CallbackAnswered(false));
    assertEquals("promised", caller.run.step());
  }

  // --- at a number that he enters

  private static Runs wantsItAt(String entered, String called) {
    Flow flow = TestFlows.flow("""
        variables: {at: text}
        first: ask
        steps:
          ask: {collect: {into: at, prompts: [a], digits: {least: 3, most: 15}, no_key: {then: end}, next: promise}}
          promise: {callback: {queue: sales, number: at, booked: promised, refused: again}}
          promised: {play: {prompts: [b], next: end}}
          again: {play: {prompts: [c], next: end}}
          end: {hangup: {reason: callback_booked}}
        """);
    Caller caller = new Caller(Runs.TENANT, Runs.CALL, "+4930123", "Ada", called);
    Runs run = new Runs(Run.fresh(caller, new Flows(Map.of("test", flow), Runs.HOURS), "test", "en"));
    return run.tell(new RunEvent.Started()).keys(entered + "#");
  }

  @ParameterizedTest
  @CsvSource({
      "01701234567,     +4930555000, +491701234567", // as in the country whose number he called
      "00491701234567,  +4930555000, +491701234567",
      "0044207946018,   +4930555000, ''", // one digit too few
      "00442079460018,  +4930555000, +442079460018",
      "2079460018,      +442079460000, +442079460018",
      "00491701234567,  desk, ''"}) // where nobody knows the country, 00 is no prefix
  void heIsCalledAtTheNumberThatHeEntered_readAsWhereHeCalls(String entered, String called, String number) {
    Runs caller = wantsItAt(entered, called);
    if (number.isEmpty()) {
      assertEquals(List.of("c"), caller.said());
    } else {
      assertEquals(new RunEffect.Callback(Runs.SALES, number, "en"), caller.effects.getLast());
      assertEquals(List.of("b"), caller.tell(new RunEvent.CallbackAnswered(true)).said());
    }
  }

  @Test
  void whatIsNoNumberIsRefused_andNotTakenForHisOwn() {
    Runs caller = wantsItAt("123", "+4930555000");
    assertEquals(List.of("c"), caller.said());
    assertEquals(RunState.SPEAKING, caller.run.state());
  }

  @Test
  void afterARestartTheSameNumberIsAskedFor() {
    Runs caller = wantsItAt("01701234567", "+4930555000").tell(new RunEvent.Resumed(0));
    assertEquals(List.of(new RunEffect.Callback(Runs.SALES, "+491701234567", "en")), caller.effects);
  }
}
