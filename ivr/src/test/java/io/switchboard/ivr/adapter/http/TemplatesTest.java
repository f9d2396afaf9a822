package io.switchboard.ivr.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private static String filled(String template, String value) throws Unfit {
    return new Address(new Template(template)).fill("https://crm.example/api", Map.of("a", value)).toString();
  }

  /** A value, and what of the address it becomes. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      1234 | 1234
      a/b | a%2Fb
      ../../admin | ..%2F..%2Fadmin
      x?y=z&w#v | x%3Fy%3Dz%26w%23v
      a b+c | a%20b%2Bc
      é世 | %C3%A9%E4%B8%96
      %2e%2e | %252e%252e
      {a} | %7Ba%7D
      $1\\ | %241%5C
      """)
  void aValueIsNothingButItself(String value, String encoded) throws Unfit {
    assertEquals("https://crm.example/api/orders/" + encoded + "?q=" + encoded, filled("/orders/{a}?q={a}", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void aValueThatWouldChangeThePathIsRefused(String value) throws Unfit {
    assertThrows(Unfit.class, () -> filled("/orders/{a}", value));
    assertEquals("https://crm.example/api/orders?q=" + value, filled("/orders?q={a}", value));
  }

  @ParameterizedTest
  @CsvSource({
      "/orders, ''", "/orders/{a}?x={b}, ''", "orders, is no path", "//evil.example/x, is no path", "/a b, is no path", "/a#b, is no path", "'', is no path",
      "@evil.example/, is no path", "/a/../b, is no path", "/a/.., is no path", "/a..b, ''", "/{A}, is no path"})
  void aPathIsOne(String written, String fault) {
    assertEquals(fault, Address.fault(written));
  }

  @Test
  void aBodyKeepsTypesAndEscapesTexts() throws Exception {
    Body body = new Body(new ObjectMapper().readTree("""
        {"amount": "{amount}", "account": "{account}", "note": "for {account}, {amount}", "list": ["{whole}", {"flag": "{flag}"}], "n": 3, "z": null,
         "card": "{card}", "braces": "{} {A} {a b}"}"""));
    assertEquals(Set.of("amount", "account", "whole", "flag", "card"), body.parameters());
    Map<String, Value> values = Map.of(
        "amount", new Value.Decimal(12.5), "account", new Value.Text("0\"1\\{card}"), "whole", new Value.Whole(7), "flag", new Value.Flag(true));
    Map<String, String> texts = Map.of("amount", "12.5", "account", "0\"1\\{card}", "whole", "7", "flag", "true", "card", "4111");
    assertEquals(new ObjectMapper().readTree("""
        {"amount": 12.5, "account": "0\\"1\\\\{card}", "note": "for 0\\"1\\\\{card}, 12.5", "list": [7, {"flag": true}], "n": 3, "z": null,
         "card": "4111", "braces": "{} {A} {a b}"}"""), new ObjectMapper().readTree(body.fill(values, texts)));
  }
}
