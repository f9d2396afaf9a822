package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A flow connects a caller with a number outside, over a trunk. */
class TransferIT {
  private static final String OUTSIDE = "+4989777777";
  private static final String FLOW = """
      first: out
      steps:
        out: {transfer: {number: "%s", ring_s: 5, busy: engaged, no_answer: late, failed: lost, next: after}}
        engaged: {play: {prompts: [lines-busy], next: end-busy}}
        end-busy: {hangup: {reason: busy}}
        late: {play: {prompts: [no-agents], next: end-nobody}}
        end-nobody: {hangup: {reason: no_agents}}
        lost: {hangup: {reason: closed}}
        after: {play: {prompts: [goodbye], next: end}}
        end: {hangup: {reason: transferred}}
      """.formatted(OUTSIDE);

  private static int provider;
  private static Scene scene;
  private static int answering;
  private static boolean platformDied;
  private SippPhones outside;

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  /** Who is called behaves so in this test. */
  private void open(Behaviour behaviour) throws Exception {
    if (scene == null || platformDied) {
      close();
      provider = Ports.free();
      scene = Scene.open(Script.empty()
          .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE, transfer_to: [\"127.0.0.1:" + provider
              + "\"] }\n")
          .file("flows/outside.yaml", FLOW)
          .file("flows/desk.yaml", FLOW.replace("number: \"" + OUTSIDE + "\"", "sip: \"sip:desk@127.0.0.1\", trunk: carrier"))
          .number("+4930123458", "desk")
          .number("+4930123459", "outside"));
      platformDied = false;
    }
    outside = scene.phones("outside-" + ++answering, behaviour, provider);
  }

  private static void killPlatform() throws Exception {
    platformDied = true;
    scene.platform.kill();
  }

  @AfterEach
  void nobodyAnswers() {
    outside.close();
  }

  @Test
  void whenTheCalledPartyHangsUp_thenTheFlowGoesOn_andTheTimelineTellsIt() throws Exception {
    open(new Behaviour.Answers(Span.ofMs(500), Stay.atMostMs(2_000)));
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    assertEquals(OUTSIDE, caller.awaits("TransferConnected", "number"));
    scene.live(caller.call(), "transferred");
    assertEquals("CALLED_PARTY_HUNG_UP", caller.awaits("TransferEnded", "ending"));
    scene.awaitHeard("en", "goodbye", Map.of());
    assertEquals("TRANSFERRED", caller.ending());

    List<Map<String, Object>> timeline = caller.timeline();
    assertEquals(
        List.of("call_arrived", "step_entered", "transfer_started", "transfer_connected", "transfer_ended", "step_entered", "step_entered"),
        timeline.stream().map(fact -> String.valueOf(fact.get("type"))).limit(7).toList());
    long talkMs = ((Number) timeline.get(4).get("talk_ms")).longValue();
    assertTrue(talkMs > 1_500 && talkMs < 5_000, "talked " + talkMs + " ms");
    assertEquals("+4930123459", timeline.get(2).get("shown"));
    assertEquals(OUTSIDE, outside.trace().calls().getFirst().address());
  }

  @Test
  void whenAFlowTransfersToASipAddress_thenItRingsThere_andTheFlowGoesOnAfterTheTalk() throws Exception {
    open(new Behaviour.Answers(Span.ofMs(300), Stay.atMostMs(1_500)));
    Scene.Caller caller = scene.calls("030123458", Stay.untilHungUp());
    assertEquals("sip:desk@127.0.0.1", caller.awaits("TransferConnected", "number"));
    assertEquals("CALLED_PARTY_HUNG_UP", caller.awaits("TransferEnded", "ending"));
    assertEquals("TRANSFERRED", caller.ending());
    assertEquals("desk", outside.trace().calls().getFirst().address());
  }

  @Test
  void whenASipAddressIsBusy_thenTheFlowGoesOnThere() throws Exception {
    open(new Behaviour.Busy());
    Scene.Caller caller = scene.calls("030123458", Stay.untilHungUp());
    assertEquals("BUSY", caller.awaits("TransferEnded", "ending"));
    assertEquals("BUSY", caller.ending());
  }

