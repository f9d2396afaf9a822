package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;

/** Someone who talks with anna all the while that others misbehave, and must not notice. */
final class Bystander {
  private static final int TALKS_MS = 18_000;

  private final Scene scene;
  private final Scene.Caller caller;

  private Bystander(Scene scene, Scene.Caller caller) {
    this.scene = scene;
    this.caller = caller;
  }

  /** A platform where anna is ready for him, and nobody else; {@code ben} answers on +4930123462 once he is ready. */
  static Scene scene() throws Exception {
    int phones = Ports.free();
    Scene scene = Scene.open(Script.empty()
        .queue("talk", "ring_s: 20", "wrap_up_s: 0").direct("+4930123461", "talk").agent("anna", Script.at("anna", phones), "talk")
        .queue("meet", "ring_s: 20", "wrap_up_s: 0").direct("+4930123462", "meet").agent("ben", Script.at("ben", phones), "meet"));
    scene.phones("phones", new Behaviour.Answers(Span.ofMs(0), Stay.untilHungUp()), phones);
    scene.ready("anna");
    return scene;
  }

  static Bystander talks(Scene scene) throws Exception {
    Scene.Caller caller = scene.calls("030123461", Stay.atMostMs(TALKS_MS));
    caller.awaits("Connected", "agent");
    return new Bystander(scene, caller);
  }

  /** Waits for the end of his talk, which is his own. */
  void noticedNothing() throws Exception {
    assertEquals(List.of(), caller.all("TalkEnded", "by"), "he still talks when the attack is over");
    scene.live(caller.call(), "talking");
    assertEquals("CALLER_HUNG_UP_AFTER_TALK", caller.ending());
    long talkMs = Long.parseLong(caller.awaits("TalkEnded", "talkMs"));
    assertTrue(talkMs > TALKS_MS - 1_000, talkMs + " ms");
    Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals);
  }
}
