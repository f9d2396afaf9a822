package io.switchboard.acd.floor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.CallId;
import org.junit.jupiter.api.Test;

class LineTruthTest {
  @Test
  void whoHasJustGoneIsRemembered_nobodyElse_andNotForEver() {
    LineTruth line = new LineTruth();
    int remembered = 0;
    for (int i = 0; i < 100_000; i++) {
      line.callGone(new CallId("1795341600." + i));
      assertTrue(line.isGone(new CallId("1795341600." + i)));
      assertFalse(line.isGone(new CallId("1795341600." + (i + 1))));
    }
    for (int i = 0; i < 100_000; i++) {
      remembered += line.isGone(new CallId("1795341600." + i)) ? 1 : 0;
    }
    assertTrue(remembered > 3_000 && remembered <= 4_096, remembered + " are remembered");
  }
}
