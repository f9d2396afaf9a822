package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What became due while the platform was dead is done when it is back, and every stage hears of it. */
class RestartIT {
  private static final long WRAP_UP_MS = 3_000;
  private static final long MAX_WAIT_MS = 6_000;

  @Test
  void aWrapUpAndAWaitThatAreOverMeanwhileEndWithTheirInteractions() throws Exception {
    int phone = Ports.free();
    try (Scene scene = Scene.open(Script.empty()
        .queue("sales", "wrap_up_s: " + WRAP_UP_MS / 1000)
        .queue("support", "wait_without_agents: true", "max_wait_s: " + MAX_WAIT_MS / 1000)
        .direct("+4930123453", "support")
        .agent("anna", Script.at("anna", phone), "sales"))) {
      scene.phones("phone", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(1_000)), phone);
      scene.ready("anna");
      Scene.Caller waits = scene.calls("030123453", Stay.untilHungUp());
      waits.awaits("QueueEntered", "queue");
      Scene.Caller talks = scene.calls("030123451", Stay.untilHungUp());
      talks.awaits("TalkEnded", "by");
      scene.platform.kill();
      until(Math.max(at(scene, "QueueEntered", waits) + MAX_WAIT_MS, at(scene, "TalkEnded", talks) + WRAP_UP_MS));

      try (PlatformProcess restarted = scene.rehearsal.launch()) {
        assertEquals("timer", talks.awaits("WrapUpEnded", "why"));
        talks.awaits("InteractionClosed", "call");
        assertEquals("MAX_WAIT", waits.awaits("QueueLeft", "exit"));
        scene.awaitHeard("en", "no-agents", Map.of());
        assertEquals("NO_AGENTS", waits.ending());
        waits.awaits("InteractionClosed", "call");
        assertEquals(List.of(), scene.ledger.column("select call from interaction where closed_at_ms is null"), restarted::logged);
      }
    }
  }

  private static long at(Scene scene, String kind, Scene.Caller caller) throws Exception {
    return scene.ledger.count("select at_ms from journal where kind = ? and call = ?", kind, caller.call());
  }

  private static void until(long ms) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(Math.max(0, ms - System.currentTimeMillis()));
  }
}
