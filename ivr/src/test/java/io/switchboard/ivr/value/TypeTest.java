package io.switchboard.ivr.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {
  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "NaN", "Infinity", "", "1,5", "0x10"})
  void whatIsNoFiniteNumberIsNone(String text) {
    assertEquals(Optional.empty(), Type.NUMBER.read(text));
  }

  @Test
  void aNumberOfAnyLengthIsReadInNoTime() {
    assertEquals(Optional.empty(), Type.NUMBER.read("9".repeat(1_000_000)));
  }

  @Test
  void whatItWroteItReads() {
    for (Value value : new Value[] {new Value.Decimal(-1234.5), new Value.Whole(Long.MIN_VALUE), new Value.Flag(true), new Value.Text(" a ")}) {
      assertEquals(Optional.of(value), value.type().read(value.text()));
    }
  }
}
