package io.switchboard.ivr.prompt.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A table of what a person would say: reading, value and words between bars; money names its currency behind a colon. */
final class Expectations {
  private Expectations() {}

  static Stream<DynamicTest> tests(String language, String table) {
    List<String> rows = table.lines().filter(line -> !line.isBlank()).toList();
    assertTrue(rows.size() >= 60, "only " + rows.size());
    return rows.stream().map(row -> DynamicTest.dynamicTest(row.strip(), () -> check(language, row.split("\\|", 3))));
  }

  private static void check(String language, String[] cells) {
    String[] reading = cells[0].strip().split(":");
    String currency = reading.length > 1 ? reading[1] : "";
    Spoken spoken = Readings.read(language, Reading.named(reading[0]).orElseThrow(), cells[1].strip(), currency);
    assertEquals(cells[2].strip(), said(spoken));
  }

  /** Signs with a space between each; what cannot be read begins with an exclamation mark. */
  static String said(Spoken spoken) {
    return switch (spoken) {
      case Spoken.Phrase phrase -> phrase.words();
      case Spoken.Signs signs -> String.join(" ", signs.each());
      case Spoken.Unreadable none -> "! " + none.why();
    };
  }
}
