package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.SippCall;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who does not wait on the line keeps his place: he is called back over the trunk, or calls again. */
class CallbackIT {
  private static final String FLOW = """
      first: wait
      steps:
        wait: {enqueue: {queue: sales, closed: end, emergency: end, no_agents: end, full: end, keys: {2: promise}}}
        promise: {callback: {queue: sales, booked: promised, refused: end}}
        promised: {play: {prompts: [callback-booked], next: bye}}
        bye: {hangup: {reason: callback_booked}}
        end: {hangup: {reason: no_agents}}
      """;
  private static final String ELSEWHERE = """
      variables: {at: text}
      first: ask
      steps:
        ask: {collect: {into: at, prompts: [closed], digits: {least: 3, most: 15}, no_key: {then: end}, next: promise}}
        promise: {callback: {queue: sales, number: at, booked: bye, refused: end}}
        bye: {hangup: {reason: callback_booked}}
        end: {hangup: {reason: no_agents}}
      """;
  private static final Keys WANTS_IT = new Keys(2_500, "2");

  private static int provider;
  private static Scene scene;
  private SippPhones customers;

  @BeforeAll
  static void open() throws Exception {
    provider = Ports.free();
    int phones = Ports.free();
    scene = Scene.open(Script.empty()
        .queue("sales", "ring_s: 5", "wrap_up_s: 0", "wait_without_agents: true", "redial_keeps_place_s: 60",
            "callback: { from: \"+4930123459\", trunks: [carrier], numbers: [\"+49\"], ring_s: 5, attempts: 2, retry_s: 10, window_s: 600 }")
        .file("trunks.yaml", "carrier: { mode: address, host: 127.0.0.1, port: " + provider + ", region: DE }\n")
        .file("flows/main.yaml", FLOW).number("+4930123459", "main")
        .file("flows/elsewhere.yaml", ELSEWHERE).number("+4930123457", "elsewhere")
        .agent("anna", Script.at("anna", phones), "sales"));
    scene.phones("phones", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(1_500)), phones);
  }

  @AfterAll
  static void close() throws Exception {
    if (scene != null) {
      scene.close();
    }
  }

  @AfterEach
  void everybodyGoesHome() throws Exception {
    if (customers != null) {
      customers.close();
    }
    scene.agent("anna").signOut();
    Scene.await(() -> scene.agentNow("anna").get("state"), "signed_out"::equals);
  }

  private void customersAre(String name, Behaviour behaviour) {
    customers = scene.phones("customers-" + name, behaviour, provider);
  }

  /** The interaction of the callback that was promised in this call. */
  private static String promised(Scene.Caller caller) throws Exception {
    String from = caller.call();
    assertEquals("CALLBACK_BOOKED", caller.ending());
    return scene.ledger.await("select call from journal where kind = 'CallbackBooked' and body ->> 'from' = ?",
        rows -> !rows.isEmpty(), Scene.SOON_MS, from).getFirst();
  }

  private static String awaits(String call, String kind, String field) throws Exception {
    return scene.ledger.await("select coalesce(body ->> ?, '') from journal where call = ? and kind = ? order by seq",
        rows -> !rows.isEmpty(), 30_000, field, call, kind).getFirst();
  }

  private static long at(String call, String kind) throws Exception {
    return scene.ledger.count("select at_ms from journal where call = ? and kind = ? order by seq limit 1", call, kind);
  }

  @Test
  void whoHangsUpIsCalledWhenItIsHisTurn_beforeWhoCameLater_andTalksWithTheAgentWhoWasReserved() throws Exception {
    customersAre("answer", new Behaviour.Answers(Span.ofMs(500), Stay.untilHungUp()));
    Scene.Caller asked = scene.calls("030123459", Stay.untilHungUp(), WANTS_IT);
    String callback = promised(asked);
    Scene.Caller later = scene.calls("030123459", Stay.untilHungUp());
    later.awaits("QueueEntered", "queue");
    assertEquals(List.of(), customers.trace().calls());
    scene.ready("anna");
    awaits(callback, "CallbackReached", "offer");
    assertEquals("demo/anna", awaits(callback, "Connected", "agent"));
    awaits(callback, "InteractionClosed", "call");
    assertEquals("demo/anna", later.awaits("Connected", "agent"));
    assertEquals("AGENT_HUNG_UP", later.ending());
    assertTrue(at(callback, "TalkEnded") <= at(later.call(), "OfferMade"), "the later caller came after him");
    SippCall dialled = customers.trace().calls().getFirst();
    assertEquals(asked.number(), dialled.address());
    assertEquals(1, customers.trace().calls().size());
    Scene.await(() -> customers.trace().calls().getFirst().ending(), SippCall.Ending.WAS_HUNG_UP::equals);
  }

  @Test
  void whoEntersAnotherNumberIsCalledThere() throws Exception {
    customersAre("elsewhere", new Behaviour.Answers(Span.ofMs(500), Stay.untilHungUp()));
    Scene.Caller asked = scene.calls("030123457", Stay.untilHungUp(), new Keys(2_500, "01709999999#"));
    String callback = promised(asked);
    scene.ready("anna");
    assertEquals("demo/anna", awaits(callback, "Connected", "agent"));
    awaits(callback, "InteractionClosed", "call");
    assertEquals("+491709999999", customers.trace().calls().getFirst().address());
  }

  @Test
  void whoEntersWhatHeMayNotBeCalledAt_isNotPromisedACall() throws Exception {
    customersAre("nobody", new Behaviour.Busy());
    Scene.Caller abroad = scene.calls("030123457", Stay.untilHungUp(), new Keys(2_500, "00442079460018#"));
    assertEquals("NO_AGENTS", abroad.ending());
    assertEquals(0, scene.ledger.count("select count(*) from journal where kind = 'CallbackBooked' and body ->> 'from' = ?", abroad.call()));
  }

  @Test
  void whoIsBusyIsTriedAgain_andHisAgentIsFreeMeanwhile() throws Exception {
    customersAre("busy", new Behaviour.Busy());
    String callback = promised(scene.calls("030123459", Stay.untilHungUp(), WANTS_IT));
    scene.ready("anna");
    assertEquals("CUSTOMER_MISSED", awaits(callback, "OfferEnded", "ending"));
    Scene.Caller other = scene.calls("030123459", Stay.untilHungUp());
    assertEquals("demo/anna", other.awaits("Connected", "agent"));
    customers.close();
    customersAre("answer-later", new Behaviour.Answers(Span.ofMs(200), Stay.untilHungUp()));
    assertEquals("demo/anna", awaits(callback, "Connected", "agent"));
    awaits(callback, "InteractionClosed", "call");
    assertEquals(List.of("hung_up", "busy"), scene.ledger.column(
        "select body ->> 'why' from journal where call = ? and kind = 'CallbackDue' order by seq", callback));
  }

  @Test
  void theRestartOfAKilledPlatformForgetsNobody() throws Exception {
    customersAre("patient", new Behaviour.Answers(Span.ofMs(300), Stay.untilHungUp()));
    String callback = promised(scene.calls("030123459", Stay.untilHungUp(), WANTS_IT));
    String dropped = "01705555555";
    Scene.Caller gaveUp = scene.callsAs(dropped, "030123459", Stay.atMostMs(2_000));
    assertEquals("ABANDONED", gaveUp.ending());
    String first = gaveUp.call();
    Scene.Caller later = scene.calls("030123459", Stay.untilHungUp());
    later.awaits("QueueEntered", "queue");
    scene.platform.kill();
    try (PlatformProcess restarted = scene.rehearsal.platform()) {
      Scene after = Scene.of(scene.rehearsal, restarted);
      Scene.await(() -> after.part("asterisk"), "up"::equals);
      Scene.Caller again = after.callsAs(dropped, "030123459", Stay.untilHungUp());
      Scene.await(again::call, call -> !call.equals(first));
      again.awaits("QueueEntered", "queue");
      assertEquals(
          scene.ledger.column("select body ->> 'sinceMs' from journal where call = ? and kind = 'QueueEntered'", first),
          again.all("QueueEntered", "sinceMs"), "he found his place again");
      after.ready("anna");
      assertEquals("demo/anna", awaits(callback, "Connected", "agent"));
      assertEquals("demo/anna", again.awaits("Connected", "agent"));
      assertEquals("demo/anna", later.awaits("Connected", "agent"));
      assertTrue(at(callback, "Connected") < at(again.call(), "Connected"));
      assertTrue(at(again.call(), "Connected") < at(later.call(), "Connected"));
      assertEquals(1, customers.trace().calls().size());
      later.awaits("InteractionClosed", "call");
      after.agent("anna").signOut();
    } finally {
      close();
      open();
    }
  }
}
