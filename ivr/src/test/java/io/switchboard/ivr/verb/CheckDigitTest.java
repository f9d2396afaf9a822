package io.switchboard.ivr.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that others publish as right. */
class CheckDigitTest {
  /** Test numbers of card schemes, and the example of ISO/IEC 7812-1. */
  @ParameterizedTest
  @ValueSource(strings = {"79927398713", "4111111111111111", "5555555555554444", "378282246310005", "6011111111111117", "00"})
  void luhnTakesTheseNumbers(String digits) {
    assertTrue(CheckDigit.LUHN.right(digits));
  }

  /** ISBN-10 without an X, whose weights are the same. */
  @ParameterizedTest
  @ValueSource(strings = {"0306406152", "0131103628", "0596007124", "0321349601"})
  void mod11TakesTheseNumbers(String digits) {
    assertTrue(CheckDigit.MOD11.right(digits));
  }

  @Test
  void bothFindEveryWrongDigit() {
    oneWrongDigit(CheckDigit.LUHN, "4111111111111111");
    oneWrongDigit(CheckDigit.MOD11, "0306406152");
  }

  @Test
  void mod11FindsEveryExchangeOfTwoNeighbours() {
    String right = "0306406152";
    for (int i = 0; i + 1 < right.length(); i++) {
      if (right.charAt(i) != right.charAt(i + 1)) {
        String wrong = right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
        assertFalse(CheckDigit.MOD11.right(wrong), wrong);
      }
    }
  }

  @Test
  void aDigitAloneChecksNothing() {
    assertFalse(CheckDigit.LUHN.right("0"));
    assertFalse(CheckDigit.MOD11.right("0"));
  }

  private static void oneWrongDigit(CheckDigit method, String right) {
    int tried = 0;
    for (int i = 0; i < right.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = right.substring(0, i) + digit + right.substring(i + 1);
        if (!other.equals(right)) {
          assertFalse(method.right(other), other);
          tried++;
        }
      }
    }
    assertEquals(9 * right.length(), tried);
  }
}
