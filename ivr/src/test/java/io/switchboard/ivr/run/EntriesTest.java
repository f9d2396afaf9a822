package io.switchboard.ivr.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.ending.Ending;
import io.switchboard.core.journal.Fact;
import io.switchboard.ivr.flow.TestFlows;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers enter: digits, whole or not, right or not, ahead of the question or late. */
class EntriesTest {
  private static final String COLLECT = """
      variables: {account: text}
      first: ask
      steps:
        ask:
          collect:
            into: account
            prompts: [a]
            digits: {least: 3, most: 5}
            no_key: {repeats: 1, then: silent}
            wrong: {repeats: 1, then: lost}
            next: told
        told: {say: {text: {en: "It is {account}.", zh: "{account}"}, next: then}}
        then: {menu: {prompts: [b], keys: {1: end, '#': hashed}, no_key: {then: end}}}
        end: {hangup: {reason: flow_ended}}
        hashed: {hangup: {reason: transferred}}
        silent: {hangup: {reason: closed}}
        lost: {hangup: {reason: busy}}
      """;

  private static Runs asked() {
    return Runs.started(COLLECT);
  }

  private static Map<String, String> remembered(Runs caller) {
    return caller.facts.stream().filter(Fact.Learned.Remembered.class::isInstance).map(Fact.Learned.Remembered.class::cast)
        .map(Fact.Learned.Remembered::values).reduce((first, second) -> second).orElse(Map.of());
  }

  private static List<String> refusals(Runs caller) {
    return caller.facts.stream().filter(Fact.Learned.EntryRefused.class::isInstance).map(Fact.Learned.EntryRefused.class::cast)
        .map(Fact.Learned.EntryRefused::why).toList();
  }

  @Test
  void digitsEndedByTheEndKeyAreRememberedAndSaid() {
    Runs caller = asked().keys("123");
    assertEquals(RunState.TAKING, caller.run.state());
    caller.keys("#");
    assertEquals(Map.of("account", "123"), remembered(caller));
    RunEffect.Play play = (RunEffect.Play) caller.effects.getLast();
    assertEquals(Map.of("account", "123"), play.values());
  }

  @Test
  void asManyDigitsAsMayBeNeedNoEndKey_andOneThatIsPressedAllTheSameAnswersNothing() {
    Runs caller = asked().keys("12345");
    assertEquals("told", caller.run.step());
    caller.keys("#");
    assertEquals("told", caller.run.step(), "the end key of an entry that was over does not cut what follows");
    caller.keys("#");
    assertEquals(List.of(new RunEffect.End(Ending.TRANSFERRED)), caller.effects, "the next one is a key like others");
  }

  @Test
  void eachKeyStartsTheWaitForTheNextOne() {
    Runs caller = asked().heard();
    assertEquals(List.of(new RunEffect.StartTimer(1, 6_000)), caller.effects);
    assertEquals(List.of(new RunEffect.StartTimer(2, 4_000)), caller.keys("1").effects);
    caller.nowMs = 2_000;
    assertEquals(List.of(new RunEffect.StartTimer(3, 5_000)), caller.keys("2").effects);
  }

  @Test
  void whenNoKeyFollows_thenWhatIsThereIsTakenIfItIsEnough() {
    assertEquals(Map.of("account", "123"), remembered(asked().keys("123").silence()));
    Runs caller = asked().keys("12").silence();
    assertEquals(List.of("wrong_entry"), refusals(caller));
    assertEquals(List.of("wrong-entry", "a"), caller.said());
  }

  @Test
  void aStarBeginsAnew() {
    assertEquals(Map.of("account", "987"), remembered(asked().keys("12*987#")));
    assertEquals(List.of("wrong_entry"), refusals(asked().keys("*")), "there is nothing to begin anew");
  }

  private static final String WITH_A_WAY_OUT = COLLECT
      .replace("digits: {least: 3, most: 5}", "digits: {least: 3, most: 5}\n      keys: {'*': colleague}")
      .replace("end: {hangup", "colleague: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end}}\n  end: {hangup");

  private static List<String> left(Runs caller) {
    return caller.facts.stream().filter(Fact.Learned.EntryLeft.class::isInstance).map(Fact.Learned.EntryLeft.class::cast)
        .map(left -> left.step() + " " + left.key()).toList();
  }

