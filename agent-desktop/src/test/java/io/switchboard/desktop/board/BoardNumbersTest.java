package io.switchboard.desktop.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.line.Phone;
import io.switchboard.core.metric.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardNumbersTest {
  private static final AgentId ANN = AgentId.of("demo", "ann");
  private static final AgentId BEN = AgentId.of("demo", "ben");
  private static final AgentId EVE = AgentId.of("demo", "eve");
  private static final BoardNumbers NUMBERS = new BoardNumbers(
      () -> new Snapshot(1, true, List.of()), (snapshot, parts) -> "text of " + snapshot.atMs(),
      Map.of(ANN, new Person("Ann Alt", new Phone.Endpoint("ann-phone")),
          BEN, new Person("Ben", new Phone.Number("+4930123450", List.of())))::get,
      "ann-phone"::equals, agent -> false);

  @Test
  void aPhoneOfOursMayBeUnreachable_ofAnOutsideNumberNobodyKnows() {
    assertFalse(NUMBERS.reachable(ANN));
    assertTrue(NUMBERS.reachable(BEN));
  }

  @Test
  void whoIsNotConfiguredAnyMoreIsShownByHisName() {
    assertEquals("Ann Alt", NUMBERS.displayName(ANN));
    assertEquals("eve", NUMBERS.displayName(EVE));
    assertTrue(NUMBERS.reachable(EVE));
  }

  @Test
  void theTextIsThatOfTheSnapshot() {
    assertEquals("text of 1", NUMBERS.prometheus(NUMBERS.snapshot(), List.of()));
  }
}
