package io.switchboard.ivr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read before anything is there, and word for word what an administrator reads about it. */
class FlowValuesTest {
  private static void wrong(String yaml, String... expected) {
    assertEquals(List.of(expected), TestFlows.problems(yaml));
  }

  @Test
  void aVariableThatNothingFillsBeforeItIsRead() {
    wrong("""
        parameters: {given: text}
        variables: {order: text, tries: integer, balance: number, answer: text, unset: text}
        first: count
        steps:
          count: {set: {values: {tries: tries + 1}, next: ask}}
          ask: {menu: {prompts: [a], keys: {1: count, 2: find}, no_key: {then: end}}}
          find:
            lookup:
              lookup: account
              with: {number: order + given}
              into: {balance: balance}
              found: tell
              nothing: none
              failed: end
          tell: {say: {text: {en: "{balance:number} {tries:number}", zh: "{order}"}, next: end}}
          none: {say: {text: {en: "{balance:number}", zh: "没有。"}, next: enter}}
          enter: {collect: {into: answer, prompts: [b], digits: 4, confirm: [{text: {en: "{answer:digits}?", zh: "{answer:digits}？"}}], no_key: {then: judge}, next: judge}}
          judge: {branch: {when: [{if: "answer == order", then: end}], otherwise: call}}
          call: {callback: {queue: sales, number: unset, booked: end, refused: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:10 /steps/find/lookup/with/number: 'order' is empty here: no way to this step puts anything into it."
            + " Right would be: a step before this one that does, or it among the parameters",
        "test.yaml:15 /steps/tell/say/text: 'order' is empty here: no way to this step puts anything into it."
            + " Right would be: a step before this one that does, or it among the parameters",
        "test.yaml:16 /steps/none/say/text: 'balance' is empty here: no way to this step puts anything into it."
            + " Right would be: a step before this one that does, or it among the parameters",
        "test.yaml:18 /steps/judge/branch/when/0/if: 'order' is empty here: no way to this step puts anything into it."
            + " Right would be: a step before this one that does, or it among the parameters",
        "test.yaml:19 /steps/call/callback/number: 'unset' is empty here: no way to this step puts anything into it."
            + " Right would be: a step before this one that does, or it among the parameters");
  }

  @Test
  void aSecretThatALookupHasForgotten() {
    wrong("""
        variables: {pin: secret, ok: flag}
        first: ask
        steps:
          ask: {collect: {into: pin, prompts: [a], digits: 4, no_key: {then: end}, next: once}}
          once: {lookup: {lookup: pin, with: {account: number, pin: pin}, found: twice, nothing: end, failed: end}}
          twice: {lookup: {lookup: pin, with: {account: number, pin: pin}, found: end, nothing: end, failed: end}}
          end: {hangup: {reason: closed}}
        """,
        "test.yaml:6 /steps/twice/lookup/with/pin: the secret 'pin' is empty here: on no way to this step it was entered since a lookup forgot it, if it ever was."
            + " Right would be: a collect into 'pin' before this step");
  }
}
