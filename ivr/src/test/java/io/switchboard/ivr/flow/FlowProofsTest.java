package io.switchboard.ivr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Flows in which every name is right, and word for word what an administrator reads about where they lead. */
class FlowProofsTest {
  private static final String PERSON = "a key that leads to a queue, a transfer, a callback, a voicemail or a hangup";

  private static void wrong(String yaml, String... expected) {
    assertEquals(List.of(expected), TestFlows.problems(yaml));
  }

  // --- how far a person is

  /** So many menus, one behind the other by key 1; behind the last is a person. */
  private static String menus(int many) {
    return IntStream.rangeClosed(1, many)
        .mapToObj(n -> "  m" + n + ": {menu: {prompts: [a], keys: {1: " + (n < many ? "m" + (n + 1) : "person") + "}, no_key: {then: end}}}\n")
        .collect(Collectors.joining()) + "  person: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}\n"
        + "  end: {hangup: {reason: closed}}\n";
  }

  @Test
  void aPersonWhoIsThirteenKeysAway() {
    wrong("first: m1\nsteps:\n" + menus(12));
    wrong("first: m1\nsteps:\n" + menus(13), "test.yaml:3 /steps/m1: from here no 12 keys lead for certain to a person or to an end;"
        + " a caller comes here without a key. Right would be: " + PERSON);
  }

  @Test
  void theWayToWhereHeIsTooFarIsShownAsHisKeys() {
    wrong("first: door\nsteps:\n"
        + "  door: {menu: {prompts: [a], keys: {0: person, 7: number}, no_key: {then: end}}}\n"
        + "  number: {collect: {into: n, prompts: [b], digits: {least: 4, most: 8}, no_key: {then: end}, next: far}}\n"
        + "  far: {menu: {prompts: [a], keys: {'#': m1}, no_key: {then: end}}}\n" + menus(12) + "variables: {n: text}\n",
        "test.yaml:5 /steps/far: from here no 12 keys lead for certain to a person or to an end;"
            + " a caller comes here by the keys 7 <5 digits>. Right would be: " + PERSON);
  }

  @Test
  void theDigitsOfAnEntryAreKeysToo() {
    String flow = "variables: {n: text}\nfirst: ask\nsteps:\n  ask: {menu: {prompts: [a], keys: {1: n}, no_key: {then: end}}}\n"
        + "  n: {collect: {into: n, prompts: [b], digits: %d, no_key: {then: end}, next: end}}\n  end: {hangup: {reason: closed}}\n";
    wrong(flow.formatted(11));
    wrong(flow.formatted(12), "test.yaml:4 /steps/ask: from here no 12 keys lead for certain to a person or to an end;"
        + " a caller comes here without a key. Right would be: " + PERSON);
  }

  @Test
  void whatADataSourceCouldPreventIsNotCertain() {
    wrong("""
        first: ask
        steps:
          ask: {menu: {prompts: [a], keys: {1: look}, no_key: {then: end}}}
          look: {lookup: {lookup: account, with: {number: number}, found: end, nothing: end, failed: ask}}
          end: {hangup: {reason: closed}}
        """, "test.yaml:3 /steps/ask: from here no 12 keys lead for certain to a person or to an end;"
        + " a caller comes here without a key. Right would be: " + PERSON);
  }

  // --- flows that call flows

  private static String calling(String flow) {
    return "first: call\nsteps:\n  call: {flow: {flow: " + flow + ", exits: {done: done}}}\n  done: {return: {as: done}}\n";
  }

  @Test
  void aFlowThatCallsItself() {
    assertEquals(List.of("a.yaml:2 /steps: this flow calls itself: a -> a. Right would be: a flow that does not lead back to this one"),
        TestFlows.problems(Map.of("a", calling("a"))));
    assertEquals(List.of(
        "b.yaml:2 /steps: this flow calls itself: b -> c -> b. Right would be: a flow that does not lead back to this one",
        "c.yaml:2 /steps: this flow calls itself: c -> b -> c. Right would be: a flow that does not lead back to this one"),
        TestFlows.problems(Map.of("a", calling("b"), "b", calling("c"), "c", calling("b"))));
  }

  @Test
  void tooManyFlowsOneWithinTheOther() {
    Map<String, String> deep = new TreeMap<>();
    IntStream.rangeClosed(1, 7).forEach(n -> deep.put("f" + n, calling("f" + (n + 1))));
    deep.put("f8", "first: done\nsteps: {done: {return: {as: done}}}\n");
    assertEquals(List.of(), TestFlows.problems(deep));
    deep.put("f0", calling("f1"));
    assertEquals(List.of("f0.yaml:2 /steps: too many flows, one within the other: f0 -> f1 -> f2 -> f3 -> f4 -> f5 -> f6 -> f7 -> f8."
        + " Right would be: at most 8 of them"), TestFlows.problems(deep));
  }

  // --- secrets

  @Test
  void aSecretIsSaidByNothing() {
    wrong("""
        variables: {pin: secret}
        first: ask
        steps:
          ask:
            collect:
              into: pin
              prompts: [a]
              digits: 4
              confirm: [{text: {en: "Is it right?", zh: "对吗？"}}]
              no_key: {then: end}
              next: tell
          tell: {say: {text: {en: "It is {pin:digits}.", zh: "好。"}, next: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:9 /steps/ask/collect/confirm: a secret would be read back. Right would be: no confirm for a secret",
        "test.yaml:12 /steps/tell/say/text/en: the text says the secret 'pin'. Right would be: a text without it");
  }

  @Test
  void aSecretIsTakenByNothingButALookupThatKeepsIt() {
    wrong("""
        parameters: {code: text}
        variables: {pin: secret, code: secret, account: text}
        first: ask
        steps:
          ask: {collect: {into: pin, prompts: [a], digits: 4, no_key: {then: end}, next: keep}}
          keep: {set: {values: {pin: "'1234'"}, next: copy}}
          copy: {set: {values: {account: pin}, next: find}}
          find:
            lookup:
              lookup: account
              with: {number: pin}
              into: {pin: name}
              found: proof
              nothing: end
              failed: end
          proof:
            lookup:
              lookup: pin
              with: {account: "'7'", pin: "'1234'"}
              found: end
              nothing: end
              failed: end
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:2 /variables/code: 'code' is a parameter too. Right would be: a secret stays in the flow that asks for it",
        "test.yaml:6 /steps/keep/set/values/pin: 'pin' is a secret. Right would be: a variable that is none; only what is collected is a secret",
        "test.yaml:7 /steps/copy/set/values/account: 'pin', character 1: undeclared reference to 'pin' (in container '')."
            + " Right would be: a formula over account, called, code, language, number that gives a text",
        "test.yaml:11 /steps/find/lookup/with/number: 'number' is no secret to lookup 'account'."
            + " Right would be: a value that is none, or {type: text, secret: true} in the lookup",
        "test.yaml:12 /steps/find/lookup/into/pin: 'pin' is a secret. Right would be: a variable that is none; only what is collected is a secret",
        "test.yaml:19 /steps/proof/lookup/with/pin: 'pin' is a secret, and this is none. Right would be: one of code, pin");
  }
}
