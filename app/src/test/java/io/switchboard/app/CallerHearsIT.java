package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PromptEar;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.audio.Ear;
import io.switchboard.servers.audio.Handset;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.audio.Heard;
import io.switchboard.servers.audio.KeyPress;
import io.switchboard.servers.audio.Recording;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What reaches a caller's ear while he presses keys in the main flow, and when. */
class CallerHearsIT {
  private static final String NUMBER = "030123450";
  private static final Duration SOON = Duration.ofSeconds(15);
  /** How long the packets take that say that a key was released, and how exactly the ear tells where something begins. */
  private static final double RELEASE_S = 0.1;
  /** From the release of a key until the prompt that it answers is silent. */
  private static final double SILENCED_WITHIN_S = 0.2;
  /** From there until the next prompt is heard. */
  private static final double ANSWERED_WITHIN_S = 0.4;

  private static final long LISTENING_MS = 300;

  private static Scene scene;
  private static Map<String, Path> sounds;
  private static Ear ear;
  private static int callers;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty().queue("support", "wait_without_agents: true", "announce_position_on_entry: false"));
    sounds = PromptEar.prompts(scene.rehearsal, Map.of());
    ear = PromptEar.of(scene.rehearsal, Map.of());
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Someone with a phone at his ear, who hangs up when he is closed. */
  private static final class Caller implements AutoCloseable {
    final String number = "0171" + (1_000_000 + ++callers);
    final Handsets handsets = Handsets.open(1);
    final Handset handset = handsets.get(0);
    final SippCallers sipp = SippCallers.start(
        scene.rehearsal.home(), "hearing-" + callers,
        CallerPlan.to(scene.rehearsal.sipPort(), NUMBER).who(n -> new Dialling(number, NUMBER, "")).hearingAt(handsets.ports())
            .staying(Stay.atMostMs(20_000)),
        new Volume.Times(1, 10));

    /** Waits until he hears it, and gives its beginning. */
    double hears(String prompt, double fromS) throws Exception {
      return ear.awaits(handset, prompt, fromS, SOON);
    }

    List<KeyPress> presses(String keys) throws Exception {
      return handset.press(keys).get(10, TimeUnit.SECONDS);
    }

    /** Waits until what he heard is so. */
    Heard heard(Predicate<Heard> enough) throws Exception {
      return Scene.await(() -> {
        TimeUnit.MILLISECONDS.sleep(LISTENING_MS); // to listen takes a processor from those who are listened to
        return ear.of(handset.recording());
      }, enough);
    }

    List<String> answers(int count) throws Exception {
      return scene.ledger.await("select body ->> 'answer' from journal where call = ? and kind = 'MenuAnswered' order by seq",
          rows -> rows.size() >= count, Scene.SOON_MS, scene.ledger.call("+49" + number.substring(1)));
    }

    @Override
    public void close() {
      sipp.close();
      scene.rehearsal.asterisk().console("channel request hangup all");
      handsets.close();
    }
  }

  @Test
  void aKeyCutsTheQuestionAtOnce_andTheNextIsHeardRightAfter() throws Exception {
    try (Caller caller = new Caller()) {
      caller.hears("en/choose-language", 0);
      KeyPress english = caller.presses("1").getFirst();
      caller.hears("en/main-menu", 0);
      KeyPress support = caller.presses("2").getFirst();
      Recording until = caller.handset.recording();
      Heard heard = caller.heard(now -> !now.music().isEmpty() && now.music().getLast().fromS() > until.lengthS());
      assertEquals(List.of("en/choose-language", "en/main-menu"), heard.names(), heard.toString());
      assertCut(heard.first("en/choose-language"), until.seconds(english.endedNs()), heard);
      assertCut(heard.first("en/main-menu"), until.seconds(support.endedNs()), heard);
      double answeredS = heard.first("en/main-menu").fromS() - until.seconds(english.endedNs());
      assertTrue(answeredS > 0 && answeredS < ANSWERED_WITHIN_S, answeredS + " s from the key to the next prompt: " + heard);
      assertEquals(0, until.lost());
      System.out.printf("answered after %.1f ms, %s%n", answeredS * 1000, heard);
    }
  }

  private static void assertCut(Heard.Prompt prompt, double releasedS, Heard heard) {
    assertFalse(prompt.whole(), heard.toString());
    double onS = prompt.toS() - releasedS;
    System.out.printf("%s went on %.1f ms%n", prompt.name(), onS * 1000);
    assertTrue(onS < SILENCED_WITHIN_S, prompt.name() + " went on for " + onS + " s after the key: " + heard);
  }

  @Test
  void keysPressedAheadCutWhatTheyAnswerBeforeItIsSaid() throws Exception {
    try (Caller caller = new Caller()) {
      caller.hears("en/choose-language", 0);
      List<KeyPress> keys = caller.presses("12");
      double releasedS = caller.handset.recording().seconds(keys.getLast().endedNs());
      // the first of the packets that say that a key was released is answered while the others are still sent
      Heard heard = caller.heard(now -> !now.music().isEmpty() && now.music().getLast().fromS() > releasedS - RELEASE_S);
      assertEquals(List.of("1", "2"), caller.answers(2));
      for (Heard.Prompt prompt : heard.prompts()) {
        assertCut(prompt, releasedS, heard);
      }
      assertTrue(heard.music().getLast().fromS() - releasedS < ANSWERED_WITHIN_S, heard.toString());
      System.out.println(releasedS + " " + heard);
    }
  }

  @Test
  void aWrongKeyIsSaidToBeOne_andTheQuestionIsHeardAgain() throws Exception {
    try (Caller caller = new Caller()) {
      caller.hears("en/choose-language", 0);
      caller.presses("2");
      caller.hears("zh/main-menu", 0);
      KeyPress wrong = caller.presses("9").getFirst();
      double againS = caller.hears("zh/main-menu", caller.handset.recording().seconds(wrong.endedNs()));
      Heard heard = caller.heard(now -> now.prompts().size() == 4 && now.prompts().getLast().whole());
      assertEquals(List.of("en/choose-language", "zh/main-menu", "zh/wrong-key", "zh/main-menu"), heard.names(), heard.toString());
      assertTrue(heard.first("zh/wrong-key").whole() && againS > heard.first("zh/wrong-key").toS(), heard.toString());
      assertEquals(List.of("2", "wrong_key"), caller.answers(2));
      assertEquals(List.of(), heard.unknown());
      System.out.println(heard);
    }
  }

  /** So that what the other tests hear was said. */
  @Test
  void everyPromptIsKnownWholeAndCut_andTakenForNoOther() {
    List<String> wrong = new ArrayList<>();
    sounds.forEach((name, wav) -> {
      Recording whole = Recording.read(wav);
      Heard heard = ear.of(whole);
      if (!heard.names().equals(List.of(name)) || !heard.prompts().getFirst().whole() || !heard.prompts().getFirst().or().isEmpty()) {
        wrong.add(name + " whole: " + heard);
      }
      Heard cut = ear.of(whole.part(0, 0.5));
      boolean among = cut.prompts().size() == 1 && (cut.names().contains(name) || cut.prompts().getFirst().or().contains(name));
      if (!among) {
        wrong.add(name + " cut: " + cut);
      }
      Heard end = ear.of(whole.part(0.3, whole.lengthS()));
      if (end.prompts().stream().anyMatch(Heard.Prompt::whole)) { // some words are said in several
        wrong.add(name + " without its beginning: " + end);
      }
      if (ear.leadS(name) > 0.01) {
        wrong.add(name + " begins after " + ear.leadS(name) + " s");
      }
    });
    assertEquals(List.of(), wrong);
  }
}
