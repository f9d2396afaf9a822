package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent does in a talk from his desk, with real phones at both ends. */
class TalkIT {
  private static final long SOON_MS = 15_000;
  private static final Behaviour PATIENT = new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(60_000));

  private final int annasPhone = Ports.free();
  private final int bensPhone = Ports.free();
  private Scene scene;
  private Scene.Caller caller;

  @BeforeEach
  void annaTalks() throws Exception {
    scene = Scene.open(Script.empty().queue("sales", "wrap_up_s: 0").queue("support", "wrap_up_s: 0")
        .agent("anna", Script.at("anna", annasPhone), "sales").agent("ben", Script.at("ben", bensPhone), "support"));
    scene.phones("anna", PATIENT, annasPhone);
    scene.phones("ben", PATIENT, bensPhone);
    scene.ready("anna");
    caller = scene.calls("030123451", Stay.untilHungUp());
    caller.awaits("Connected", "agent");
    scene.ready("ben");
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  private static Object call(Map<String, Object> view, String field) {
    return view.get("call") instanceof Map<?, ?> fields ? fields.get(field) : null;
  }

  private static Object side(Map<String, Object> view) {
    return view.get("side") instanceof Map<?, ?> fields ? fields.get("state") : null;
  }

  private static boolean can(Map<String, Object> view, String... verbs) {
    return call(view, "can") instanceof List<?> can && can.containsAll(List.of(verbs));
  }

  @Test
  void whenSheConsultsAndHandsOn_thenTheOtherHasTheCaller_andBothDesksFollow() throws Exception {
    HeadlessAgent anna = scene.agent("anna");
    HeadlessAgent ben = scene.agent("ben");
    try (DeskSocket annas = anna.desk(); DeskSocket bens = ben.desk()) {
      annas.await("desk", view -> can(view, "hold", "consult", "transfer", "hang-up"), SOON_MS);
      anna.inTalk("consult", Map.of("agent", "ben"));
      bens.await("desk", view -> "consult".equals(call(view, "direction")) && caller.number().equals(call(view, "number")), SOON_MS);
      annas.await("desk", view -> "talking".equals(side(view)) && can(view, "swap", "complete", "cancel", "conference"), SOON_MS);
      anna.inTalk("swap", Map.of());
      annas.await("desk", view -> "held".equals(side(view)) && "talking".equals(call(view, "state")), SOON_MS);
      anna.inTalk("swap", Map.of());
      annas.await("desk", view -> "talking".equals(side(view)) && "held".equals(call(view, "state")), SOON_MS);
      anna.inTalk("complete", Map.of());
      annas.await("desk", view -> view.get("call") == null, SOON_MS);
      bens.await("desk", view -> can(view, "hold", "consult", "transfer", "hang-up"), SOON_MS);
      Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals); // the board hears of it a moment later
      ben.inTalk("hang-up", Map.of());
      assertEquals("AGENT_HUNG_UP", caller.ending());
      assertEquals(List.of("demo/anna", "demo/ben"), caller.all("TalkEnded", "agent"));
      assertEquals(List.of("demo/ben"), caller.all("HandedOn", "agent"));
    }
  }

  @Test
  void whenAllTalk_andSheLeaves_thenTheOtherTwoGoOn() throws Exception {
    HeadlessAgent anna = scene.agent("anna");
    anna.inTalk("consult", Map.of("queue", "support"));
    caller.awaits("ConsultJoined", "agent");
    anna.inTalk("conference", Map.of());
    caller.awaits("Conferenced", "third");
    anna.inTalk("hang-up", Map.of());
    assertEquals("demo/ben", caller.awaits("HandedOn", "agent"));
    Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals);
    assertEquals("talking", scene.agentNow("ben").get("state"));
    scene.agent("ben").inTalk("hang-up", Map.of());
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenSheHandsOnToAQueue_thenHeIsAnsweredThere() throws Exception {
    scene.agent("anna").inTalk("transfer", Map.of("queue", "support"));
    Scene.await(() -> caller.all("Connected", "agent"), List.of("demo/anna", "demo/ben")::equals);
    assertEquals(List.of("", "handed_on"), caller.all("QueueEntered", "why"));
    scene.agent("ben").inTalk("hang-up", Map.of());
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenThePlatformIsKilledDuringAConsultation_thenBothTalkOn_andItIsFinishedAfterwards() throws Exception {
    scene.agent("anna").inTalk("consult", Map.of("agent", "ben"));
    caller.awaits("ConsultJoined", "agent");
    scene.platform.kill();
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      HeadlessAgent anna = scene.rehearsal.agent(restarted, "anna");
      assertEquals("not_now", assertThrows(ApiRefusal.class, () -> anna.inTalk("hold", Map.of())).code());
      anna.inTalk("complete", Map.of());
      scene.rehearsal.agent(restarted, "ben").inTalk("hang-up", Map.of());
      assertEquals("AGENT_HUNG_UP", caller.ending());
      assertEquals(List.of("demo/anna", "demo/ben"), caller.all("TalkEnded", "agent"));
    }
  }
}
