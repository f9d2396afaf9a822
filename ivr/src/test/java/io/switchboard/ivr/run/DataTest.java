package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.CallSignal;
import io.switchboard.ivr.flow.Flows;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.value.Value;
import io.switchboard.ivr.verb.Wish;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flows remember, compute, look up, ask queues and hand to other flows. */
class DataTest {
  private static Ending ending(Runs caller) {
    return caller.effects.stream().filter(RunEffect.End.class::isInstance).map(RunEffect.End.class::cast)
        .map(RunEffect.End::ending).findFirst().orElseThrow();
  }

  private static Map<String, Value> values(Runs caller) {
    return caller.run.frames().getLast().values();
  }

  @Test
  void valuesAreComputedFromWhatWasThereBefore() {
    Runs caller = Runs.started("""
        variables: {a: integer, b: integer, half: number, word: text, yes: flag}
        first: one
        steps:
          one: {set: {values: {a: 7, b: 2, word: "'x' + number"}, next: two}}
          two: {set: {values: {a: b, b: a, half: "double(a) / 2.0", yes: a > b && word.startsWith('x')}, next: end}}
          end: {hangup: {reason: closed}}
        """);
    assertEquals(
        Map.of("a", new Value.Whole(2), "b", new Value.Whole(7), "half", new Value.Decimal(3.5), "word", new Value.Text("x+4930123"),
            "yes", new Value.Flag(true)),
        values(caller));
  }

  @Test
  void aWholeNumberServesWhereADecimalOneIsWanted() {
    Runs caller = Runs.started("""
        variables: {amount: number}
        first: one
        steps:
          one: {set: {values: {amount: 7}, next: two}}
          two: {branch: {when: [{if: amount == 7.0 && amount > 6, then: end}], otherwise: other}}
          end: {hangup: {reason: closed}}
          other: {hangup: {reason: busy}}
        """);
    assertEquals(Ending.CLOSED, ending(caller));
  }

  @ParameterizedTest
  @CsvSource({"5, CLOSED", "0, BUSY"})
  void whatHasNoValueChangesNothingAndHoldsNot(long divisor, Ending expected) {
    Runs caller = Runs.started("""
        variables: {a: integer, b: integer}
        first: one
        steps:
          one: {set: {values: {a: 10, b: %d}, next: two}}
          two: {set: {values: {a: 10 / b, b: int('many')}, next: three}}
          three: {branch: {when: [{if: 10 / b == 2, then: closed}, {if: b < 0, then: three}], otherwise: busy}, at_most: {times: 2, then: busy}}
          closed: {hangup: {reason: closed}}
          busy: {hangup: {reason: busy}}
        """.formatted(divisor));
    assertEquals(expected, ending(caller));
    assertEquals(new Value.Whole(divisor), values(caller).get("b"));
  }

  private static final String FIND = """
      variables: {balance: number, name: text}
      first: find
      steps:
        find: {lookup: {lookup: account, with: {number: number}, into: {balance: balance}, found: closed, nothing: busy, failed: emergency}}
        closed: {hangup: {reason: closed}}
        busy: {hangup: {reason: busy}}
        emergency: {hangup: {reason: emergency}}
      """;

  @Test
  void whatIsFoundIsRemembered_asFarAsTheFlowAsksForIt() {
    Runs caller = Runs.started(FIND);
    RunEffect.Look look = (RunEffect.Look) caller.effects.getFirst();
    assertEquals(Map.of("number", new Value.Text("+4930123")), look.asked().values());
    assertEquals("1.1:test:find:1", look.asked().request());
    caller.tell(new RunEvent.LookedUp(look.number(), new Found.Row(Map.of("balance", new Value.Decimal(-2.5), "name", new Value.Text("x")))));
    assertEquals(Ending.CLOSED, ending(caller));
    assertEquals(new Value.Decimal(-2.5), values(caller).get("balance"));
    assertEquals(new Value.Text(""), values(caller).get("name"));
    assertTrue(caller.facts.contains(new Fact.Learned.Remembered(1_000, Runs.TENANT, Runs.CALL, 0, Map.of("balance", "-2.5"))));
  }

  @Test
  void nothingAndFailuresHaveWaysOfTheirOwn() {
    assertEquals(Ending.BUSY, ending(Runs.started(FIND).tell(new RunEvent.LookedUp(1, new Found.Nothing()))));
    Runs failed = Runs.started(FIND).tell(new RunEvent.LookedUp(1, new Found.Failed("no answer in time")));
    assertEquals(Ending.EMERGENCY, ending(failed));
    assertTrue(failed.facts.contains(
        new Fact.Learned.LookedUp(1_000, Runs.TENANT, Runs.CALL, "find", "account", "failed", false, "no answer in time")));
  }

