package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Progress;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Heard;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Kill −9 of the platform while callers are in a flow, on real Asterisk, with what they hear: each is asked again where he was, keeps what he had
 * entered, and never hears nothing for long.
 */
class InterruptedIT {
  private static final String NUMBER = "030123454";
  private static final double MOST_SILENT_S = 5;
  /** What lasts shorter an ear cannot know, as the comfort sound that had just begun when he was asked again. */
  private static final double TO_KNOW_S = 0.3;
  private static final String FLOW = """
      variables: {account: text, pin: secret, state: text}
      first: topic
      steps:
        topic:
          menu:
            prompts: [{text: {en: "Here you can ask for the state of your order. To begin, press one.", zh: "您可以查询订单状态，请按一。"}}]
            keys: {1: account, 2: known}
            no_key: {repeats: 5, then: bye}
        account:
          collect:
            into: account
            prompts: [{text: {en: "Enter the account, and then the hash key.", zh: "请输入账号，按井号键结束。"}}]
            digits: {least: 4, most: 8}
            no_key: {repeats: 5, then: bye}
            wrong: {repeats: 1, then: too-often}
            next: pin
        pin:
          collect:
            into: pin
            prompts: [{text: {en: "Your secret number, please: four digits.", zh: "请输入四位密码。"}}]
            digits: 4
            no_key: {repeats: 5, then: bye}
            next: verify
        verify:
          lookup: {lookup: verify, with: {account: account, pin: pin}, found: thanks, nothing: bye, failed: bye}
        thanks:
          say: {text: {en: "Thank you, we know you now.", zh: "谢谢，已确认您的身份。"}, next: state}
        known:
          set: {values: {account: "'4712'"}, next: state}
        state:
          lookup: {lookup: state, with: {account: account}, into: {state: state}, found: told, nothing: bye, failed: failed}
        told:
          say: {text: {en: "It was sent yesterday, and good bye.", zh: "订单昨天已发出，再见。"}, next: bye}
        too-often:
          say: {text: {en: "That was wrong too often.", zh: "错误次数过多。"}, next: bye}
        failed:
          say: {text: {en: "We cannot look it up at the moment.", zh: "目前无法查询。"}, next: bye}
        bye:
          hangup: {reason: flow_ended}
      """;

  private static SlowServer quick;
  private static SlowServer slow;
  private static Rehearsal rehearsal;
  private static Ledger ledger;
  private static Ear ear;
  private static PlatformProcess platform;

  @BeforeAll
  static void open() throws Exception {
    quick = new SlowServer();
    quick.answers();
    slow = new SlowServer();
    rehearsal = Rehearsal.open(Script.empty().number("+4930123454", "interrupted").file("flows/interrupted.yaml", FLOW)
        .file("lookups.yaml", lookups()), Progress.SILENT);
    ledger = new Ledger(rehearsal);
    rehearsal.platform().close(); // one that ended in order leaves the archive of its classes, as any does that was ever restarted
    platform = rehearsal.platform();
    ear = PromptEar.of(rehearsal, Map.of());
  }

