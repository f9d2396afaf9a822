package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EarTest {
  private static final short[] MENU = Sounds.speech(1, 2.0);
  private static final short[] SORRY = Sounds.speech(2, 1.0);
  private static final short[] BEGINNING = Sounds.speech(3, 1.0);
  private static final short[] SHORTER = Sounds.together(BEGINNING, Sounds.speech(4, 1.0));
  private static final short[] LONGER = Sounds.together(BEGINNING, Sounds.speech(5, 2.0));
  private static final short[] MUSIC = Sounds.speech(6, 3.0);
  private static final double A_STEP = 0.011;

  private static final Ear EAR = new Ear(
      List.of(Sound.of("menu", MENU), Sound.of("sorry", SORRY), Sound.of("shorter", SHORTER), Sound.of("longer", LONGER)),
      List.of(Sound.of("music", MUSIC)));

  @Test
  void promptsAreHeardInTheirOrder_wholeOrCutWhereTheyWere() {
    Heard heard = EAR.of(new Sounds().silence(0.5).say(MENU, 0, 9_600).say(SORRY).silence(0.3).say(MENU).silence(0.2).recording());
    assertEquals(List.of("menu", "sorry", "menu"), heard.names());
    Heard.Prompt cut = heard.prompts().getFirst();
    assertFalse(cut.whole());
    assertEquals(0.5, cut.fromS(), 0.001);
    assertEquals(1.7, cut.toS(), A_STEP);
    Heard.Prompt sorry = heard.first("sorry");
    assertTrue(sorry.whole());
    assertEquals(1.7, sorry.fromS(), 0.001);
    assertEquals(2.7, sorry.toS(), 0.001);
    assertTrue(heard.prompts().getLast().whole());
    assertEquals(List.of(), heard.unknown());
  }

  @Test
  void whatBeginsAlikeIsToldApartWhereItParts_andOnlyThere() {
    Heard heard = EAR.of(new Sounds().say(LONGER).silence(0.5).say(SHORTER, 0, 12_000).silence(0.5).say(SHORTER, 0, 6_400).silence(0.5).recording());
    assertEquals(List.of("longer", "shorter", "shorter"), heard.names());
    assertEquals(List.of(), heard.prompts().get(0).or());
    assertEquals(List.of(), heard.prompts().get(1).or());
    assertEquals(List.of("longer"), heard.prompts().get(2).or());
  }

  @Test
  void twoLostPacketsCutNothing() {
    Recording recording = new Sounds().say(MENU).silence(0.2).recording(3, 40, 41);
    assertEquals(3, recording.lost());
    Heard heard = EAR.of(recording);
    assertEquals(List.of("menu"), heard.names());
    assertTrue(heard.prompts().getFirst().whole());
  }

  @Test
  void musicIsKnownFromAnyPlaceOfItsLoop_andAroundPrompts() {
    Heard heard = EAR.of(new Sounds().say(MUSIC, 16_000, 24_000).say(MUSIC, 0, 8_000).say(SORRY).say(MUSIC, 0, 8_000).recording());
    assertEquals(List.of("sorry"), heard.names());
    assertEquals(2, heard.music().size());
    assertEquals(0, heard.music().getFirst().fromS(), A_STEP);
    assertEquals(2, heard.music().getFirst().toS(), A_STEP);
    assertEquals(3, heard.music().getLast().fromS(), A_STEP);
    assertEquals(4, heard.music().getLast().toS(), 0.021);
    assertEquals(List.of(), heard.unknown());
  }

  @Test
  void whatNobodyKnowsIsUnknown_andSilenceHasItsLengthAndLevel() {
    short[] hum = new short[8_000];
    for (int i = 0; i < hum.length; i++) {
      hum[i] = (short) (20 * Math.sin(i * 0.3));
    }
    Heard heard = EAR.of(new Sounds().silence(0.4).say(Sounds.speech(99, 0.55)).say(hum).say(MENU, 0, 8_000).recording());
    assertEquals(1, heard.unknown().size());
    assertEquals(0.4, heard.unknown().getFirst().fromS(), A_STEP);
    Heard.Silence longest = heard.longestSilence();
    assertEquals(0.95, longest.fromS(), A_STEP);
    assertEquals(1.95, longest.toS(), A_STEP);
    assertEquals(-67, longest.dbfs(), 1.5);
  }

  @Test
  void whileNothingComesItIsSilent_andAPromptThatHalts_isNotCut() {
    Sounds said = new Sounds().say(MENU, 0, 16_000).say(SORRY);
    Heard heard = EAR.of(said.recording(n -> n * 20_000_000L + (n < 4 ? 0 : 300_000_000L) + (n < 100 ? 0 : 500_000_000L)));
    assertEquals(List.of("menu", "sorry"), heard.names());
    assertTrue(heard.prompts().getFirst().whole());
    assertEquals(2.3, heard.prompts().getFirst().toS(), 0.001);
    assertEquals(2.8, heard.prompts().getLast().fromS(), 0.001);
    Heard.Silence longest = heard.longestSilence();
    assertEquals(2.3, longest.fromS(), A_STEP);
    assertEquals(2.8, longest.toS(), A_STEP);
    assertEquals(-96, longest.dbfs());
    assertEquals(0.08, heard.silences().getFirst().fromS(), A_STEP);
    assertEquals(0.38, heard.silences().getFirst().toS(), A_STEP);
  }

  @Test
  void thatAPromptBeginsIsHeardToTheSample_andOnlyInTheTimeAskedFor() {
    Recording recording = new Sounds().silence(1).say(MENU, 0, 4_321).say(SORRY).recording();
    OptionalDouble began = EAR.begins(recording, "sorry", 0.5, 2.5);
    assertEquals(1 + 4_321 / 8_000.0, began.orElseThrow(), 0.0001);
    assertEquals(OptionalDouble.empty(), EAR.begins(recording, "sorry", 1.6, 2.5));
    assertEquals(OptionalDouble.empty(), EAR.begins(recording, "sorry", 0, 1.2));
  }

  @Test
  void whereNothingArrivedNothingIsHeard() {
    Heard heard = EAR.of(new Sounds().recording());
    assertEquals(new Heard(List.of(), List.of(), List.of(), List.of()), heard);
    assertEquals(0, heard.longestSilence().seconds());
  }
}