  @Test
  void keysPressedWhileItIsLookedUpAreKept() {
    Runs caller = Runs.started(FIND.replace("found: closed", "found: ask").replace("steps:\n",
        "steps:\n  ask: {menu: {prompts: [a], keys: {7: busy}, no_key: {then: closed}}}\n"));
    caller.keys("7").tell(new RunEvent.LookedUp(1, new Found.Row(Map.of())));
    assertEquals(Ending.BUSY, ending(caller));
  }

  @ParameterizedTest
  @CsvSource({"0, 3, 1, 0, CLOSED", "9, 3, 0, 130000, BUSY", "9, 3, 0, -1, EMERGENCY", "9, 3, 0, 119001, BUSY", "9, 3, 0, 119000, EMERGENCY"})
  void aFlowGoesByHowTheQueueStands(int waiting, int agents, int ready, long expectedMs, Ending expected) {
    Runs caller = Runs.started("""
        first: look
        steps:
          look:
            wait:
              queue: sales
              when: [{if: queue_ready > queue_waiting && queue_agents == 3, then: closed}, {if: queue_expected_s >= 120, then: busy}]
              otherwise: emergency
          closed: {hangup: {reason: closed}}
          busy: {hangup: {reason: busy}}
          emergency: {hangup: {reason: emergency}}
        """);
    assertEquals(List.of(new RunEffect.AskQueue(Runs.SALES)), caller.effects);
    caller.tell(new RunEvent.QueueTold(new CallSignal.QueueStands(Runs.CALL, Runs.SALES, waiting, agents, ready, expectedMs)));
    assertEquals(expected, ending(caller));
  }

  private static final Flows CALLING = TestFlows.flows(Map.of(
      "main", """
          variables: {who: text}
          first: identify
          steps:
            identify:
              flow: {flow: identify, with: {language_wanted: "'zh'", tries: 2}, into: {who: account}, exits: {known: told, unknown: busy}}
            told: {say: {text: {en: "{who}", zh: "{who}"}, next: closed}}
            closed: {hangup: {reason: closed}}
            busy: {hangup: {reason: busy}}
          """,
      "identify", """
          parameters: {language_wanted: text, tries: integer}
          variables: {account: text}
          first: choose
          steps:
            choose: {branch: {when: [{if: language_wanted == 'zh' && tries == 2, then: chinese}], otherwise: ask}}
            chinese: {language: {language: zh, next: ask}}
            ask: {collect: {into: account, prompts: [a], digits: 2, no_key: {repeats: 0, then: unknown}, next: known}}
            known: {return: {as: known}}
            unknown: {return: {as: unknown}}
          """));

  @Test
  void aFlowIsCalledWithParameters_andComesBackWithItsWordAndItsValues() {
    Runs caller = new Runs(CALLING, "main").tell(new RunEvent.Started());
    assertEquals("identify", caller.run.flow().name());
    caller.keys("42");
    assertEquals("main", caller.run.flow().name());
    RunEffect.Play play = (RunEffect.Play) caller.effects.getLast();
    assertEquals("zh", play.language());
    assertEquals(Map.of("who", "42"), play.values());
    assertEquals(List.of("identify", "choose", "chinese", "ask", "known", "told"), caller.steps());
  }

  @Test
  void whatAFlowReturnsChoosesTheWay() {
    Runs caller = new Runs(CALLING, "main").tell(new RunEvent.Started()).heard().silence();
    assertEquals(Ending.BUSY, ending(caller));
  }

  @Test
  void aFlowThatReturnsToNobodyEndsTheCall() {
    assertEquals(Ending.FLOW_ENDED, ending(new Runs(CALLING, "identify").tell(new RunEvent.Started()).keys("42")));
  }

  @Test
  void theScoreOfASurveyIsAFact() {
    String flow = """
        first: ask
        steps:
          ask: {survey: {name: nps, prompts: [a], worst: 0, best: 10, bad: 6, no_key: {repeats: 0, then: end}, next: end}}
          end: {hangup: {reason: flow_ended}}
        """;
    assertEquals(List.of("10 false"), scores(Runs.started(flow).keys("10")));
    assertEquals(List.of("1 true"), scores(Runs.started(flow).keys("1#")));
    assertEquals(List.of("6 true"), scores(Runs.started(flow).keys("6").silence()));
    assertEquals(List.of(), scores(Runs.started(flow).keys("11")));
  }

  private static List<String> scores(Runs caller) {
    return caller.facts.stream().filter(Fact.Learned.Scored.class::isInstance).map(Fact.Learned.Scored.class::cast)
        .map(scored -> scored.score() + " " + scored.bad()).toList();
  }

