package io.switchboard.core.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {
  private static final Pattern BOTH = Pattern.compile(WrittenNumber.pattern(Set.of("+491701234567", "+8613812345678")));

  @ParameterizedTest
  @ValueSource(strings = {
      "+491701234567", "491701234567", "00491701234567", "+49 170 1234567", "0049 170/12 34 567", "+49 (0)170 1234567", "+49 (0) 170 1234567",
      "0170 1234567", "(0170) 1234567", "0170-123-4567", "0170 1234567", "+8613812345678", "13812345678", "138 1234 5678"})
  void howeverItIsWrittenItIsFound(String written) {
    String without = BOTH.matcher("call " + written + " today").replaceAll("");
    assertTrue(without.matches("call [(+]?[)]? today"), without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01701234568", "+1491701234567", "4917012345678", "1234567", "0170 1234", "account 170"})
  void whatIsAnotherNumberStays(String written) {
    assertEquals("call " + written + " today", BOTH.matcher("call " + written + " today").replaceAll(""));
  }
}
