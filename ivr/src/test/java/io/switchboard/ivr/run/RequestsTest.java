package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which requests data sources are asked in one call; a restart after each fact comes to the same. */
class RequestsTest {
  private static final Flows FLOWS = TestFlows.flows(Map.of(
      "main", """
          first: find
          steps:
            find: {lookup: {lookup: account, with: {number: number}, found: first, nothing: first, failed: first}}
            first: {flow: {flow: part, exits: {again: second, over: end}}}
            second: {flow: {flow: deeper, exits: {over: end}}}
            end: {hangup: {reason: closed}}
          """,
      "deeper", """
          first: part
          steps:
            part: {at_most: {times: 9, then: over}, flow: {flow: part, exits: {again: part, over: over}}}
            over: {return: {as: over}}
          """,
      "part", """
          first: ask
          steps:
            ask: {menu: {prompts: [a], keys: {1: find, 2: again, 3: over}, no_key: {then: over}}}
            find: {lookup: {lookup: account, with: {number: number}, found: ask, nothing: ask, failed: ask}}
            again: {return: {as: again}}
            over: {return: {as: over}}
          """));
  private static final Found ROW = new Found.Row(Map.of("balance", new Value.Decimal(1)));
  private static final Found NOTHING = new Found.Nothing();
  private static final Found FAILED = new Found.Failed("no answer in time");

  private final List<String> requests = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private Runs caller = new Runs(FLOWS, "main");

  RequestsTest() {
    facts.add(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "x", "main", "en"));
    tell(new RunEvent.Started());
  }

  private RequestsTest tell(RunEvent event) {
    int before = caller.facts.size();
    caller.tell(event);
    facts.addAll(caller.facts.subList(before, caller.facts.size()));
    caller.effects.stream().filter(RunEffect.Look.class::isInstance).map(RunEffect.Look.class::cast)
        .forEach(look -> requests.add(look.asked().request()));
    Restart restart = new Restart();
    facts.forEach(restart::replay);
    assertEquals(caller.run.requests(), restart.runs(FLOWS).getFirst().run().requests(), "what facts tell is what is");
    return this;
  }

  private RequestsTest key(char key) {
    return tell(new RunEvent.KeyPressed(key));
  }

  private RequestsTest answered(Found found) {
    return tell(new RunEvent.LookedUp(caller.run.entered(), found));
  }

  @Test
  void whatWasAnsweredIsAnotherQuestionNextTime_alsoInAFlowThatIsCalledAgain_atAnyDepth() {
    answered(ROW).key('1').answered(ROW).key('1').answered(NOTHING).key('2').key('1').answered(ROW).key('2').key('1');
    assertEquals("part", caller.run.flow().name());
    assertEquals(3, caller.run.frames().size());
    assertEquals(
        List.of("1.1:main:find:1", "1.1:part:find:1", "1.1:part:find:2", "1.1:part:find:3", "1.1:part:find:4"), requests);
  }

  @Test
  void whatFailedIsAskedByTheSameRequest_forItMayHaveBeenCarriedOut() {
    answered(ROW).key('1').answered(FAILED).key('1').answered(FAILED).key('2').key('1').answered(NOTHING).key('1');
    assertEquals(
        List.of("1.1:main:find:1", "1.1:part:find:1", "1.1:part:find:1", "1.1:part:find:1", "1.1:part:find:2"), requests);
  }

  @Test
  void whenTheLineWasAwayAmidIt_thenItIsAskedByTheSameRequest() {
    tell(new RunEvent.Resumed());
    assertEquals(List.of("1.1:main:find:1", "1.1:main:find:1"), requests);
  }
}
