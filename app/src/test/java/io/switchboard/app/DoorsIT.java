package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls that nobody answers: each hears why and comes to a defined end. */
class DoorsIT {
  private static final int MOST_CALLS = 4;

  private static Scene scene;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty()
        .maxCalls(MOST_CALLS)
        .queue("night", "hours: never")
        .queue("deserted", "wait_without_agents: false")
        .queue("patient", "wait_without_agents: true", "announce_position_on_entry: false")
        .direct("+4930123461", "night").direct("+4930123462", "deserted").direct("+4930123463", "patient"));
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Whatever a test found, the next one finds open doors. */
  @AfterEach
  void openDoors() throws Exception {
    scene.supervisor.post("/api/closures", Map.of("closed", false));
    scene.supervisor.post("/api/closures", Map.of("closed", false, "queue", "deserted"));
  }

  @Test
  void whenTheNumberIsUnknownOrItIsClosedOrNobodyIsSignedIn_thenTheCallerHearsSoAndItEnds() throws Exception {
    Scene.Caller unknown = scene.calls("030999999", Stay.untilHungUp());
    Scene.Caller closed = scene.calls("030123461", Stay.untilHungUp());
    Scene.Caller nobody = scene.calls("030123462", Stay.untilHungUp());
    scene.awaitHeard("en", "unknown-number", Map.of());
    scene.awaitHeard("en", "closed", Map.of());
    scene.awaitHeard("en", "no-agents", Map.of());
    assertEquals(List.of("UNKNOWN_NUMBER", "CLOSED", "NO_AGENTS"), List.of(unknown.ending(), closed.ending(), nobody.ending()));
    assertEquals(List.of("CLOSED"), closed.all("QueueRefused", "reason"));
    assertEquals(List.of("NO_AGENTS"), nobody.all("QueueRefused", "reason"));
    for (Scene.Caller caller : List.of(unknown, closed, nobody)) {
      caller.awaits("InteractionClosed", "call");
      assertEquals(SippCall.Ending.WAS_HUNG_UP, Scene.await(() -> caller.heard().ending(), ending -> ending != SippCall.Ending.GOING_ON));
    }
  }

  @Test
  void whenAnEmergencyClosureIsSwitchedOn_thenTheWaitingHearItAtOnceAndLaterCallersToo_untilItIsOff() throws Exception {
    Scene.Caller waiting = scene.calls("030123463", Stay.untilHungUp());
    waiting.awaits("QueueEntered", "queue");
    long switchedMs = System.currentTimeMillis();
    scene.supervisor.post("/api/closures", Map.of("closed", true));
    long leftMs = Long.parseLong(waiting.awaits("QueueLeft", "atMs"));
    assertTrue(leftMs - switchedMs < 1_000, "left " + (leftMs - switchedMs) + " ms after");
    scene.awaitHeard("en", "emergency", Map.of());
    Scene.Caller later = scene.calls("030123463", Stay.untilHungUp());
    assertEquals(List.of("EMERGENCY", "EMERGENCY"), List.of(waiting.ending(), later.ending()));
    assertEquals(List.of("EMERGENCY"), waiting.all("QueueLeft", "exit"));
    assertEquals(List.of("EMERGENCY"), later.all("QueueRefused", "reason"));
    assertEquals(true, scene.queue("patient").get("closed"));

    scene.supervisor.post("/api/closures", Map.of("closed", false));
    Scene.Caller again = scene.calls("030123463", Stay.atMostMs(5_000));
    assertEquals("ABANDONED", again.ending());
    assertEquals(false, scene.queue("patient").get("closed"));
  }

  @Test
  void whenOneQueueIsClosed_thenTheOthersAreNot() throws Exception {
    scene.supervisor.post("/api/closures", Map.of("closed", true, "queue", "deserted"));
    Scene.Caller closed = scene.calls("030123462", Stay.untilHungUp());
    Scene.Caller open = scene.calls("030123463", Stay.atMostMs(5_000));
    assertEquals(List.of("ABANDONED", "EMERGENCY"), List.of(open.ending(), closed.ending()));
    scene.supervisor.post("/api/closures", Map.of("closed", false, "queue", "deserted"));
  }

  @Test
  void whenMoreCallThanTheLimitAllows_thenTheyHearThatAllLinesAreBusyAndAreCounted() throws Exception {
    Scene.await(() -> ((List<?>) scene.supervisor.get("/api/calls").get("calls")).size(), live -> live == 0);
    List<Scene.Caller> within = new ArrayList<>();
    for (int n = 0; n < MOST_CALLS; n++) {
      within.add(scene.calls("030123463", Stay.atMostMs(9_000)));
      within.getLast().awaits("QueueEntered", "queue");
    }
    Scene.Caller beyond = scene.calls("030123463", Stay.untilHungUp());
    scene.awaitHeard("en", "lines-busy", Map.of());
    assertEquals("BUSY", beyond.ending());
    assertEquals(List.of("busy"), beyond.all("CallArrived", "flow"));
    for (Scene.Caller caller : within) {
      assertEquals("ABANDONED", caller.ending());
    }
    assertEquals(1, ((Number) Scene.await(() -> endings().getOrDefault("busy", 0), counted -> !counted.equals(0))).intValue());
    assertTrue(scene.supervisor.text("/metrics").lines().anyMatch(line -> line.matches("switchboard_\\w*end\\w*\\{.*busy.*} 1(\\.0)?")),
        () -> metrics("busy"));
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> endings() throws Exception {
    return (Map<String, Object>) scene.supervisor.get("/api/queues").get("endings");
  }

  private static String metrics(String word) {
    try {
      return String.join("\n", scene.supervisor.text("/metrics").lines().filter(line -> line.contains(word)).toList());
    } catch (Exception e) {
      return Stream.of(e).toList().toString();
    }
  }
}