  /** Those that come with the program, and two more. */
  private static String lookups() throws Exception {
    return Files.readString(Checkout.home().resolve("config/lookups.yaml")).replace("\nsources:\n", """

        sources:
          quick: { http: { url: "%s" } }
          slow: { http: { url: "%s" } }
        """.formatted(quick.url(), slow.url())) + """
          verify:
            source: quick
            post: /verify
            body: { account: "{account}", pin: "{pin}" }
            takes: { account: text, pin: secret }
          state:
            source: slow
            get: /state/{account}
            takes: { account: text }
            gives: { state: { type: text, at: /state } }
            limit_ms: 5000
        """;
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable each : List.of(platform, ledger, rehearsal, slow, quick)) {
      each.close();
    }
  }

  private static Listener calls() {
    return Listener.dials(rehearsal, ledger, ear, NUMBER);
  }

  private static void killed(Listener caller, double awayS) throws Exception {
    platform.kill();
    caller.waits(awayS);
    platform = rehearsal.launch(); // as its supervisor does
  }

  private static void assertNeverSilentForLong(Heard heard) {
    System.out.println(heard);
    assertTrue(heard.longestSilence().seconds() < MOST_SILENT_S, heard.toString());
    assertTrue(heard.unknown().stream().allMatch(each -> each.toS() - each.fromS() < TO_KNOW_S), heard.toString());
  }

  @Test
  void inAMenu_heIsAskedAgain_andKeysThatHePressedMeanwhileAreAskedForAgain() throws Exception {
    try (Listener caller = calls()) {
      caller.hears("en/interrupted/topic");
      platform.kill();
      caller.waits(9); // longer than it takes: nobody starts it again
      caller.presses("1");
      caller.waits(5);
      platform = rehearsal.launch();
      caller.hears("en/interrupted/topic");
      caller.presses("1");
      caller.hears("en/interrupted/account");
      Heard heard = caller.heard();
      assertNeverSilentForLong(heard);
      assertEquals(List.of("en/interrupted/topic", "en/interrupted/topic", "en/interrupted/account"), heard.names(), heard.toString());
      assertTrue(heard.first("en/interrupted/topic").whole(), "Asterisk says to the end what it began: " + heard);
      assertTrue(heard.music().stream().anyMatch(span -> span.name().equals(PromptEar.COMFORT)), heard.toString());
      assertEquals(List.of("1"), caller.facts("MenuAnswered", "answer", 1));
    }
  }

  @Test
  void amidDigits_heIsAskedForThemAgain_andTheCountOfHisTriesStays() throws Exception {
    try (Listener caller = calls()) {
      caller.hears("en/interrupted/topic");
      caller.presses("1");
      caller.hears("en/interrupted/account");
      caller.presses("12#");
      caller.hears("en/wrong-entry");
      caller.hears("en/interrupted/account");
      caller.presses("123");
      killed(caller, 0);
      caller.hears("en/interrupted/account");
      caller.presses("45#"); // with the three from before it would have been enough
      caller.hears("en/interrupted/too-often");
      assertNeverSilentForLong(caller.heard());
      assertEquals(List.of("wrong_entry", "wrong_entry"), caller.facts("EntryRefused", "why", 2));
    }
  }

  @Test
  void amidASecretNumber_itStartsOver_andWhatHeEnteredBeforeIsKept() throws Exception {
    try (Listener caller = calls()) {
      caller.hears("en/interrupted/topic");
      caller.presses("1");
      caller.hears("en/interrupted/account");
      caller.presses("4711#");
      caller.hears("en/interrupted/pin");
      caller.presses("98");
      killed(caller, 0);
      caller.hears("en/interrupted/pin");
      caller.presses("9876");
      caller.hears("en/interrupted/thanks");
      Heard heard = caller.heard();
      assertNeverSilentForLong(heard);
      assertEquals(1, heard.names().stream().filter("en/interrupted/account"::equals).count(), heard.toString());
      caller.comesTo("state");
      Scene.await(slow::asked, asked -> asked.contains("/state/4711"));
    }
  }

  @Test
  void amidALookup_itIsLookedUpAgain_andHeHearsTheAnswer() throws Exception {
    try (Listener caller = calls()) {
      caller.hears("en/interrupted/topic");
      caller.presses("2");
      caller.comesTo("state");
      Scene.await(slow::asked, asked -> asked.contains("/state/4712"));
      killed(caller, 6);
      Scene.await(slow::asked, asked -> Collections.frequency(asked, "/state/4712") == 2, 30_000);
      slow.answers();
      caller.hears("en/interrupted/told");
      Heard heard = caller.heard();
      assertNeverSilentForLong(heard);
      assertFalse(heard.names().contains("en/interrupted/failed"), heard.toString());
      assertEquals("FLOW_ENDED", ledger.ending(caller.call()));
    }
  }
}