  @Test
  void beforeTheFirstDigitAKeyLeadsOut_whetherTheQuestionWasHeardOrNot() {
    for (Runs caller : List.of(Runs.started(WITH_A_WAY_OUT), Runs.started(WITH_A_WAY_OUT).heard())) {
      caller.keys("*");
      assertEquals(RunState.QUEUED, caller.run.state());
      assertEquals(List.of("ask *"), left(caller));
      assertEquals(List.of(), refusals(caller), "it is no mistake");
      assertEquals(Map.of(), remembered(caller));
    }
  }

  @Test
  void withinDigitsTheSameKeyBeginsAnew_andAfterThatItLeadsOut() {
    Runs caller = Runs.started(WITH_A_WAY_OUT).keys("12*");
    assertEquals(RunState.TAKING, caller.run.state());
    assertEquals(List.of(), left(caller));
    assertEquals(Map.of("account", "987"), remembered(Runs.started(WITH_A_WAY_OUT).keys("12*987#")));
    assertEquals(List.of("ask *"), left(caller.keys("*")));
    assertEquals(RunState.QUEUED, caller.run.state());
  }

  @Test
  void whenHisDigitsAreReadBack_thenTheKeyLeadsOutToo_andTheyAreNotTaken() {
    String flow = WITH_A_WAY_OUT.replace("no_key: {repeats: 1", "confirm: [c]\n      no_key: {repeats: 1");
    Runs caller = Runs.started(flow).keys("12345");
    assertEquals(List.of("c"), caller.said());
    caller.keys("#*");
    assertEquals(RunState.QUEUED, caller.run.state());
    assertEquals(List.of("ask *"), left(caller));
    assertEquals(Map.of(), remembered(caller));
  }

  @Test
  void theKeyThatLeadsOutIsHonouredAheadOfTheQuestion_andWhatFollowsItIsKept() {
    Runs caller = new Runs(TestFlows.flow(WITH_A_WAY_OUT.replace("'*': colleague", "'*': then").replace("colleague: {enq", "unused: {enq")
        .replace("#': hashed", "#': hashed, 2: unused")));
    caller.keys("*2").tell(new RunEvent.Started());
    assertEquals(RunState.QUEUED, caller.run.state());
    assertEquals(List.of("ask *"), left(caller));
  }

  @Test
  void keysPressedAheadFillTheEntryWithoutAWord_andAnswerWhatFollows() {
    Runs caller = new Runs(TestFlows.flow(COLLECT));
    caller.keys("456#1").tell(new RunEvent.Started());
    assertEquals(Map.of("account", "456"), remembered(caller));
    assertEquals(List.of(new RunEffect.End(Ending.FLOW_ENDED)), caller.effects);
  }

  @Test
  void keysPressedAheadThatAreTooFewAreWaitedFor() {
    Runs caller = new Runs(TestFlows.flow(COLLECT));
    caller.keys("45").tell(new RunEvent.Started());
    assertEquals(RunState.TAKING, caller.run.state());
    assertEquals(List.of(new RunEffect.StartTimer(1, 4_000)), caller.effects);
    assertEquals(Map.of("account", "456"), remembered(caller.keys("6#")));
  }

  @Test
  void silenceAndMistakesAreCountedApart_andBothGiveUp() {
    Runs mistaken = asked().keys("1#").heard().silence();
    assertEquals(RunState.ASKING, mistaken.run.state());
    assertTrue(mistaken.keys("2#").effects.contains(new RunEffect.End(Ending.BUSY)));
    Runs silent = asked().heard().silence().heard().silence();
    assertTrue(silent.effects.contains(new RunEffect.End(Ending.CLOSED)));
    assertEquals(List.of("no_key", "no_key"), refusals(silent));
  }

  @ParameterizedTest
  @CsvSource({"luhn, 79927398713, 79927398710", "mod11, 0306406152, 0306406153"})
  void aCheckDigitIsChecked(String method, String right, String wrong) {
    String flow = COLLECT.replace("digits: {least: 3, most: 5}", "digits: {least: 3, most: 12}\n      check: " + method);
    assertEquals(Map.of("account", right), remembered(Runs.started(flow).keys(right + "#")));
    assertEquals(List.of("wrong_entry"), refusals(Runs.started(flow).keys(wrong + "#")));
  }

