package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One call at a time, from the dialled number to the end of the wrap-up, as callers, agents, supervisors and auditors see it. */
class CallIT {
  private static final int RING_S = 3;
  private static final int TALKS_MS = 1_500;

  private static Scene scene;

  @BeforeAll
  static void open() throws Exception {
    int talkers = Ports.free();
    int silent = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("sales", "ring_s: " + RING_S, "wrap_up_s: 1", "skills: { sales: 5 }")
        .queue("support", "ring_s: " + RING_S, "wrap_up_s: 0", "wait_without_agents: true")
        .agent("anna", Script.at("anna", talkers), "sales")
        .agent("ben", Script.at("ben", talkers), "sales")
        .agent("clara", Script.at("clara", silent), "sales")
        .agent("dora", Script.registering("dora", "doras-secret"), "support"));
    scene.phones("talkers", new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(TALKS_MS)), talkers);
    scene.phones("silent", new Behaviour.RingsOnly(), silent);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Whatever a test did, the next one finds nobody at work. */
  @AfterEach
  void everybodyGoesHome() throws Exception {
    for (String name : List.of("anna", "ben", "clara", "dora")) {
      scene.agent(name).signOut();
      Scene.await(() -> scene.agentNow(name).get("state"), "signed_out"::equals);
    }
  }

  /** What one call's stages write in one order; the ending is written by another stage and may come before or after its neighbours. */
  private static final Set<String> MILESTONES = Set.of(
      "call_arrived", "step_entered", "menu_answered", "language_chosen", "queue_entered", "offer_made", "offer_rang", "connected",
      "talk_ended", "wrap_up_ended", "interaction_closed");

  private static final Keys ENGLISH = new Keys(1_500, "1");
  private static final Keys SALES = new Keys(1_500, "1");
  private static final Keys SUPPORT = new Keys(1_500, "2");

  @Test
  void whenACallerChoosesSales_thenTheLongestIdleAnswers_andEveryStageIsAFact() throws Exception {
    scene.ready("anna", "ben");
    Scene.Caller caller = scene.calls("030123450", Stay.untilHungUp(), ENGLISH, SALES);
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    assertEquals("talking", scene.live(caller.call(), "talking").get("stage"));
    assertEquals("AGENT_HUNG_UP", caller.ending());
    assertEquals("AGENT", caller.awaits("TalkEnded", "by"));
    Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals);

    List<Map<String, Object>> timeline = caller.timeline();
    assertEquals(
        List.of("call_arrived", "step_entered", "menu_answered", "step_entered", "language_chosen", "step_entered", "menu_answered",
            "step_entered", "queue_entered", "offer_made", "offer_rang", "connected", "talk_ended", "wrap_up_ended", "interaction_closed"),
        timeline.stream().map(fact -> String.valueOf(fact.get("type"))).filter(MILESTONES::contains).toList());
    assertEquals(List.of("1", "1"), caller.all("MenuAnswered", "answer"));
    long wrapUpMs = Long.parseLong(caller.awaits("WrapUpEnded", "wrapUpMs"));
    assertTrue(wrapUpMs >= 1_000 && wrapUpMs < 2_000, "a wrap-up of " + wrapUpMs + " ms");
    assertEquals("timer", caller.awaits("WrapUpEnded", "why"));

    Scene.Caller next = scene.calls("030123451", Stay.untilHungUp());
    assertEquals("demo/ben", next.awaits("Connected", "agent"), "he has been idle longer now");
    assertEquals("AGENT_HUNG_UP", next.ending());
  }

  @Test
  void whenTheCallerChoosesChinese_thenEverythingIsSaidInChinese() throws Exception {
    Scene.Caller caller = scene.calls("030123450", Stay.atMostMs(9_000), new Keys(1_500, "2"), SUPPORT);
    assertEquals("zh", caller.awaits("LanguageChosen", "language"));
    scene.awaitHeard("zh", "main-menu", Map.of());
    assertEquals("demo/support", caller.awaits("QueueEntered", "queue"));
    assertEquals("ABANDONED", caller.ending());
  }

  @Test
  void whenKeysAreWrongOrMissing_thenHeIsAskedAgain_andTheFlowComesToItsEnd() throws Exception {
    Scene.Caller caller = scene.calls("030123450", Stay.untilHungUp(), ENGLISH, new Keys(1_500, "9"));
    assertEquals("FLOW_ENDED", caller.ending());
    List<String> answers = caller.all("MenuAnswered", "answer");
    assertEquals("1", answers.getFirst());
    assertTrue(answers.contains("wrong_key"), answers.toString());
    assertEquals("no_key", answers.getLast());
    scene.awaitHeard("en", "goodbye", Map.of());
  }

  @Test
  void whenTheCallerHangsUpInTheMenu_thenTheCallEndsThere() throws Exception {
    Scene.Caller caller = scene.calls("030123450", Stay.atMostMs(1_500));
    assertEquals("CALLER_HUNG_UP_IN_FLOW", caller.ending());
    caller.awaits("InteractionClosed", "call");
    assertEquals(List.of(), caller.all("QueueEntered", "queue"));
  }

  @Test
  void whenThePhoneIsNotAnswered_thenTheNextAgentsRings_andThePlaceIsKept() throws Exception {
    scene.ready("clara", "anna");
    Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    assertEquals(List.of("demo/clara", "demo/anna"), caller.all("OfferMade", "agent"));
    assertEquals(List.of("UNANSWERED"), caller.all("OfferEnded", "ending"));
    assertEquals(1, caller.all("QueueEntered", "queue").size(), "one visit, so his place was kept");
    long waitMs = Long.parseLong(caller.awaits("Connected", "waitMs"));
    assertTrue(waitMs >= RING_S * 1_000, "the wait goes on through the unanswered offer: " + waitMs + " ms");
    assertEquals("AGENT_HUNG_UP", caller.ending());
    Scene.await(() -> scene.queue("sales").get("offers_unanswered"), ended -> ((Map<?, ?>) ended).get("unanswered") instanceof Number n && n.intValue() >= 1);
  }

  @Test
  void whenTheCallerHangsUpDuringTheTalk_thenTheAgentWrapsUpAndIsReady() throws Exception {
    scene.ready("anna");
    Scene.Caller caller = scene.calls("030123451", Stay.atMostMs(1_200));
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    assertEquals("CALLER_HUNG_UP_AFTER_TALK", caller.ending());
    assertEquals("CALLER", caller.awaits("TalkEnded", "by"));
    Scene.await(() -> scene.agentNow("anna").get("state"), "wrap_up"::equals);
    Scene.await(() -> scene.agentNow("anna").get("state"), "ready"::equals);
    caller.awaits("InteractionClosed", "call");
  }

  @Test
  void whenTheCallerGivesUpWaiting_thenHeAbandoned_andThePhoneStopsRinging() throws Exception {
    scene.ready("clara");
    Scene.Caller caller = scene.calls("030123451", Stay.atMostMs(1_500));
    caller.awaits("OfferRang", "agent");
    assertEquals("ABANDONED", caller.ending());
    assertEquals("CALLER_GONE", caller.awaits("OfferEnded", "ending"));
    Scene.await(() -> scene.agentNow("clara").get("state"), "ready"::equals);
  }

  @Test
  void whenAnAgentIsNotReady_thenHeIsOfferedNothing_andSaysWhy() throws Exception {
    scene.ready("anna", "ben");
    assertEquals("not_ready", scene.agent("anna").notReady("break"));
    Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
    assertEquals("demo/ben", caller.awaits("Connected", "agent"));
    Map<String, Object> anna = Scene.await(() -> scene.agentNow("anna"), now -> "not_ready".equals(now.get("state")));
    assertEquals("break", anna.get("reason"));
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenAllWait_thenMusicAndPositionAreHeard_andTheyAreServedInTheirOrder() throws Exception {
    Scene.Caller first = scene.calls("030123450", Stay.atMostMs(20_000), ENGLISH, SUPPORT);
    first.awaits("QueueEntered", "queue");
    Scene.Caller second = scene.calls("030123450", Stay.atMostMs(4_000), ENGLISH, SUPPORT);
    second.awaits("QueueEntered", "queue");
    scene.awaitHeard("en", "queue-position", Map.of("position", "2"));
    Map<String, Object> support = Scene.await(() -> scene.queue("support"), now -> ((Number) now.get("waiting")).intValue() == 2);
    assertTrue(((Number) support.get("longest_wait_ms")).longValue() > 0, support.toString());
    assertEquals("ABANDONED", second.ending());
    assertEquals("ABANDONED", first.ending());
    Scene.await(() -> ((Number) scene.queue("support").get("waiting")).intValue(), waiting -> waiting == 0);
  }

  @Test
  void whenAPhoneIsNotRegistered_thenItIsOfferedNothing_untilItRegisters() throws Exception {
    scene.ready("dora");
    Scene.Caller caller = scene.calls("030123450", Stay.untilHungUp(), ENGLISH, SUPPORT);
    caller.awaits("QueueEntered", "queue");
    assertEquals(false, Scene.await(() -> scene.agentNow("dora"), now -> now.containsKey("reachable")).get("reachable"));
    assertEquals(List.of(), caller.all("OfferMade", "agent"));
    scene.registers("dora", "doras-secret", new Behaviour.Answers(Span.ofMs(100), Stay.atMostMs(TALKS_MS)));
    assertEquals("demo/dora", caller.awaits("Connected", "agent"));
    assertEquals("AGENT_HUNG_UP", caller.ending());
    assertEquals(SippCall.Ending.WAS_HUNG_UP, Scene.await(() -> caller.heard().ending(), ending -> ending != SippCall.Ending.GOING_ON));
  }

  @Test
  void whenAnAgentSignsOutDuringHisTalk_thenHeIsOutOnceItIsOver() throws Exception {
    HeadlessAgent anna = scene.agent("anna");
    scene.ready("anna");
    Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
    caller.awaits("Connected", "agent");
    assertNotEquals("signed_out", anna.signOut(), "he finishes what he began");
    assertEquals("AGENT_HUNG_UP", caller.ending());
    Scene.await(() -> scene.agentNow("anna").get("state"), "signed_out"::equals);
  }
}
