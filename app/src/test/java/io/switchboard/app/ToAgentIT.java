package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A flow transfers a caller to one agent, and to nobody else. */
class ToAgentIT {
  private static final String FLOW = """
      first: out
      steps:
        out: {transfer: {agent: agent001, queue: support, ring_s: 5, busy: engaged, no_answer: late, failed: lost}}
        engaged: {hangup: {reason: busy}}
        late: {hangup: {reason: no_agents}}
        lost: {hangup: {reason: closed}}
      """;

  private static Scene scene;
  private static int phones;

  @BeforeAll
  static void open() throws Exception {
    phones = Ports.free();
    scene = Scene.open(Script.empty().file("flows/out.yaml", FLOW).number("+4930123459", "out").agents(2, phones, "support"));
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void whenTheAgentIsReady_thenHeTalks_elseTheFlowGoesOn_andNobodyElseIsRung() throws Exception {
    scene.ready(Script.agent(2));
    assertEquals("BUSY", scene.calls("030123459", Stay.untilHungUp()).ending());

    scene.ready(Script.agent(1));
    try (SippPhones deaf = scene.phones("deaf", new Behaviour.RingsOnly(), phones)) {
      Scene.Caller unanswered = scene.calls("030123459", Stay.untilHungUp());
      assertEquals("NO_AGENTS", unanswered.ending());
      assertEquals(List.of("demo/agent001"), unanswered.all("OfferMade", "agent"));
      assertEquals(List.of("NO_ANSWER"), unanswered.all("QueueLeft", "exit"));
      assertEquals(1, deaf.trace().calls().size());
    }

    scene.agent(Script.agent(1)).ready();
    try (SippPhones answering = scene.phones("answering", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_500)), phones)) {
      Scene.Caller talks = scene.calls("030123459", Stay.untilHungUp());
      assertEquals("demo/agent001", talks.awaits("Connected", "agent"));
      assertEquals("demo/support", talks.awaits("TalkEnded", "queue"));
      assertEquals("AGENT_HUNG_UP", talks.ending());
      assertEquals(1, answering.trace().calls().size());
    }
    scene.signOut(Script.agent(1), Script.agent(2));
  }
}