  /** The platform dies after each fact of a call and comes back with nothing but facts: the flow goes on where it was, knowing what it knew. */
  @Test
  void afterARestartTheFlowsGoOnWithWhatTheyKnew() {
    Fact arrived = new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "x", "main", "en");
    Runs dead = new Runs(CALLING, "main").tell(new RunEvent.Started()).keys("4");
    Restart restart = new Restart();
    restart.replay(arrived);
    dead.facts.forEach(restart::replay);
    Runs back = new Runs(restart.runs(CALLING).getFirst().run()).tell(new RunEvent.Resumed());
    assertEquals(List.of("a"), back.said(), "the digits are asked for again");
    assertEquals(2, back.run.frames().size());
    back.keys("42");
    RunEffect.Play play = (RunEffect.Play) back.effects.getLast();
    assertEquals(Map.of("who", "42"), play.values());
    assertEquals("zh", play.language());
  }

  @Test
  void afterARestartSecretsAreAskedForAgain_andTriesStayCounted() {
    String flow = """
        variables: {account: text, pin: secret, ok: flag}
        first: ask
        steps:
          ask: {at_most: {times: 2, then: blocked}, collect: {into: pin, prompts: [b], digits: 4, no_key: {then: end}, next: account}}
          account: {collect: {into: account, prompts: [a], digits: 3, no_key: {then: end}, next: verify}}
          verify: {lookup: {lookup: pin, with: {account: account, pin: pin}, into: {ok: ok}, found: ask, nothing: ask, failed: end}}
          blocked: {hangup: {reason: busy}}
          end: {hangup: {reason: closed}}
        """;
    Runs dead = Runs.started(flow).keys("1111").keys("1");
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "x", "test", "en"));
    dead.facts.forEach(restart::replay);
    Runs back = new Runs(restart.runs(TestFlows.flows(Map.of("test", flow))).getFirst().run()).tell(new RunEvent.Resumed());
    assertEquals(List.of("b"), back.said(), "the secret was lost with the platform");
    back.keys("2222123").tell(new RunEvent.LookedUp(back.run.entered(), new Found.Nothing()));
    assertEquals("ask", back.run.step());
    back.keys("3333123").tell(new RunEvent.LookedUp(back.run.entered(), new Found.Nothing()));
    assertEquals(Ending.BUSY, ending(back), "the second try was the last: the restart gave none");
  }

  @Test
  void afterARestartWhoLeftAnEntryForAColleagueStillWaits_thoughSecretsThatHeHadEnteredAreLost() {
    String flow = """
        variables: {card: secret, code: secret, ok: flag}
        first: card
        steps:
          card: {collect: {into: card, prompts: [a], digits: 4, no_key: {then: end}, next: code}}
          code: {collect: {into: code, prompts: [b], digits: 3, keys: {'*': wait}, no_key: {then: end}, next: pay}}
          pay: {lookup: {lookup: pin, with: {account: "'1'", pin: card}, into: {ok: ok}, found: end, nothing: end, failed: end}}
          wait: {enqueue: {queue: sales, closed: sorry, emergency: sorry, no_agents: sorry, full: sorry}}
          sorry: {play: {prompts: [bye], next: end}}
          end: {hangup: {reason: closed}}
        """;
    Runs dead = Runs.started(flow).keys("4111*");
    Restart restart = new Restart();
    restart.replay(new Fact.CallArrived(1, Runs.TENANT, Runs.CALL, "+49", "+4930123", "Ada", "t", "x", "test", "en"));
    dead.facts.forEach(restart::replay);
    restart.replay(new Fact.QueueEntered(9, Runs.TENANT, Runs.CALL, 1, Runs.SALES, 0, Map.of(), "", ""));
    Runs back = new Runs(restart.runs(TestFlows.flows(Map.of("test", flow))).getFirst().run()).tell(new RunEvent.Resumed());
    assertEquals(List.of(), back.effects);
    assertEquals("wait", back.run.step());
    back.tell(new RunEvent.LeftQueue(Runs.SALES, QueueExit.EMERGENCY));
    assertEquals(List.of("bye"), back.said());
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "7, 10", "-3, 0", "0, 0"})
  void aPriorityIsComputedAsHeComes_withinItsRange_andWhatHasNoValueIsNone(long n, int priority) {
    Runs caller = Runs.started("""
        variables: {n: integer}
        first: learn
        steps:
          learn: {set: {values: {n: "%d"}, next: wait}}
          wait: {enqueue: {queue: sales, priority: "n == 0 ? 1 / n : 2 * n", closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: closed}}
        """.formatted(n));
    assertEquals(List.of(new RunEffect.Enqueue(Runs.SALES, Wish.NONE.priority(priority))), caller.effects);
  }
}
