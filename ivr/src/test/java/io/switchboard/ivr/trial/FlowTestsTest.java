package io.switchboard.ivr.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.adapter.yaml.FlowTestFiles;
import io.switchboard.ivr.flow.Problem;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.run.Outward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of flows tell what is right from what is wrong, and where. */
class FlowTestsTest {
  private static final String FLOW = """
      variables: {account: text, balance: number}
      first: ask
      steps:
        ask: {collect: {into: account, prompts: [a], digits: 3, no_key: {then: end}, next: find}}
        find: {lookup: {lookup: account, with: {number: account}, into: {balance: balance}, found: told, nothing: queue, failed: end}}
        told: {say: {text: {en: "You have {balance:money:EUR}.", zh: "您有{balance:money:EUR}。"}, next: end}}
        queue: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: flow_ended}}
      """;

  private static List<String> failures(String yaml) {
    return failures(FLOW, yaml);
  }

  private static List<String> failures(String flow, String yaml) {
    List<Problem> problems = new ArrayList<>();
    List<FlowTest> tests = FlowTestFiles.read("test.yaml", yaml, TestFlows.LOOKUPS, problems);
    assertEquals(List.of(), problems);
    FlowTests runner =
        new FlowTests(TestFlows.flows(Map.of("test", flow)), TestFlows.PROMPTS, Outward.NONE, new TenantId("demo"));
    List<String> failures = new ArrayList<>();
    tests.forEach(test -> runner.run(test).ifPresent(failure -> failures.add(failure.line() + ": " + failure.expected() + " | " + failure.was())));
    return failures;
  }

  @Test
  void whatIsRightPasses() {
    assertEquals(List.of(), failures("""
        flow: test
        lookups: {account: [{balance: 12.5}, nothing]}
        tests:
          a balance:
            - hears: [a]
            - presses: "123"
            - hears: [{text: "You have twelve euros and fifty cents."}]
            - knows: {account: 123, balance: 12.5}
            - ends: flow_ended
        """));
    assertEquals(List.of(), failures("""
        flow: test
        lookups: {account: nothing}
        tests:
          nobody:
            - presses: "123"
            - queue: sales
            - step: test/queue
            - talks
            - hangs_up
            - ends: caller_hung_up_in_flow
        """));
  }

  @Test
  void eachWrongExpectationIsToldWithItsLine() {
    assertEquals(List.of(
        "5: he hears [b] | he heard [a]",
        "8: he is with the queue support | at test/queue the call is with queue sales",
        "11: account is '124' | it is '123'",
        "14: the call is over: BUSY | at test/queue the call is with queue sales",
        "17: he may speak | at test/ask the call waits for keys"), failures("""
        flow: test
        lookups: {account: nothing}
        tests:
          one:
            - hears: [b]
          two:
            - presses: "123"
            - queue: support
          three:
            - presses: "123"
            - knows: {account: 124}
          four:
            - presses: "123"
            - ends: busy
          five:
            - hears: [a]
            - speaks
        """));
  }

  @Test
  void aLookupThatTheTestDoesNotSpeakOfFailsIt() {
    assertEquals(
        List.of("4: the test says what lookup 'account' gives | it was asked with {number=123} at test/find"), failures("""
            flow: test
            tests:
              one:
                - presses: "123"
            """));
  }

  @Test
  void wrongTestsAreProblemsWithTheirPlace() {
    List<Problem> problems = new ArrayList<>();
    FlowTestFiles.read("test.yaml", """
        flow: test
        at: tomorrow
        lookups: {account: {balanse: 7}, nowhere: {}}
        tests:
          one: [silent]
        """, TestFlows.LOOKUPS, problems);
    FlowTestFiles.read("test.yaml", "flow: test\ntests: {one: [sings, {presses: x}]}\n", Map.of(), problems);
    assertEquals(5, problems.size(), problems.toString());
    assertTrue(problems.stream().allMatch(problem -> problem.line() > 0), problems.toString());
  }

  @Test
  void whoLeavesAQueueByAKeyGoesWhereItLeads_andByNoOther() {
    String flow = """
        first: wait
        steps:
          wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, keys: {0: told, '#': end}}}
          told: {play: {prompts: [b], next: end}}
          end: {hangup: {reason: flow_ended}}
        """;
    assertEquals(List.of("10: key 9 leads out of the queue | at test/wait [#, 0] do"), failures(flow, """
        flow: test
        tests:
          by key:
            - queue: sales
            - leaves: {key: "0"}
            - hears: [b]
            - ends: flow_ended
          by another:
            - queue: sales
            - leaves: {key: "9"}
        """));
    List<Problem> problems = new ArrayList<>();
    FlowTestFiles.read("test.yaml", "flow: test\ntests: {one: [{leaves: {}}], two: [{leaves: {key: x}}], three: [{leaves: {key: '1', overflow: late}}]}\n",
        Map.of(), problems);
    assertEquals(List.of(
        "test.yaml:2 /tests/one/0/leaves: there is too little here. Right would be: max_wait, emergency, no_agents, no_answer, {overflow: RULE},"
            + " or {key: \"0\"} with a key of the queue's step",
        "test.yaml:2 /tests/two/0/leaves/key: \"x\" is not written as it should be. Right would be: one key in quotes: 0-9 * #",
        "test.yaml:2 /tests/three/0/leaves: there is too much here. Right would be: max_wait, emergency, no_agents, no_answer, {overflow: RULE},"
            + " or {key: \"0\"} with a key of the queue's step"), problems.stream().map(Problem::toString).toList());
  }

  @Test
  void whatIsRecorded_andWhatIsTooShort() {
    String flow = """
        variables: {said: text}
        first: say
        steps:
          say: {at_most: {times: 2, then: end}, record: {prompts: [a], into: said, too_short: say, next: told}}
          told: {play: {prompts: [b], next: end}}
          end: {hangup: {reason: flow_ended}}
        """;
    assertEquals(List.of(), failures(flow, """
        flow: test
        tests:
          kept:
            - hears: [a]
            - speaks
            - knows: {said: test-1}
            - hears: [b]
            - ends: flow_ended
          silent twice:
            - says_nothing
            - hears: [a]
            - says_nothing
            - knows: {said: ""}
            - ends: flow_ended
        """));
  }
}
