package io.switchboard.servers.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class G711Test {
  @Test
  void theEndsAndTheMiddleOfBothLawsAreThoseOfTheStandard() {
    assertEquals(0, G711.ULAW.decode((byte) 0xff));
    assertEquals(32_124, G711.ULAW.decode((byte) 0x80));
    assertEquals(-32_124, G711.ULAW.decode((byte) 0x00));
    assertEquals(8, G711.ALAW.decode((byte) 0xd5));
    assertEquals(-8, G711.ALAW.decode((byte) 0x55));
    assertEquals(32_256, G711.ALAW.decode((byte) 0xaa));
    assertEquals(-32_256, G711.ALAW.decode((byte) 0x2a));
  }

  @Test
  void eachCodeIsLouderThanTheOneBefore() {
    for (int code = 0x81; code <= 0xff; code++) {
      assertEquals(1, Integer.signum(G711.ULAW.decode((byte) (code - 1)) - G711.ULAW.decode((byte) code)), "code " + code);
    }
  }
}
