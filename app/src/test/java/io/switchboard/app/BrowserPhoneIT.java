package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.browser.BrowserPhone;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.audio.Tone;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent whose phone is a page of a real browser: calls are routed to it, and sound goes both ways. */
class BrowserPhoneIT {
  private static final long SOON_MS = 15_000;
  private static final String SALES = "030123451";
  /** What SIPp's callers say. */
  private static final int CALLER_HZ = 500;
  private static final int CHECK_HZ = 1004;
  private static final int NEAR_HZ = 20;

  private static Scene scene;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty().queue("sales", "ring_s: 20", "wrap_up_s: 0", "announce_position_on_entry: false")
        .agent("anna", Script.browser("demo-anna"), "sales").agent("ben", "{ browser: demo-ben }", "support"));
    chromium = Chromium.open(scene.rehearsal.home());
  }

  @AfterAll
  static void close() throws Exception {
    if (chromium != null) {
      chromium.close();
    }
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void whenTheAgentAnswersInThePage_thenSheHearsTheCaller_andHeHearsHer() throws Exception {
    try (BrowserPhone phone = BrowserPhone.registered(chromium, scene.platform.api(), "anna")) {
      scene.ready("anna");
      Scene.Caller speaker = scene.speaks(SALES, 30_000, 1_000, Stay.untilHungUp());
      phone.awaits("incoming call", SOON_MS);
      phone.answer();
      assertEquals("demo/anna", speaker.awaits("Connected", "agent"));
      phone.awaitHeard(heard -> heard.received() > 100 && heard.sent() > 100, SOON_MS);
      BrowserPhone.Heard heard = phone.awaitHeard(now -> Math.abs(now.hz() - CALLER_HZ) < NEAR_HZ, SOON_MS);
      assertTrue(heard.energy() > 0, heard::toString);
      assertEquals("audio/opus", heard.codec());
      phone.hangUp();
      assertEquals("AGENT_HUNG_UP", speaker.ending());

      try (Handsets handsets = Handsets.open(1);
          SippCallers listener = SippCallers.start(scene.rehearsal.home(), "listener",
              CallerPlan.to(scene.rehearsal.sipPort(), SALES).who(n -> new Dialling("01719990001", SALES, "")).hearingAt(handsets.ports())
                  .staying(Stay.untilHungUp()), new Volume.Times(1, 10))) {
        String call = scene.ledger.call("+491719990001");
        phone.awaits("incoming call", SOON_MS);
        Scene.await(() -> phone.log().stream().filter("incoming call"::equals).count(), count -> count == 2);
        phone.answer();
        Scene.await(() -> Tone.share(handsets.get(0).recording(), Chromium.SAYS_HZ), share -> share > 0.8);
        phone.hangUp();
        assertEquals("AGENT_HUNG_UP", scene.ledger.ending(call));
      }
    }
    scene.signOut("anna");
  }

  @Test
  void whenAPageMeasuresItsWays_thenItHearsAToneAndThenItself_andReachesNobodyElse() throws Exception {
    try (BrowserPhone phone = BrowserPhone.registered(chromium, scene.platform.api(), "ben")) {
      phone.dial("sip:check@switchboard");
      phone.awaitHeard(now -> Math.abs(now.hz() - CHECK_HZ) < NEAR_HZ, SOON_MS);
      phone.awaitHeard(now -> Math.abs(now.hz() - Chromium.SAYS_HZ) < NEAR_HZ, SOON_MS);
      phone.hangUp();
      phone.dial("sip:" + SALES + "@switchboard");
      phone.awaits("failed remote Not Found", SOON_MS);
    }
  }

  @Test
  void whenAnotherPageBecomesThePhone_thenTheSecretOfTheFirstIsGoodNoMore() throws Exception {
    try (BrowserPhone first = BrowserPhone.registered(chromium, scene.platform.api(), "ben");
        BrowserPhone second = BrowserPhone.registered(chromium, scene.platform.api(), "ben")) {
      first.awaits("disconnected", SOON_MS);
      assertEquals(true, scene.agentNow("ben").get("reachable"));
      second.page().evaluate("() => phone.api('DELETE', '/api/me/phone')");
      second.awaits("disconnected", SOON_MS);
      Scene.await(() -> scene.agentNow("ben").get("reachable"), Boolean.FALSE::equals);
      assertEquals("0 results found.", scene.rehearsal.asterisk().console("database show switchboard/auth demo-ben").strip().lines().toList().getLast());
    }
  }
}
