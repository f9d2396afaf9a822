package io.switchboard.ivr.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.ivr.adapter.http.HttpLookup.Place;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonAnswerTest {
  private static Value at(String json, String pointer, Type type, boolean optional) throws Unfit {
    return JsonAnswer.read(json.getBytes(StandardCharsets.UTF_8))
        .values(Map.of("it", type), Map.of("it", new Place(JsonPointer.compile(pointer), optional))).get("it");
  }

  /** A JSON value, a type, and the value as text. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
      "sent" | TEXT | sent
      12 | TEXT | 12
      true | TEXT | true
      12 | INTEGER | 12
      12.0 | INTEGER | 12
      "12" | INTEGER | 12
      -9223372036854775808 | INTEGER | -9223372036854775808
      12.34 | NUMBER | 12.34
      "12.34" | NUMBER | 12.34
      1e3 | NUMBER | 1000
      false | FLAG | false
      "true" | FLAG | true
      null | TEXT | ``
      null | INTEGER | 0
      null | NUMBER | 0
      null | FLAG | false
      """)
  void aValueHasTheTypeThatIsAskedFor(String json, Type type, String text) throws Unfit {
    Value value = at("{\"a\": {\"b\": " + json + "}}", "/a/b", type, false);
    assertEquals(type, value.type());
    assertEquals(text, value.text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"x": 1} | TEXT
      [1] | TEXT
      12.5 | INTEGER
      1e30 | INTEGER
      9223372036854775808 | INTEGER
      "twelve" | INTEGER
      true | INTEGER
      1e400 | NUMBER
      "1e400" | NUMBER
      1e999999999 | NUMBER
      "12,5" | NUMBER
      "yes" | FLAG
      1 | FLAG
      "a\\u0000b" | TEXT
      """)
  void anotherTypeIsRefused_andItsContentIsNotTold(String json, Type type) {
    Unfit unfit = assertThrows(Unfit.class, () -> at("{\"a\": " + json + "}", "/a", type, false));
    assertTrue(unfit.getMessage().startsWith("it is ") || unfit.getMessage().startsWith("it has "), unfit.getMessage());
    assertTrue(!unfit.getMessage().contains("twelve") && !unfit.getMessage().contains("e400"), unfit.getMessage());
  }

  @Test
  void whatIsMissingIsRefused_unlessItIsOptional() throws Unfit {
    assertEquals("it is missing: nothing is at /b", assertThrows(Unfit.class, () -> at("{\"a\": 1}", "/b", Type.TEXT, false)).getMessage());
    assertEquals(Type.TEXT.empty(), at("{\"a\": 1}", "/b", Type.TEXT, true));
    assertEquals(Type.NUMBER.empty(), at("[]", "/0/x", Type.NUMBER, true));
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThrows(Unfit.class, () -> at("\"" + "x".repeat(1_001) + "\"", "", Type.TEXT, false));
    assertThrows(Unfit.class, () -> at("[".repeat(60_000), "/0", Type.TEXT, false));
    assertThrows(Unfit.class, () -> at("[".repeat(33) + "]".repeat(33), "/0", Type.TEXT, true));
    assertThrows(Unfit.class, () -> at("1".repeat(60_000), "", Type.NUMBER, false));
    assertThrows(Unfit.class, () -> at("{} {}", "/a", Type.TEXT, true));
    assertThrows(Unfit.class, () -> at("", "", Type.TEXT, true));
  }
}
