package io.switchboard.ivr.prompt.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ivr.value.Type;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  @Test
  void aRegionChangesNothing() {
    assertEquals(new Spoken.Phrase("两元"), Readings.read("zh-CN", Reading.MONEY, "2", "CNY"));
    assertEquals(new Spoken.Phrase("two yuan"), Readings.read("en-US", Reading.MONEY, "2", "CNY"));
  }

  @Test
  void whenTheLanguageIsAnother_thenTextAndDigitsAreReadAndNothingElse() {
    assertEquals(new Spoken.Phrase("2"), Readings.read("de", Reading.TEXT, "2", ""));
    assertEquals(new Spoken.Signs(List.of("1", "2")), Readings.read("de", Reading.DIGITS, "12", ""));
    assertEquals(new Spoken.Unreadable("there are no readings in language 'de'"), Readings.read("de", Reading.NUMBER, "2", ""));
  }

  /** It goes to a log. */
  @Test
  void whatCannotBeReadDoesNotTellTheValue() {
    for (Reading reading : Reading.values()) {
      if (reading != Reading.TEXT) {
        Spoken spoken = Readings.read("en", reading, "王-secret", "secret");
        assertFalse(assertInstanceOf(Spoken.Unreadable.class, spoken).why().contains("secret"), reading.word());
      }
    }
  }

  /** Whatever a data source gives is either words or a reason, never an exception: a failure would end in silence. */
  @Test
  void everythingIsEitherReadOrRefused() {
    Random random = new Random(20261123);
    String signs = "0123456789..--:T eE+abc年";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder value = new StringBuilder();
      IntStream.range(0, random.nextInt(20)).forEach(n -> value.append(signs.charAt(random.nextInt(signs.length()))));
      for (Reading reading : Reading.values()) {
        for (String language : List.of("en", "zh")) {
          assertFalse(Expectations.said(Readings.read(language, reading, value.toString(), "EUR")).isBlank(), value.toString());
        }
      }
    }
  }

  /** Back from the words to the number, by the rule of schools for 零 and independently of how it was made. */
  @Test
  void everyChineseNumberIsUnderstoodAgain() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      long number = i < 20_000 ? i : Math.floorMod(random.nextLong(), (long) Math.pow(10, 1 + random.nextInt(15)));
      number = random.nextBoolean() ? number : zeros(number, random);
      String words = Expectations.said(Readings.read("zh", Reading.NUMBER, Long.toString(number), ""));
      assertEquals(number, ChineseNumeral.value(words), words);
      assertFalse(words.contains("零零") || words.length() > 1 && words.endsWith("零"), number + " " + words);
      if (number > 0 && number < 1_000_000_000_000L) {
        assertEquals(zerosHeard(number), words.chars().filter(sign -> sign == '零').count(), number + " " + words);
      }
    }
  }

  /** Of each group of four digits the zeros at its end are silent, unless it is all zeros; others sound once, however many. */
  private static int zerosHeard(long number) {
    StringBuilder heard = new StringBuilder();
    for (String group : Long.toString(number).replaceAll("(?<=\\d)(?=(\\d{4})+$)", ",").split(",")) {
      heard.append(group.equals("0000") ? "0" : group.replaceFirst("0+$", "."));
    }
    return heard.toString().replaceFirst("[0.]+$", "").replace(".", "").split("0+", -1).length - 1;
  }

  /** Some digits of it made zero: that is where rules differ. */
  private static long zeros(long number, Random random) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = 1; at < digits.length(); at++) {
      if (random.nextInt(3) > 0) {
        digits.setCharAt(at, '0');
      }
    }
    return Long.parseLong(digits.toString());
  }

  @Test
  void theNamesOfReadingsAreThoseOfFiles() {
    for (Reading reading : Reading.values()) {
      assertEquals(reading, Reading.named(reading.word()).orElseThrow());
    }
    assertEquals("date-time", Reading.DATE_TIME.word());
    assertTrue(Reading.named("DATE").isEmpty());
  }

  @Test
  void aReadingKnowsWhichTypesItReads() {
    assertTrue(Reading.MONEY.reads(Type.NUMBER));
    assertFalse(Reading.MONEY.reads(Type.FLAG));
    assertFalse(Reading.DATE.reads(Type.INTEGER));
    assertFalse(Reading.DIGITS.reads(Type.NUMBER));
    assertTrue(Reading.TEXT.reads(Type.FLAG));
  }
}