  @Test
  void whatIsToBeConfirmedIsReadBack_andTakenByOne() {
    String flow = COLLECT.replace("no_key: {repeats: 1", "confirm: [{text: {en: \"{account}?\", zh: \"{account}\"}}]\n      no_key: {repeats: 1");
    Runs caller = Runs.started(flow).keys("12345");
    RunEffect.Play readBack = (RunEffect.Play) caller.effects.getLast();
    assertEquals("12345", readBack.values().get("account"));
    assertEquals(Map.of(), remembered(caller), "not before it is confirmed");
    assertEquals(Map.of("account", "12345"), remembered(caller.keys("#1")));
  }

  @Test
  void whatIsNotConfirmedIsAskedForAnew_andSilenceReadsItBackAgain() {
    String flow = COLLECT.replace("no_key: {repeats: 1", "confirm: [c]\n      no_key: {repeats: 1");
    Runs caller = Runs.started(flow).keys("12345").keys("2");
    assertEquals(List.of("a"), caller.said());
    assertEquals(List.of("not_confirmed"), refusals(caller));
    caller.keys("543#").heard().silence();
    assertEquals(List.of("no-key", "c"), caller.said());
    assertEquals(Map.of("account", "543"), remembered(caller.keys("1")));
  }

  private static final String SECRET = """
      variables: {account: text, pin: secret, ok: flag}
      first: account
      steps:
        account: {collect: {into: account, prompts: [a], digits: 3, no_key: {then: end}, next: ask}}
        ask:
          at_most: {times: 2, then: blocked}
          collect: {into: pin, prompts: [b], digits: 4, no_key: {then: end}, next: verify}
        verify:
          lookup: {lookup: pin, with: {account: account, pin: pin}, into: {ok: ok}, found: judge, nothing: ask, failed: end}
        judge: {branch: {when: [{if: ok, then: good}], otherwise: ask}}
        good: {hangup: {reason: flow_ended}}
        blocked: {hangup: {reason: busy}}
        end: {hangup: {reason: closed}}
      """;

  @Test
  void aSecretIsInNoFactAndInNoText_andIsForgottenWhenItWasUsed() {
    Runs caller = Runs.started(SECRET).keys("1239876");
    RunEffect.Look look = (RunEffect.Look) caller.effects.getLast();
    assertEquals("9876", look.asked().secrets().get("pin").reveal());
    assertEquals(Map.of("account", new Value.Text("123")), look.asked().values());
    assertFalse(caller.facts.toString().contains("9876"), "facts");
    assertFalse(caller.effects.toString().contains("9876"), "effects");
    assertFalse(caller.run.toString().contains("9876"), "run");
    caller.tell(new RunEvent.LookedUp(caller.run.entered(), new Found.Row(Map.of("ok", new Value.Flag(false)))));
    assertEquals(Map.of(), caller.run.frames().getLast().secrets());
  }

  @Test
  void aStepIsComeToAsOftenAsItMay_andNotMore() {
    Runs caller = Runs.started(SECRET).keys("1231111");
    caller.tell(new RunEvent.LookedUp(caller.run.entered(), new Found.Row(Map.of("ok", new Value.Flag(false)))));
    assertEquals("ask", caller.run.step());
    caller.keys("2222");
    caller.tell(new RunEvent.LookedUp(caller.run.entered(), new Found.Row(Map.of("ok", new Value.Flag(false)))));
    assertEquals(List.of(new RunEffect.End(Ending.BUSY)), caller.effects);
  }

  @Test
  void anAnswerToAnEarlierLookupIsTooLate() {
    Runs caller = Runs.started(SECRET).keys("1231111");
    int number = caller.run.entered();
    assertEquals(RunState.LOOKING_UP, caller.tell(new RunEvent.LookedUp(number - 1, new Found.Nothing())).run.state());
    assertEquals("ask", caller.tell(new RunEvent.LookedUp(number, new Found.Nothing())).run.step());
  }
}
