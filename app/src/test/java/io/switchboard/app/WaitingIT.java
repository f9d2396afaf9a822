package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a wait goes and ends on the real thing: skills that relax, a preferred agent, a key, the queue's own limit; and why it goes so. */
class WaitingIT {
  private static final Span AT_ONCE = Span.ofMs(200);
  private static final String EXITS = """
      first: wait
      steps:
        wait:
          enqueue:
            queue: limited
            closed: end
            emergency: end
            no_agents: end
            full: end
            max_wait: too-long
            keys: {9: gives-up}
        gives-up: {play: {prompts: [goodbye], next: end}}
        too-long: {play: {prompts: [no-agents], next: end-no-agents}}
        end-no-agents: {hangup: {reason: no_agents}}
        end: {hangup: {reason: flow_ended}}
      """;
  private static final String PREFERS = """
      first: wait
      steps:
        wait: {enqueue: {queue: loyal, preferred_agent: anna, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: no_agents}}
      """;

  private static final String SPILLS = """
      first: wait
      steps:
        wait: {enqueue: {queue: spilling, closed: end, emergency: end, no_agents: end, full: end, overflow: {late: elsewhere}}}
        elsewhere: {enqueue: {queue: all, keep_wait: true, closed: end, emergency: end, no_agents: end, full: end}}
        end: {hangup: {reason: no_agents}}
      """;

  private static Scene scene;
  private static SippPhones agentsPhones;

  @BeforeAll
  static void open() throws Exception {
    int phones = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("expert", "ring_s: 5", "wrap_up_s: 0", "skills: { sales: 9 }", "relax: [{ after_s: 3, skills: { sales: 5 } }]")
        .queue("limited", "wait_without_agents: true", "max_wait_s: 6")
        .queue("loyal", "ring_s: 5", "wrap_up_s: 0", "preferred_agent_wait_s: 20")
        .queue("all", "ring_s: 5", "wrap_up_s: 0", "ring_at_once: 2").direct("+4930123465", "all")
        .file("flows/exits.yaml", EXITS).number("+4930123461", "exits")
        .file("flows/prefers.yaml", PREFERS).number("+4930123462", "prefers")
        .queue("spilling", "wait_without_agents: true", "overflow: { late: { after_s: 3 } }")
        .file("flows/spills.yaml", SPILLS).number("+4930123466", "spills")
        .file("users.yaml", "demo:\n  sam: { role: admin }\n")
        .direct("+4930123463", "expert").direct("+4930123464", "loyal")
        .agent("anna", Script.at("anna", phones), "expert, loyal, all")
        .agent("ben", Script.at("ben", phones), "expert, loyal, all"));
    agentsPhones = scene.phones("phones", new Behaviour.Answers(AT_ONCE, Stay.atMostMs(4_000)), phones);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @AfterEach
  void everybodyGoesHome() throws Exception {
    for (String name : List.of("anna", "ben")) {
      scene.agent(name).signOut();
      Scene.await(() -> scene.agentNow(name).get("state"), "signed_out"::equals);
    }
  }

