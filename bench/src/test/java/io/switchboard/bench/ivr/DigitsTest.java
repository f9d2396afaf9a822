package io.switchboard.bench.ivr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void aKeyIsLostThatIsNotAmongTheAnswersInItsPlace() {
    assertEquals(0, new Digits("1320", "1320").lost());
    assertEquals(1, new Digits("1320", "120").lost());
    assertEquals(1, new Digits("1320", "1230").lost(), "two that changed places");
    assertEquals(4, new Digits("1320", "").lost());
    assertEquals(0, new Digits("1320", "13-0").lost(), "it was wrong where it came");
    assertEquals(1, new Digits("1320", "1-0").lost());
    assertEquals(1, new Digits("1113", "113").lost());
  }

  @Test
  void anAnswerIsExtraThatWasNotSent() {
    assertEquals(0, new Digits("1320", "1320").extra());
    assertEquals(1, new Digits("1320", "13320").extra());
    assertEquals(2, new Digits("1320", "1-32-0").extra());
    assertEquals(1, new Digits("1230", "122-0").extra(), "one came twice, and so the next was wrong");
    assertEquals(0, new Digits("1320", "120").extra());
  }
}
