package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.ivr.prompt.Prompts;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Heard;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every verb of the language of flows on real Asterisk, by what a caller hears and presses (RFC 4733).
 *
 * <table>
 * <caption>Where each verb is proven</caption>
 * <tr><th>verb</th><th>here</th><th>also</th></tr>
 * <tr><td>play, menu, branch, set, at_most, hangup</td><td>{@link #theCentre}</td><td>{@link CallerHearsIT}: cuts, wrong keys</td></tr>
 * <tr><td>say</td><td>{@link #valuesAreReadAsPeopleSayThem}</td><td>unit tests of every reading</td></tr>
 * <tr><td>collect</td><td>{@link #digitsAreCheckedReadBackAndConfirmed}</td><td>{@link SelfServiceIT}: secrets</td></tr>
 * <tr><td>language, hours</td><td>{@link #theLanguageIsHisFromThenOn_andHoursLeadTheWay}</td><td>{@link DoorsIT}</td></tr>
 * <tr><td>flow, return</td><td>{@link #anotherFlowIsGoneThroughAndComesBack}</td><td>{@link SelfServiceIT}</td></tr>
 * <tr><td>lookup</td><td>{@link SelfServiceIT}</td><td>{@link HostileSourcesIT}: what fails; {@link InterruptedIT}: a crash</td></tr>
 * <tr><td>enqueue, wait, callback</td><td>{@link #heWaitsWithMusic_andIsPromisedACall}</td><td>{@link WaitingIT}, {@link CallbackIT}</td></tr>
 * <tr><td>voicemail</td><td>{@link #aMessageIsAskedForAndTaken}</td><td>{@link VoicemailIT}: what is on it</td></tr>
 * <tr><td>record</td><td>{@link StatementIT}</td><td>unit tests</td></tr>
 * <tr><td>transfer</td><td>{@link #heIsConnectedOutside_andComesBack}</td><td>{@link TransferIT}: busy, no answer, not allowed</td></tr>
 * <tr><td>survey</td><td>{@link #aScoreIsAskedForUntilItIsOne}</td><td>unit tests</td></tr>
 * </table>
 */
class VerbsHeardIT {
  private static final String NUMBER = "030123455";
  private static final String OUTSIDE = "+4930123459";
  private static final String FLOW = """
      variables: {amount: number, currency: text, count: integer, day: text, card: text, rounds: integer, answer: text}
      first: hub
      steps:
        hub:
          at_most: {times: 3, then: too-often}
          menu:
            prompts: [{text: {en: "What would you like to try? Press a key.", zh: "您想试什么？请按键。"}}, choose-language]
            keys: {1: sum, 2: card, 3: hours, 4: look, 5: message, 6: outside, 7: score, 8: other, 9: over}
            no_key: {then: over}
        sum:
          set: {values: {amount: "1234.5", currency: "'EUR'", count: "21", day: "'2026-03-05'"}, next: tell}
        tell:
          say:
            text:
              en: "You owe {amount:money:currency} today. There are {count:number} parcels, due on {day:date}."
              zh: "您有 {count:number} 个包裹，共 {amount:money:currency}，请在 {day:date} 之前支付。"
            next: hub
        card:
          collect:
            into: card
            prompts: [{text: {en: "The number of your card, please.", zh: "请输入卡号。"}}]
            digits: {least: 4, most: 16}
            check: luhn
            confirm: [verbs-confirm]
            no_key: {then: over}
            next: card-taken
        card-taken:
          branch: {when: [{if: "card == '4111111111111111'", then: long-card}, {if: "card == '18'", then: over}], otherwise: short-card}
        long-card:
          say: {text: {en: "That was the long number.", zh: "这是长卡号。"}, next: hub}
        short-card:
          say: {text: {en: "A short number it was.", zh: "这是短卡号。"}, next: hub}
        hours:
          hours: {hours: always, open: never, closed: over}
        never:
          hours: {hours: never, open: over, closed: chinese}
        chinese:
          language: {language: zh, next: greet}
        greet:
          play: {prompts: [goodbye, {prompt: goodbye, language: en}], next: hub}
        look:
          wait: {queue: support, when: [{if: "queue_waiting > 0", then: over}, {if: "queue_agents == 0", then: queue}], otherwise: over}
        queue:
          enqueue: {queue: support, closed: over, emergency: over, no_agents: over, full: over, keys: {0: promise}}
        promise:
          callback: {queue: support, booked: promised, refused: refused}
        promised:
          say: {text: {en: "We will call you back, promised.", zh: "我们会给您回电。"}, next: booked}
        booked:
          hangup: {reason: callback_booked}
        refused:
          say: {text: {en: "We cannot call you back.", zh: "我们无法给您回电。"}, next: over}
        message:
          voicemail: {queue: support, prompts: [{text: {en: "Speak after the beep.", zh: "请在提示音后留言。"}}], most_s: 20, next: spoken}
        spoken:
          say: {text: {en: "Your message is with us.", zh: "已收到您的留言。"}, next: hub}
        outside:
          transfer: {number: "%s", ring_s: 10, failed: over, next: back}
        back:
          say: {text: {en: "Here you are again.", zh: "欢迎回来。"}, next: hub}
        score:
          survey:
            name: csat
            prompts: [{text: {en: "How did you like it, from one to five?", zh: "请从一到五评分。"}}]
            worst: 1
            best: 5
            bad: 2
            queue: support
            no_key: {then: over}
            next: scored
        scored:
          say: {text: {en: "Noted, and thank you.", zh: "谢谢您的评分。"}, next: hub}
        other:
          flow: {flow: verbs-inner, with: {given: "'7'"}, into: {answer: result}, exits: {fine: came-back, bad: over}}
        came-back:
          branch: {when: [{if: "answer == '77'", then: seven}], otherwise: over}
        seven:
          say: {text: {en: "The other flow has said so.", zh: "另一个流程已返回。"}, next: hub}
        too-often:
          say: {text: {en: "Three times is enough.", zh: "三次已经够了。"}, next: over}
        over:
          hangup: {reason: flow_ended}
      """.formatted(OUTSIDE);
  private static final String INNER = """
      parameters: {given: text}
      variables: {result: text}
      first: ask
      steps:
        ask:
          menu:
            prompts: [{text: {en: "You are in the other flow now.", zh: "您现在在另一个流程中。"}}]
            keys: {1: compute, 2: bad}
            no_key: {then: bad}
        compute:
          set: {values: {result: "given + given"}, next: fine}
        fine: {return: {as: fine}}
        bad: {return: {as: bad}}
      """;
  /** As people say it; the ear knows what is right and what would be wrong. */
  private static final Map<String, String> SAID = Map.of(
      "owe", "You owe",
      "amount", "one thousand two hundred and thirty-four euros and fifty cents",
      "another amount", "one thousand two hundred and thirty-five euros and fifty cents",
      "today", "today. There are",
      "items", "twenty-one",
      "parcels", "parcels, due on",
      "date", "Thursday, the fifth of March, twenty twenty-six",
      "another date", "Thursday, the fifth of March, twenty twenty-seven");

  private static final int PHONE = Ports.free();
  private static Scene scene;
  private static Ear ear;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty().number("+4930123455", "verbs").file("flows/verbs.yaml", FLOW).file("flows/verbs-inner.yaml", INNER)
        .prompt("verbs-confirm", "If that is your card, press one.", "如果卡号正确，请按一。")
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + PHONE + ", region: DE }\n")
        .queue("support", "wait_without_agents: true", "announce_position_on_entry: false", "callback: { from: \"+4930123455\", trunks: [carrier], numbers: [\"+49\"] }"));
    Map<String, Path> sounds = new HashMap<>(PromptEar.prompts(scene.rehearsal, Map.of()));
    Prompts prompts = Sayings.load(scene.rehearsal.config(), scene.rehearsal.configuration(), scene.rehearsal.home().resolve("data/sounds")).prompts();
    for (Map.Entry<String, String> each : SAID.entrySet()) {
      sounds.put(each.getKey(), Path.of(prompts.spoken("en", each.getValue(), Map.of()).toCompletableFuture().get().getFirst().file() + ".wav"));
    }
    ear = PromptEar.knowing(scene.rehearsal, sounds);
    scene.phones("outside", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_500)), PHONE);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  private static Listener calls() throws Exception {
    Listener caller = Listener.dials(scene.rehearsal, scene.ledger, ear, NUMBER);
    caller.hears("en/verbs/hub");
    return caller;
  }

  /** Nothing was said that is not known. */
  private static Heard heardAll(Listener caller) {
    Heard heard = caller.heard();
    System.out.println(heard);
    assertEquals(List.of(), heard.unknown(), heard.toString());
    return heard;
  }

  @Test
  void theCentre() throws Exception {
    try (Listener caller = calls()) {
      caller.hears("en/choose-language"); // the second prompt of the question is cut as well
      caller.presses("8");
      caller.hears("en/verbs-inner/ask");
      caller.presses("181"); // through two menus and a flow, ahead of what is said
      caller.hears("en/verbs/seven");
      caller.hears("en/verbs/hub");
      caller.presses("1");
      caller.hears("en/verbs/too-often");
      assertEquals("FLOW_ENDED", scene.ledger.ending(caller.call()));
      Heard heard = caller.heard();
      assertTrue(heard.unknown().stream().allMatch(span -> span.toS() - span.fromS() < 0.5), "but for what keys cut at its beginning: " + heard);
      assertFalse(heard.first("en/choose-language").whole(), heard.toString());
      assertTrue(heard.prompts().getLast().whole(), heard.toString());
    }
  }

  @Test
  void valuesAreReadAsPeopleSayThem() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("1");
      caller.hears("owe");
      caller.hears("en/verbs/hub");
      Heard heard = heardAll(caller);
      assertEquals(List.of("en/verbs/hub", "owe", "amount", "today", "items", "parcels", "date", "en/verbs/hub"), heard.names(), heard.toString());
      assertTrue(heard.prompts().subList(1, 7).stream().allMatch(Heard.Prompt::whole), heard.toString());
    }
  }

  @Test
  void digitsAreCheckedReadBackAndConfirmed() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("2");
      caller.hears("en/verbs/card");
      caller.presses("4111111111111112"); // the last digit is wrong
      caller.hears("en/wrong-entry");
      caller.hears("en/verbs/card");
      caller.presses("4111111111111111"); // whole by its length
      caller.hears("en/verbs-confirm");
      caller.presses("2"); // no
      caller.hears("en/verbs/card");
      caller.presses("99*1008#"); // * begins anew, # ends
      caller.hears("en/verbs-confirm");
      caller.presses("1");
      caller.hears("en/verbs/short-card");
      heardAll(caller);
      assertEquals(List.of("wrong_entry", "not_confirmed"), caller.facts("EntryRefused", "why", 2));
    }
  }

  @Test
  void theLanguageIsHisFromThenOn_andHoursLeadTheWay() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("3");
      caller.hears("zh/goodbye");
      caller.hears("en/goodbye");
      caller.hears("zh/verbs/hub");
      heardAll(caller);
    }
  }

  @Test
  void anotherFlowIsGoneThroughAndComesBack() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("8");
      caller.hears("en/verbs-inner/ask");
      caller.presses("1");
      caller.hears("en/verbs/seven");
      heardAll(caller);
    }
  }

  @Test
  void heWaitsWithMusic_andIsPromisedACall() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("4");
      Heard waiting = Scene.await(caller::heard, heard -> heard.music().stream().anyMatch(span -> span.name().equals("music") && span.toS() - span.fromS() > 2));
      assertEquals(List.of("en/verbs/hub"), waiting.names(), waiting.toString());
      caller.presses("0");
      caller.hears("en/verbs/promised");
      assertEquals("CALLBACK_BOOKED", scene.ledger.ending(caller.call()));
      heardAll(caller);
    }
  }

  @Test
  void aMessageIsAskedForAndTaken() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("5");
      caller.hears("en/verbs/message");
      caller.comesTo("spoken"); // he says nothing for five seconds
      caller.hears("en/verbs/spoken");
    }
  }

  @Test
  void heIsConnectedOutside_andComesBack() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("6");
      caller.hears("en/verbs/back");
      assertEquals(1, caller.facts("TransferConnected", "transfer", 1).size());
      heardAll(caller);
    }
  }

  @Test
  void aScoreIsAskedForUntilItIsOne() throws Exception {
    try (Listener caller = calls()) {
      caller.presses("7");
      caller.hears("en/verbs/score");
      caller.presses("9");
      caller.hears("en/wrong-entry");
      caller.hears("en/verbs/score");
      caller.presses("4");
      caller.hears("en/verbs/scored");
      heardAll(caller);
      assertEquals(List.of("4"), caller.facts("Scored", "score", 1));
    }
  }
}