  @Test
  void skillsRelaxWhileHeWaits_andBothHisWaitAndItsEndAreExplained() throws Exception {
    scene.ready("anna");
    Scene.Caller caller = scene.calls("030123463", Stay.untilHungUp());
    caller.awaits("QueueEntered", "queue");
    Map<String, Object> waiting = part(scene.supervisor.get("/api/calls/" + caller.call() + "/why"), "waiting");
    assertEquals("None of the 2 agents of this queue may take it: 2 without the skill.", waiting.get("sentence"));
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    long waitMs = Long.parseLong(caller.awaits("Connected", "waitMs"));
    assertTrue(waitMs >= 3_000 && waitMs < 4_500, "a wait of " + waitMs + " ms");
    @SuppressWarnings("unchecked") // as the API says
    List<Map<String, Object>> offers =
        (List<Map<String, Object>>) scene.supervisor.get("/api/calls/" + caller.call() + "/why").get("offers");
    assertEquals(
        "anna was the only ready agent who could take it. Longest idle: 3 s. After 3 s, when fewer skills were enough.",
        String.valueOf(offers.getFirst().get("sentence")));
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whoWaitedTooLongIsSentToAnotherQueue_andBringsHisWaitAlong() throws Exception {
    scene.ready("anna");
    Scene.Caller caller = scene.calls("030123466", Stay.untilHungUp());
    assertEquals("OVERFLOW", caller.awaits("QueueLeft", "exit"));
    assertEquals("late", caller.awaits("QueueLeft", "rule"));
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    List<String> entries = caller.all("QueueEntered", "atMs");
    List<String> since = caller.all("QueueEntered", "sinceMs");
    long waitedMs = Long.parseLong(entries.getLast()) - Long.parseLong(entries.getFirst());
    assertTrue(waitedMs >= 3_000 && waitedMs < 4_500, "sent on after " + waitedMs + " ms");
    assertEquals(List.of(entries.getFirst(), entries.getFirst()), since);
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void skillsSetByASupervisorBringWhoWaitsToTheAgentAtOnce() throws Exception {
    scene.ready("anna");
    Scene.Caller caller = scene.calls("030123463", Stay.untilHungUp());
    caller.awaits("QueueEntered", "queue");
    scene.supervisor.post("/api/agents/anna/skills", Map.of("skills", Map.of("sales", 9)));
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    assertTrue(Long.parseLong(caller.awaits("Connected", "waitMs")) < 3_000, "before the skills relax");
    Map<String, Object> reset = new HashMap<>();
    reset.put("skills", null);
    scene.supervisor.post("/api/agents/anna/skills", reset);
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenTwoPhonesAreAnsweredInTheSameMoment_thenExactlyOneOfThemTalks() throws Exception {
    scene.ready("anna", "ben");
    int both = 0;
    for (int round = 0; round < 10; round++) {
      int before = agentsPhones.trace().calls().size();
      Scene.Caller caller = scene.calls("030123465", Stay.atMostMs(1_000));
      assertEquals("CALLER_HUNG_UP_AFTER_TALK", caller.ending());
      assertEquals(1, caller.all("Connected", "agent").size());
      assertEquals(List.of("ANSWERED_ELSEWHERE"), caller.all("OfferEnded", "ending"));
      List<SippCall> rung = agentsPhones.trace().calls().subList(before, before + 2);
      if (rung.stream().allMatch(phone -> phone.answeredUs().isPresent())) {
        both += Math.abs(rung.getFirst().answeredUs().getAsLong() - rung.getLast().answeredUs().getAsLong()) < 50_000 ? 1 : 0;
      }
      for (String name : List.of("anna", "ben")) {
        Scene.await(() -> scene.agentNow(name).get("state"), "ready"::equals);
      }
    }
    assertTrue(both >= 5, "both answered within 50 ms in " + both + " of 10 rounds");
  }

  @Test
  void aKeyLeadsOutOfTheQueue() throws Exception {
    Scene.Caller caller = scene.calls("030123461", Stay.untilHungUp(), new Keys(2_500, "9"));
    assertEquals("KEY", caller.awaits("QueueLeft", "exit"));
    assertEquals("9", caller.awaits("QueueLeft", "key"));
    scene.awaitHeard("en", "goodbye", Map.of());
    assertEquals("FLOW_ENDED", caller.ending());
  }

  @Test
  void nobodyWaitsForLongerThanTheQueueAllows() throws Exception {
    Scene.Caller caller = scene.calls("030123461", Stay.untilHungUp());
    assertEquals("MAX_WAIT", caller.awaits("QueueLeft", "exit"));
    long waitMs = Long.parseLong(caller.awaits("QueueLeft", "waitMs"));
    assertTrue(waitMs >= 6_000 && waitMs < 7_000, "a wait of " + waitMs + " ms");
    scene.awaitHeard("en", "no-agents", Map.of());
    assertEquals("NO_AGENTS", caller.ending());
  }

  @Test
  void whoPrefersAnAgentWaitsForHer_thoughAnotherIsReady() throws Exception {
    scene.ready("anna");
    Scene.Caller first = scene.calls("030123464", Stay.untilHungUp());
    assertEquals("demo/anna", first.awaits("Connected", "agent"));
    scene.ready("ben");
    Scene.Caller loyal = scene.calls("030123462", Stay.untilHungUp());
    assertEquals("demo/anna", loyal.awaits("Connected", "agent"));
    assertEquals(List.of("demo/anna"), loyal.all("OfferMade", "agent"));
    assertEquals("AGENT_HUNG_UP", loyal.ending());
  }

  @Test
  void skillsThatChangeDuringTheDayMoveWhoWaitsAlready_andAWrongFileMovesNobody() throws Exception {
    Path queues = scene.rehearsal.config().resolve("queues.yaml");
    String right = Files.readString(queues);
    scene.ready("anna");
    Files.writeString(queues, right.replace("after_s: 3,", "after_s: 300,"));
    assertEquals(List.of("queues.yaml"), scene.supervisor.post("/api/configuration/reload", Map.of()).get("changed"));
    Scene.Caller caller = scene.calls("030123463", Stay.untilHungUp());
    caller.awaits("QueueEntered", "queue");
    Files.writeString(queues, right.replace("sales: 9", "sales: 99"));
    ApiRefusal refusal = assertThrows(ApiRefusal.class, () -> scene.supervisor.post("/api/configuration/reload", Map.of()));
    assertEquals("wrong_settings", refusal.code());
    Files.writeString(queues, right.replace("skills: { sales: 9 }", "skills: { sales: 5 }"));
    scene.supervisor.post("/api/configuration/reload", Map.of());
    assertEquals("demo/anna", caller.awaits("Connected", "agent"));
    assertTrue(caller.all("OfferMade", "why").getFirst().contains("settings_changed"), caller.all("OfferMade", "why").toString());
    assertEquals("AGENT_HUNG_UP", caller.ending());
    Files.writeString(queues, right);
    scene.supervisor.post("/api/configuration/reload", Map.of());
  }

  @SuppressWarnings("unchecked") // as the API says
  private static Map<String, Object> part(Map<String, Object> answer, String name) {
    return (Map<String, Object>) answer.get(name);
  }
}
