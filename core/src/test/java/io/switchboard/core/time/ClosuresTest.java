package io.switchboard.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.time.Closures.Closure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosuresTest {
  @Test
  void itBeginsAtItsBeginningAndEndsBeforeItsEnd() {
    Closures closures = Closures.of(List.of(new Closure(10, 20), new Closure(30, 31)));
    assertEquals(List.of(false, true, true, false, false, true, false, false),
        List.of(9L, 10L, 19L, 20L, 29L, 30L, 31L, 99L).stream().map(closures::closedAt).toList());
    assertFalse(Closures.NONE.closedAt(0));
  }

  @Test
  void thoseThatOverlapOrTouchAreOne_whateverTheirOrder() {
    Closures closures = Closures.of(List.of(new Closure(30, 40), new Closure(10, 35), new Closure(12, 13), new Closure(40, 50), new Closure(60, 60)));
    assertEquals(List.of(new Closure(10, 50)), closures.all());
    assertEquals(Closures.of(List.of(new Closure(10, 50))), closures);
    assertTrue(closures.closedAt(40));
  }
}
