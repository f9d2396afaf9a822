package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.browser.BrowserNetwork;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The interface of an agent who talks is really down, and up again with the address that it had or with another. Nothing is lost. */
class NetworkChangeIT {
  private static final String SALES = "030123451";
  private static final String LINA = "01715550201";
  private static final int CALLER_HZ = 500;
  private static final int FIRST_ADDRESS = 2;
  private static final long CUT_MS = 5_000;
  private static final long BLINK_MS = 1_500;
  private static final String HALF = "Half a sentence";

  private static BrowserNetwork network;
  private static Scene scene;
  private static Chromium chromium;
  private static int address = FIRST_ADDRESS;
  private static int calls;
  private DeskPage anna;
  private Handsets handsets;
  private Speaker caller;
  private SippCallers sipp;
  private String call;

  @BeforeAll
  static void open() throws Exception {
    network = BrowserNetwork.open(address);
    scene = Scene.open(Script.empty().reachedAt(network.here())
        .queue("sales", "ring_s: 20", "wrap_up_s: 0", "announce_position_on_entry: false").agent("anna", Script.browser("demo-anna"), "sales"));
    scene.supervisor.post("/api/customers", Map.of("name", "Lina Adeyemi", "numbers", List.of(LINA)));
    chromium = Chromium.open(scene.rehearsal.home(), network, scene.platform.api());
  }

  @AfterAll
  static void close() throws Exception {
    try (BrowserNetwork removed = network; Scene closed = scene; Chromium ended = chromium) {
      // each that there is, the last first
    }
  }

  @BeforeEach
  void annaTalks() throws Exception {
    anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL);
    anna.ready();
    handsets = Handsets.open(1);
    caller = new Speaker("caller", CALLER_HZ, handsets.get(0));
    sipp = SippCallers.start(scene.rehearsal.home(), "caller-" + ++calls, CallerPlan.to(scene.rehearsal.sipPort(), SALES)
        .who(n -> new Dialling(LINA, SALES, "")).hearingAt(handsets.ports()).staying(Stay.atMostMs(120_000)), new Volume.Times(1, 10));
    anna.awaitCall("ringing");
    call = scene.ledger.call("+49" + LINA.substring(1));
    anna.press("Alt+A");
    anna.awaitCall("talking");
    anna.awaitSound();
    caller.hearsAlone(Chromium.SAYS_HZ);
    anna.awaitText(".customer-title h2", "Lina Adeyemi");
    anna.press("Alt+W");
    anna.awaitSeen(".wrap-up textarea:focus");
    anna.type(HALF);
  }

  @AfterEach
  void allIsOver() throws Exception {
    if (anna != null) {
      anna.close();
    }
    if (sipp != null) {
      sipp.close();
      handsets.close();
    }
    scene.rehearsal.asterisk().console("channel request hangup all");
    scene.ledger.await("select count(*)::text from (select call from journal where kind = 'CallArrived' except select call from journal where kind = 'InteractionClosed') open",
        rows -> rows.equals(List.of("0")), Scene.SOON_MS);
    scene.signOut("anna");
  }

  @Test
  void whenItIsDownForFiveSecondsAndHasAnotherAddressThen_thenTheCallerHearsMusicMeanwhile_andTheyTalkOn() throws Exception {
    network.unplug();
    long downNs = System.nanoTime();
    anna.awaitSeen(".link-sign[data-live=false]");
    anna.awaitText(".notices", "Your network is away");
    waits("CallHeld");
    caller.hearsOther(Chromium.SAYS_HZ);
    Thread.sleep(Math.max(0, CUT_MS - (System.nanoTime() - downNs) / 1_000_000));
    network.plugIn(++address);
    waits("CallResumed");
    nothingIsLost();
  }

  @Test
  void whenTheCableIsOutForAMoment_thenTheyTalkOn() throws Exception {
    network.unplug();
    anna.awaitText(".notices", "Your network is away");
    Thread.sleep(BLINK_MS);
    network.plugIn(address);
    nothingIsLost();
  }

  @Test
  void whenItsAddressIsAnotherFromOneMomentToTheNext_thenTheyTalkOn() throws Exception {
    network.plugIn(++address);
    nothingIsLost();
  }

  @Test
  void whenTheSoundFindsNoWayAfterwards_thenSheIsCalledAgain_andTakesItWithoutAHand() throws Exception {
    network.unplug();
    anna.awaitText(".notices", "Your network is away");
    anna.page().evaluate("() => window.peers.forEach((peer) => peer.close())");
    network.plugIn(address);
    scene.ledger.await("select body ->> 'by' from journal where call = ? and kind = 'TalkEnded'", List.of("LOST")::equals, 2 * Scene.SOON_MS, call);
    allIsThere();
    assertEquals(List.of("demo/anna", "demo/anna"),
        scene.ledger.column("select body ->> 'agent' from journal where call = ? and kind = 'Connected' order by seq", call));
  }

  /** It is the same talk. */
  private void nothingIsLost() throws Exception {
    allIsThere();
    assertEquals(List.of(), scene.ledger.column("select body ->> 'by' from journal where call = ? and kind = 'TalkEnded'", call));
    anna.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", scene.ledger.ending(call));
    anna.awaitCall("none");
  }

  /** Both hear each other, and the page knows all that it knew. */
  private void allIsThere() throws Exception {
    anna.awaitSeen(".link-sign[data-live=true]");
    anna.awaitGone(".notices [role=alert]");
    anna.awaitCall("talking");
    anna.awaitSound();
    caller.hearsAlone(Chromium.SAYS_HZ);
    anna.awaitText(".customer-title h2", "Lina Adeyemi");
    assertEquals(HALF, anna.page().locator(".wrap-up textarea").first().inputValue());
    assertEquals("talking", scene.agentNow("anna").get("state"));
  }

  private void waits(String kind) throws Exception {
    scene.ledger.await("select kind from journal where call = ? and kind = ?", rows -> !rows.isEmpty(), Scene.SOON_MS, call, kind);
  }
}