  @Test
  void whenTheCallerHangsUpInTheTalk_thenTheCallEndsTransferred_withOneEndOfTheTransfer() throws Exception {
    open(new Behaviour.Answers(Span.ofMs(200), Stay.untilHungUp()));
    Scene.Caller caller = scene.calls("030123459", Stay.atMostMs(3_000));
    caller.awaits("TransferConnected", "number");
    assertEquals("TRANSFERRED", caller.ending());
    caller.awaits("InteractionClosed", "call");
    assertEquals(List.of("CALLER_HUNG_UP"), caller.all("TransferEnded", "ending"));
    long talkMs = Long.parseLong(caller.awaits("TransferEnded", "talkMs"));
    assertTrue(talkMs > 1_000 && talkMs < 4_000, "talked " + talkMs + " ms");
    Scene.await(() -> outside.trace().calls().getFirst().ending(), SippCall.Ending.WAS_HUNG_UP::equals);
  }

  @Test
  void whenItIsBusy_thenTheFlowGoesOnThere() throws Exception {
    open(new Behaviour.Busy());
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    assertEquals("BUSY", caller.awaits("TransferEnded", "ending"));
    assertEquals("BUSY", caller.ending());
  }

  @Test
  void whenNobodyAnswers_thenTheFlowGoesOnThere_andTheDialledLegIsGone() throws Exception {
    open(new Behaviour.RingsOnly());
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    assertEquals("NO_ANSWER", caller.awaits("TransferEnded", "ending"));
    assertEquals("NO_AGENTS", caller.ending());
    Scene.await(() -> outside.trace().calls().getFirst().ending(), SippCall.Ending.CANCELLED::equals);
  }

  @Test
  void whenThePlatformDiesWhileItRings_thenTheyTalk_andAfterTheRestartTheFlowGoesOnAfterIt() throws Exception {
    open(new Behaviour.Answers(Span.ofMs(3_000), Stay.atMostMs(20_000)));
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    caller.awaits("TransferStarted", "number");
    Scene.await(() -> outside.trace().calls().size(), calls -> calls == 1);
    killPlatform();
    Scene.await(() -> outside.trace().calls().getFirst().answeredUs().isPresent(), answered -> answered);
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      assertEquals(OUTSIDE, caller.awaits("TransferConnected", "number"), restarted::logged);
      scene.live(caller.call(), "transferred");
      assertEquals("CALLED_PARTY_HUNG_UP", scene.ledger.await(
          "select body ->> 'ending' from journal where call = ? and kind = 'TransferEnded'", rows -> !rows.isEmpty(), 30_000, caller.call())
          .getFirst());
      assertEquals("TRANSFERRED", caller.ending());
      assertEquals(1, outside.trace().calls().size(), "nobody is dialled twice");
      assertEquals(SippCall.Ending.HUNG_UP, outside.trace().calls().getFirst().ending());
      assertTrue(Long.parseLong(caller.awaits("TransferEnded", "talkMs")) > 18_000, "measured by Asterisk, the time of death included");
    }
  }

  @Test
  void whenTheTransferEndsWhileThePlatformIsDead_thenTheFlowGoesOnWhereItShould() throws Exception {
    open(new Behaviour.RingsOnly());
    Scene.Caller caller = scene.calls("030123459", Stay.untilHungUp());
    caller.awaits("TransferStarted", "number");
    Scene.await(() -> outside.trace().calls().size(), calls -> calls == 1);
    killPlatform();
    Scene.await(() -> outside.trace().calls().getFirst().ending(), SippCall.Ending.CANCELLED::equals);
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      assertEquals("NO_ANSWER", caller.awaits("TransferEnded", "ending"), restarted::logged);
      assertEquals("NO_AGENTS", caller.ending());
      assertEquals(1, outside.trace().calls().size(), "nobody is dialled twice");
    }
  }
}
