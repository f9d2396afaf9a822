package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An agent's states on the real thing: hold at his phone, wrap-up as he needs it, what a supervisor does and what he is told. */
class AgentStatesIT {
  private static final String WRAP_UP = "wrap_up: { seconds: 60, extend_s: 30, extensions: 1 }";

  @Test
  void whenTheAgentHoldsAndTakesBack_thenHisStateFollows_andTheTalkKnowsHowLong() throws Exception {
    int phone = Ports.free();
    try (Scene scene = Scene.open(Script.empty().queue("sales", WRAP_UP, "auto_answer: true").agent("anna", Script.at("anna", phone), "sales"))) {
      scene.phones("phone", new Behaviour.Holds(Span.ofMs(200), 1_000, 1_500), phone);
      scene.ready("anna");
      Scene.Caller caller = scene.calls("030123451", Stay.atMostMs(6_000));
      Scene.await(() -> scene.agentNow("anna").get("state"), "held"::equals);
      caller.awaits("CallResumed", "heldMs");
      Scene.await(() -> scene.agentNow("anna").get("state"), "talking"::equals);
      long heldMs = Long.parseLong(caller.awaits("TalkEnded", "heldMs"));
      assertTrue(heldMs >= 1_300 && heldMs < 3_000, "held for " + heldMs + " ms");
      assertEquals(List.of(Long.toString(heldMs)), caller.all("CallResumed", "heldMs"));

      Scene.await(() -> scene.agentNow("anna").get("state"), "wrap_up"::equals);
      long until = ((Number) scene.agentNow("anna").get("until_ms")).longValue();
      assertEquals("wrap_up", scene.agent("anna").extendWrapUp());
      Scene.await(() -> ((Number) scene.agentNow("anna").get("until_ms")).longValue(), now -> now == until + 30_000);
      assertEquals("not_extendable", assertThrows(ApiRefusal.class, () -> scene.agent("anna").extendWrapUp()).code());
      scene.supervisor.post("/api/agents/anna/ready", Map.of());
      Map<?, ?> notice = Scene.await(() -> (Map<?, ?>) scene.agent("anna").me().get("notice"), told -> told != null);
      assertEquals("changed", notice.get("code"));
      assertEquals("sam", notice.get("by"));
    }
  }

  @Test
  void whenAHoldBeginsWhileThePlatformIsDead_thenItKnowsWhenItIsBack() throws Exception {
    int phone = Ports.free();
    try (Scene scene = Scene.open(Script.empty().queue("sales", "wrap_up: endless").agent("anna", Script.at("anna", phone), "sales"))) {
      scene.phones("phone", new Behaviour.Holds(Span.ofMs(200), 1_500, 120_000), phone);
      scene.ready("anna");
      Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
      caller.awaits("Connected", "agent");
      scene.platform.kill();
      long music = timesMusicBegan(scene);
      Scene.await(() -> timesMusicBegan(scene), now -> now > music); // the caller is on hold, and nobody is there to tell
      assertEquals(List.of(), caller.all("CallHeld", "agent"));
      try (PlatformProcess restarted = scene.rehearsal.platform()) {
        assertEquals("demo/anna", caller.awaits("CallHeld", "agent"), restarted::logged);
        ApiClient supervisor = scene.rehearsal.supervisor(restarted);
        Scene.await(() -> state(supervisor), "held"::equals);
        scene.rehearsal.asterisk().console("channel request hangup all");
        caller.awaits("TalkEnded", "heldMs");
        Scene.await(() -> state(supervisor), "wrap_up"::equals);
        HeadlessAgent anna = scene.rehearsal.agent(restarted, "anna");
        assertEquals(true, ((Map<?, ?>) anna.me().get("agent")).get("endless"));
        assertEquals("ready", anna.ready());
      }
    }
  }

  private static long timesMusicBegan(Scene scene) throws Exception {
    Path heard = scene.rehearsal.asterisk().directory().resolve("state/log/heard");
    return Files.readString(heard, StandardCharsets.ISO_8859_1).lines().filter(line -> line.contains("Started music on hold")).count();
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Object state(ApiClient supervisor) throws Exception {
    return ((List<Map<String, Object>>) supervisor.get("/api/agents").get("agents")).getFirst().get("state");
  }
}
