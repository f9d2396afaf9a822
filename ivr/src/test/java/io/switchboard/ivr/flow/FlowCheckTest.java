package io.switchboard.ivr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bad flows, and word for word what an administrator reads about them. */
class FlowCheckTest {
  private static final String NAME = "1 to 64 of a-z 0-9 _ . -, beginning with a letter or digit";

  private static void wrong(String yaml, String... expected) {
    assertEquals(List.of(expected), TestFlows.problems(yaml));
  }

  @Test
  void anUnknownStep() {
    wrong("""
        first: sale
        steps:
          sales: {play: {prompts: [a], next: ende}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:1 /first: no step is named 'sale'. Right would be: one of end, sales",
        "test.yaml:3 /steps/sales/play/next: no step is named 'ende'. Right would be: one of end, sales");
  }

  @Test
  void ofManySteps_theOneThatWasPerhapsMeantIsNamed_elseSome() {
    StringBuilder many = new StringBuilder("first: gret\nsteps:\n  greet: {play: {prompts: [a], next: nowhere}}\n");
    IntStream.rangeClosed(10, 30).forEach(n -> many.append("  s").append(n).append(": {hangup: {reason: closed}}\n"));
    wrong(many.toString(),
        "test.yaml:1 /first: no step is named 'gret'. Right would be: 'greet', perhaps",
        "test.yaml:3 /steps/greet/play/next: no step is named 'nowhere'."
            + " Right would be: one of greet, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20 and 10 others");
  }

  @Test
  void anUnknownStepBehindAKey() {
    wrong("""
        first: ask
        steps:
          ask:
            menu:
              prompts: [a]
              keys:
                1: end
                "#": nowhere
              no_key: {then: end}
          end: {hangup: {reason: closed}}
        """, "test.yaml:8 /steps/ask/menu/keys/#: no step is named 'nowhere'. Right would be: one of ask, end");
  }

  @Test
  void aStepThatNobodyReaches() {
    wrong("""
        first: end
        steps:
          end: {hangup: {reason: closed}}
          lost: {play: {prompts: [a], next: end}}
        """, "test.yaml:4 /steps/lost: no way leads from the first step to 'lost'."
            + " Right would be: a branch that leads to it, or this step removed");
  }

  @Test
  void aFlowWithoutAnEnd() {
    wrong("""
        first: one
        steps:
          one: {play: {prompts: [a], next: two}}
          two: {play: {prompts: [b], next: one}}
        """, "test.yaml:3 /steps/one: no way leads from here to an end: one -> two -> one."
            + " Right would be: a branch that leads to a hangup");
  }

  @Test
  void aCircleForTheSilent() {
    wrong("""
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {1: end}, no_key: {then: sorry}}}
          sorry: {play: {prompts: [b], next: ask}}
          end: {hangup: {reason: closed}}
        """, "test.yaml:3 /steps/ask: a caller who presses no right key goes round for ever: ask -> sorry -> ask."
            + " Right would be: a way that leads on to a hangup, or a step in the circle with at_most: {times: 3, then: ...}");
  }

  @Test
  void aKeyThatLeadsOutOfAnEntry() {
    String flow = """
        variables: {account: text}
        first: ask
        steps:
          ask: {collect: {into: account, prompts: [a], digits: 8, keys: {'*': ask}, no_key: {then: end}, next: end}}
          end: {hangup: {reason: closed}}
        """;
    wrong(flow); // a circle that a key chooses
    wrong(flow.replace("'*': ask", "'*': aks"), "test.yaml:4 /steps/ask/collect/keys/*: no step is named 'aks'. Right would be: one of ask, end");
    wrong(flow.replace("'*': ask", "1: ask"),
        "test.yaml:4 /steps/ask/collect/keys/1: '1' is not written as it should be."
            + " Right would be: *, the one key that neither belongs to digits nor ends them");
    wrong(flow.replace("{'*': ask}", "{}"), "test.yaml:4 /steps/ask/collect/keys: there is too little here. Right would be: at least 1");
  }

  @Test
  void fromAMenuAPersonIsNearByAKeyThatLeadsOutOfAnEntry() {
    String flow = """
        variables: {account: text}
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {1: card}, no_key: {then: card}}}
          card: {collect: {into: account, prompts: [a], digits: 16, no_key: {then: again}, next: agent}}
          again: {menu: {prompts: [a], keys: {2: card}, no_key: {then: end}}}
          agent: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: closed}}
        """;
    wrong(flow,
        "test.yaml:4 /steps/ask: from here no 12 keys lead for certain to a person or to an end; a caller comes here without a key."
            + " Right would be: a key that leads to a queue, a transfer, a callback, a voicemail or a hangup",
        "test.yaml:6 /steps/again: from here no 12 keys lead for certain to a person or to an end; a caller comes here without a key."
            + " Right would be: a key that leads to a queue, a transfer, a callback, a voicemail or a hangup");
    wrong(flow.replace("digits: 16", "digits: 16, keys: {'*': agent}"));
    wrong("""
        variables: {account: text}
        first: card
        steps:
          card: {collect: {into: account, prompts: [a], digits: 16, keys: {'*': again}, no_key: {then: end}, next: end}}
          again: {menu: {prompts: [a], keys: {2: long}, no_key: {then: end}}}
          long: {collect: {into: account, prompts: [a], digits: 16, no_key: {then: end}, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:5 /steps/again: from here no 12 keys lead for certain to a person or to an end; a caller comes here by the keys *."
            + " Right would be: a key that leads to a queue, a transfer, a callback, a voicemail or a hangup");
  }

  @Test
  void aCircleThatARightKeyChoosesIsAllowed() {
    wrong("""
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {9: ask, 1: end}, no_key: {then: end}}}
          end: {hangup: {reason: closed}}
        """);
  }

  @Test
  void aPromptThatNoLanguageHas() {
    wrong("""
        first: say
        steps:
          say: {play: {prompts: [a, hello], next: end}}
          end: {hangup: {reason: closed}}
        """, "test.yaml:3 /steps/say/play/prompts/1: no prompt is named 'hello'."
            + " Right would be: one of a, b, bye, c, no-key, queue-position, wrong-entry, wrong-key");
  }

  @Test
  void aPromptInALanguageThatThereIsNot() {
    wrong("""
        first: say
        steps:
          say: {play: {prompts: [{prompt: a, language: fr}], next: set}}
          set: {language: {language: de, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/say/play/prompts/0: no language is named 'fr'. Right would be: one of en, zh",
        "test.yaml:4 /steps/set/language/language: no language is named 'de'. Right would be: one of en, zh");
  }

  @Test
  void aPromptThatNeedsAnArgument() {
    wrong("""
        first: say
        steps:
          say: {play: {prompts: [{prompt: queue-position, language: en}], next: end}}
          end: {hangup: {reason: closed}}
        """, "test.yaml:3 /steps/say/play/prompts/0: prompt 'queue-position' in language 'en' needs {position}, which this flow does not know."
            + " Right would be: a text with no other {...} than called, language, number");
  }

  @Test
  void anUnknownQueueAndUnknownHours() {
    wrong("""
        first: look
        steps:
          look: {hours: {hours: weekdays, open: wait, closed: end}}
          wait: {enqueue: {queue: sale, closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/look/hours/hours: no opening hours is named 'weekdays'. Right would be: one of always, never, theirs",
        "test.yaml:4 /steps/wait/enqueue/queue: no queue is named 'sale'. Right would be: one of sales, support");
  }

  @Test
  void anUnknownPreferredAgentAndAnUnknownValueClass() {
    wrong("""
        first: wait
        steps:
          wait: {enqueue: {queue: sales, preferred_agent: ann, value_class: vap, closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/wait/enqueue/preferred_agent: no agent is named 'ann'. Right would be: one of anna",
        "test.yaml:3 /steps/wait/enqueue/value_class: no value class is named 'vap'. Right would be: one of vip");
  }

  @Test
  void aSkillThatNobodyCanHave() {
    wrong("""
        first: wait
        steps:
          wait:
            enqueue:
              queue: sales
              skills: {sales: 3, englsh: 5}
              closed: end
              emergency: end
              no_agents: end
              full: end
          end: {hangup: {reason: closed}}
        """, "test.yaml:6 /steps/wait/enqueue/skills/englsh: no skill is named 'englsh'. Right would be: one of english, sales");
  }

  @Test
  void whatTheSchemaRefuses() {
    wrong("""
        frist: a
        first: a
        steps:
          a:
            menu:
              prompts: [a, {prompt: b}]
              keys: {12: c, 1: c}
              no_key: {repeats: 11, then: c, tehn: b}
              timeout_ms: 5s
          b: {play: {prompts: [], next: c}, hangup: {reason: busy}}
          c: {hangup: {reason: tired}}
          Dd: {hangup: {reason: busy}}
          f: {jump: a}
          g: 7
        """,
        "test.yaml:1 /frist: 'frist' is not known here. Right would be: 'first', perhaps; one of description, parameters, variables, first, steps",
        "test.yaml:6 /steps/a/menu/prompts/1: 'language' is missing. Right would be: a value for 'language'",
        "test.yaml:7 /steps/a/menu/keys/12: '12' is not written as it should be. Right would be: one key of a telephone: 0-9 * # A-D",
        "test.yaml:8 /steps/a/menu/no_key/repeats: 11 is too large. Right would be: at most 9",
        "test.yaml:8 /steps/a/menu/no_key/tehn: 'tehn' is not known here. Right would be: 'then', perhaps; one of say, repeats, then",
        "test.yaml:9 /steps/a/menu/timeout_ms: \"5s\" is of the wrong type. Right would be: a value of type integer",
        "test.yaml:10 /steps/b: there is too much here. Right would be: one verb, and at_most if it has a limit; verbs: play, say, menu, collect,"
            + " survey, language, hours, branch, set, lookup, flow, return, enqueue, wait, callback, transfer, voicemail, record or hangup",
        "test.yaml:10 /steps/b/play/prompts: there is too little here. Right would be: at least 1",
        "test.yaml:11 /steps/c/hangup/reason: \"tired\" is not known here."
            + " Right would be: one of flow_ended, unknown_number, busy, closed, emergency, no_agents, transferred, callback_booked",
        "test.yaml:12 /steps/Dd: 'Dd' is not written as it should be. Right would be: " + NAME,
        "test.yaml:13 /steps/f/jump: 'jump' is not known here. Right would be: one of play, say, menu, collect, survey, language,"
            + " hours, branch, set, lookup, flow, return, enqueue, wait, callback, transfer, voicemail, record, hangup, at_most",
        "test.yaml:14 /steps/g: 7 is of the wrong type. Right would be: a value of type object");
  }

  @Test
  void whatTheSchemaAndWhatTheCheckerFindComeTogether() {
    wrong("""
        first: one
        steps:
          one: {play: {prompts: [a]}}
          two: {play: {prompts: [b], next: three}}
        """,
        "test.yaml:3 /steps/one/play: 'next' is missing. Right would be: a value for 'next'",
        "test.yaml:4 /steps/two/play/next: no step is named 'three'. Right would be: one of one, two");
  }

  @Test
  void aQueueThatAsksTooMuch() {
    wrong("""
        first: wait
        steps:
          wait: {enqueue: {queue: sales, priority: 11, skills: {english: 0}, closed: end, emergency: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/wait/enqueue: 'no_agents' is missing. Right would be: a value for 'no_agents'",
        "test.yaml:3 /steps/wait/enqueue: 'full' is missing. Right would be: a value for 'full'",
        "test.yaml:3 /steps/wait/enqueue/priority: 11 is too large. Right would be: at most 10",
        "test.yaml:3 /steps/wait/enqueue/skills/english: 0 is too small. Right would be: at least 1");
  }

  @Test
  void aNumberThatNobodyMayCall() {
    wrong("""
        first: out
        steps:
          out: {transfer: {number: "+1900123456", failed: end, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/out/transfer/number: no tenant's calls may be transferred to +1900123456."
            + " Right would be: a number that 'destinations' in tenants.yaml begins, e.g. [\"+49\"]; a premium rate number needs 6 characters or more");
  }

  @Test
  void aNumberOrAPriorityByAFormulaOfTheWrongType() {
    List<String> problems = TestFlows.problems("""
        variables: {n: integer, vip: flag, pin: secret}
        first: ask
        steps:
          ask: {set: {values: {n: "3", vip: "n > 2"}, next: one}}
          one: {callback: {queue: sales, number: n, booked: end, refused: two}}
          two: {callback: {queue: sales, number: pin, booked: end, refused: wait}}
          wait: {enqueue: {queue: sales, priority: vip, closed: end, emergency: end, no_agents: end, full: end}}
          end: {hangup: {reason: closed}}
        """);
    assertEquals(3, problems.size(), problems.toString());
    assertTrue(problems.get(0).startsWith("test.yaml:5 /steps/one/callback/number"), problems.toString());
    assertTrue(problems.get(1).startsWith("test.yaml:6 /steps/two/callback/number"), problems.toString());
    assertTrue(problems.get(2).startsWith("test.yaml:7 /steps/wait/enqueue/priority"), problems.toString());
  }

  @Test
  void aSipAddressThatMayNotBeCalled() {
    wrong("""
        first: one
        steps:
          one: {transfer: {sip: "sip:desk@evil.example", trunk: first, failed: two, next: two}}
          two: {transfer: {sip: "sip:desk@pbx.example", trunk: firts, failed: three, next: three}}
          three: {transfer: {sip: "sip:+19005551234@pbx.example", trunk: first, failed: four, next: four}}
          four: {transfer: {sip: "sip:desk@pbx.example:5060", trunk: first, failed: end, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/one/transfer/sip: calls may not be transferred to sip:desk@evil.example over trunk 'first'."
            + " Right would be: an address whose host (and port, unless it is 5060) 'transfer_to' of this trunk in trunks.yaml lists",
        "test.yaml:4 /steps/two/transfer/trunk: no trunk is named 'firts'. Right would be: one of first",
        "test.yaml:5 /steps/three/transfer/sip: no tenant's calls may be transferred to +19005551234."
            + " Right would be: a number that 'destinations' in tenants.yaml begins, e.g. [\"+49\"]; a premium rate number needs 6 characters or more");
  }

  @Test
  void anAgentWhoIsNotThere() {
    wrong("""
        first: one
        steps:
          one: {transfer: {agent: ann, queue: sails, failed: two}}
          two: {transfer: {agent: anna, queue: sales, busy: end, no_answer: end, failed: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/one/transfer/agent: no agent is named 'ann'. Right would be: one of anna",
        "test.yaml:3 /steps/one/transfer/queue: no queue is named 'sails'. Right would be: one of sales, support");
    wrong("""
        first: one
        steps:
          one: {transfer: {agent: anna, failed: two}}
          two: {transfer: {agent: anna, queue: sales, failed: end, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/one/transfer: 'queue' is missing. Right would be: a value for 'queue'",
        "test.yaml:4 /steps/two/transfer/next: 'next' is not written as it should be."
            + " Right would be: either number, or sip with trunk, or agent with queue and without next");
  }

  @Test
  void aTransferLeadsToOnePlace() {
    wrong("""
        first: one
        steps:
          one: {transfer: {number: "+4930123456", sip: "sip:a@pbx.example", trunk: first, failed: two, next: two}}
          two: {transfer: {sip: "sip:a@pbx.example", failed: three, next: three}}
          three: {transfer: {failed: four, next: four}}
          four: {transfer: {number: "+4930123456", trunk: first, failed: end, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/one/transfer/number: 'number' is not written as it should be. Right would be: either number, or sip with trunk, or agent with queue and without next",
        "test.yaml:4 /steps/two/transfer: 'trunk' is missing. Right would be: a value for 'trunk'",
        "test.yaml:5 /steps/three/transfer: 'number' is missing. Right would be: a value for 'number'",
        "test.yaml:6 /steps/four/transfer/trunk: 'trunk' is not written as it should be. Right would be: either number, or sip with trunk, or agent with queue and without next");
  }

  @Test
  void aTransferAndAMessageThatAreWrittenWrong() {
    wrong("""
        first: out
        steps:
          out: {transfer: {number: +4930123456, ring_s: 500, failed: box, next: end}}
          box: {voicemail: {queue: sales, prompts: [a], most_s: 1, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/out/transfer/number: 4930123456 is of the wrong type. Right would be: a value of type string",
        "test.yaml:3 /steps/out/transfer/ring_s: 500 is too large. Right would be: at most 120",
        "test.yaml:4 /steps/box/voicemail/most_s: 1 is too small. Right would be: at least 5");
    wrong("""
        first: out
        steps:
          out: {transfer: {number: "030 123456", failed: box, next: end}}
          box: {voicemail: {queue: sails, prompts: [nothing], next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/out/transfer/number: \"030 123456\" is not written as it should be."
            + " Right would be: a telephone number with country code in quotes, e.g. \"+4930123456\"",
        "test.yaml:4 /steps/box/voicemail/queue: no queue is named 'sails'. Right would be: one of sales, support",
        "test.yaml:4 /steps/box/voicemail/prompts/0: no prompt is named 'nothing'. Right would be: one of a, b, bye, c, no-key,"
            + " queue-position, wrong-entry, wrong-key");
  }

  @Test
  void aTransferThatTurnsInACircle() {
    wrong("""
        first: out
        steps:
          out: {transfer: {number: "+4930123456", busy: out, failed: end, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:3 /steps/out: a caller who presses no right key goes round for ever: out -> out."
            + " Right would be: a way that leads on to a hangup, or a step in the circle with at_most: {times: 3, then: ...}");
  }

  @Test
  void whatIsNoYaml() {
    wrong("", "test.yaml: it is empty. Right would be: YAML");
    wrong("first: [", "test.yaml:1: it is no YAML: while parsing a flow node. Right would be: YAML, indented by spaces");
    wrong("first: a\nfirst: b\n", "test.yaml:2: there is already a key 'first'. Right would be: each key once");
    wrong("- 1\n", "test.yaml:1: [1] is of the wrong type. Right would be: a value of type object");
  }
}
