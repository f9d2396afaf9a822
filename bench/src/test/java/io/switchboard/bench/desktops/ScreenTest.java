package io.switchboard.bench.desktops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.bench.desktops.Screen.Sight;
import io.switchboard.bench.rig.MachineClock;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final Map<String, Object> TALKING = Map.of("state", "talking", "reason", "", "since_ms", 5_000L, "number", "0171");

  private final MachineClock clock = new MachineClock();
  private final Screen screen = new Screen(clock);

  private static Received frame(Map<String, Object> body) {
    return new Received(1, "change", "wall", 0, body, 7_000_000);
  }

  @Test
  void aWallboardTellsOfEachAgentInItsFrames_andWhoIsGoneOfNobody() {
    screen.wall(frame(Map.of("agents", Map.of("anna", TALKING))));
    screen.wall(frame(Map.of("queues", Map.of())));
    screen.wall(frame(Map.of("agents", Collections.singletonMap("anna", null))));
    assertEquals(List.of(new Sight(new AgentIs("talking", "", 5_000), clock.us(7_000_000))), screen.of("anna"));
    assertEquals(2, screen.frames());
  }

  @Test
  void aDeskTellsOfItsOwnAgent() {
    screen.desk("ben", frame(Map.of("call", Map.of())));
    screen.desk("ben", frame(Map.of("me", TALKING)));
    assertEquals(List.of(new Sight(new AgentIs("talking", "", 5_000), clock.us(7_000_000))), screen.of("ben"));
    assertEquals(List.of(), screen.of("anna"));
  }
}
