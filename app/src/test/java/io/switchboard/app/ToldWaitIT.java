package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a waiting caller hears on the real thing: why he waits, how long, comfort messages; and that a key cuts it. */
class ToldWaitIT {
  private static final Span AT_ONCE = Span.ofMs(100);
  private static final int ENOUGH_CALLS = 10;

  private static Scene scene;

  @BeforeAll
  static void open() throws Exception {
    int quick = Ports.free();
    int slow = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("honest", "ring_s: 5", "wrap_up_s: 0", "announce_position_every_s: 0",
            "comfort: { prompts: [comfort-thanks, comfort-number-ready], every_s: 14 }")
        .direct("+4930123465", "honest")
        .agent("quick", Script.at("quick", quick), "honest")
        .agent("slow", Script.at("slow", slow), "honest"));
    scene.phones("quick", new Behaviour.Answers(AT_ONCE, Stay.atMostMs(300)), quick);
    scene.phones("slow", new Behaviour.Answers(AT_ONCE, Stay.untilHungUp()), slow);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  private static Scene.Caller calls(Stay stay, Keys... keys) {
    return scene.calls("030123465", stay, keys);
  }

  /** As Asterisk tells of every channel, the application that it executes. */
  private static boolean announces() {
    return scene.rehearsal.asterisk().console("core show channels concise").contains("!Playback!");
  }

  /** How long the announcement to the one who waits lasts. */
  private static long announcementMs() throws Exception {
    Scene.await(ToldWaitIT::announces, now -> now);
    long since = System.nanoTime();
    Scene.await(ToldWaitIT::announces, now -> !now, 30_000);
    return (System.nanoTime() - since) / 1_000_000;
  }

  @Test
  void heHearsWhyAndHowLong_aKeyCutsIt_theErrorIsPublished_andAfterARestartThePaceIsKnown() throws Exception {
    scene.ready("quick");
    List<Scene.Caller> before = new ArrayList<>();
    for (int i = 0; i < ENOUGH_CALLS; i++) {
      before.add(calls(Stay.untilHungUp()));
    }
    for (Scene.Caller each : before) {
      assertEquals("AGENT_HUNG_UP", each.ending());
    }
    scene.signOut("quick");
    scene.ready("slow");
    Scene.Caller talks = calls(Stay.atMostMs(45_000));
    talks.awaits("Connected", "agent");

    Scene.Caller listens = calls(Stay.untilHungUp());
    assertEquals("ALL_BUSY", listens.awaits("WaitTold", "cause"));
    assertEquals("1", listens.awaits("WaitTold", "position"));
    assertEquals("1", listens.awaits("WaitTold", "toMin"));
    long wholeMs = announcementMs();
    scene.awaitHeard("en", "queue-why-busy", Map.of());
    scene.awaitHeard("en", "queue-position", Map.of("position", "1"));
    scene.awaitHeard("en", "queue-wait-under-a-minute", Map.of());
    scene.awaitHeard("en", "comfort-thanks", Map.of());

    Scene.await(ToldWaitIT::announces, now -> !now);
    Scene.Caller presses = calls(Stay.atMostMs(5_000), new Keys(2_500, "5"));
    presses.awaits("WaitTold", "position");
    long cutMs = announcementMs();
    assertTrue(wholeMs > 5_500, "the whole announcement took " + wholeMs + " ms");
    assertTrue(cutMs < 4_000, "pressed after 2.5 s, it was cut after " + cutMs + " ms; whole it is " + wholeMs);

    assertEquals("CALLER_HUNG_UP_AFTER_TALK", talks.ending());
    assertEquals("demo/slow", listens.awaits("Connected", "agent"));
    Map<String, Object> told = told();
    assertTrue(((Number) told.get("told")).longValue() >= 2, told.toString());
    assertTrue(((Number) told.get("judged")).longValue() >= 1, told.toString());
    assertTrue(scene.supervisor.text("/metrics").contains("switchboard_queue_waits_told_total{queue=\"honest\",tenant=\"demo\"}"));

    scene.platform.kill();
    try (PlatformProcess restarted = scene.rehearsal.launch()) {
      restarted.awaitUp();
      Scene.Caller after = calls(Stay.untilHungUp());
      assertEquals("ALL_BUSY", after.awaits("WaitTold", "cause"));
    }
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> told() throws Exception {
    return Scene.await(
        () -> (Map<String, Object>) scene.queue("honest").get("waits_told"), told -> ((Number) told.get("judged")).longValue() > 0);
  }
}
