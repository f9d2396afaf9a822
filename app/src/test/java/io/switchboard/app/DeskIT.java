package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.desktop.adapter.client.DeskSocket;
import io.switchboard.desktop.adapter.client.DeskSocket.Received;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent has before him while real calls go through his hands. */
class DeskIT {
  private static final long SOON_MS = 15_000;
  private static final int TALK_MS = 60_000;

  private static Object in(Map<String, Object> view, String section, String field) {
    return view.get(section) instanceof Map<?, ?> fields ? fields.get(field) : null;
  }

  private static Map<String, Object> awaitCall(DeskSocket desk, String state) throws Exception {
    return desk.await("desk", view -> state.equals(in(view, "call", "state")), SOON_MS);
  }

  @Test
  void whenSomebodyCalls_thenHeIsOnTheScreenBeforeThePhoneRings_andTheDeskFollowsTheCallToItsEnd() throws Exception {
    int phone = Ports.free();
    try (Scene scene = Scene.open(
        Script.empty().queue("sales", "wrap_up: { seconds: 60, extend_s: 30, extensions: 1 }").agent("anna", Script.at("anna", phone), "sales"))) {
      SippPhones rung = scene.phones("phone", new Behaviour.Answers(Span.ofMs(500), Stay.atMostMs(1_500)), phone);
      scene.ready("anna");
      try (DeskSocket desk = scene.agent("anna").desk()) {
        desk.await("desk", view -> "ready".equals(in(view, "me", "state")), SOON_MS);
        long offsetUs = System.currentTimeMillis() * 1000 - System.nanoTime() / 1000;
        Scene.Caller caller = scene.calls("030123451", Stay.untilHungUp());
        Received popped = desk.awaitFrame(frame -> frame.body().get("call") != null && frame.type().equals("change"), SOON_MS);
        assertEquals("offered", in(popped.body(), "call", "state"));
        assertEquals(caller.number(), in(popped.body(), "call", "number"));
        assertEquals(caller.call(), in(popped.body(), "call", "id"));
        awaitCall(desk, "ringing");
        assertNotNull(in(awaitCall(desk, "talking"), "call", "talk_since_ms"));
        long invitedUs = rung.trace().calls().getFirst().invitedUs();
        long poppedUs = popped.gotNanos() / 1000 + offsetUs;
        assertTrue(poppedUs <= invitedUs, "on the screen " + (poppedUs - invitedUs) + " us after the phone was dialled");
        Map<String, Object> wrapUp = awaitCall(desk, "wrap_up");
        assertEquals(true, in(wrapUp, "me", "extendable"));
        scene.agent("anna").extendWrapUp();
        desk.await("desk", view -> Boolean.FALSE.equals(in(view, "me", "extendable")), SOON_MS);
        scene.agent("anna").ready();
        desk.await("desk", view -> view.get("call") == null && "ready".equals(in(view, "me", "state")), SOON_MS);
        desk.await("desk", view -> Integer.valueOf(1).equals(in(view, "today", "answered")), SOON_MS);
      }
    }
  }

  @Test
  void whenThePlatformIsKilledInATalk_thenTheDeskIsAsItWas() throws Exception {
    int phone = Ports.free();
    try (Scene scene = Scene.open(Script.empty().queue("sales", "wrap_up_s: 30").agent("anna", Script.at("anna", phone), "sales"))) {
      scene.phones("phone", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(TALK_MS)), phone);
      scene.ready("anna");
      Map<String, Object> before;
      try (DeskSocket desk = scene.agent("anna").desk()) {
        scene.calls("030123451", Stay.untilHungUp());
        before = awaitCall(desk, "talking");
        scene.platform.kill();
        desk.awaitClosed(SOON_MS);
      }
      try (PlatformProcess restarted = scene.rehearsal.platform(); DeskSocket desk = scene.rehearsal.agent(restarted, "anna").desk()) {
        Map<String, Object> after = awaitCall(desk, "talking");
        assertEquals(before.get("call"), after.get("call"));
        assertEquals(before.get("me"), after.get("me"));
      }
    }
  }
}
