package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of an agent who talks goes away in each way that it can; the caller loses nothing. */
class BrowserDeathIT {
  private static final String SALES = "030123451";
  private static final String SUPPORT = "030123452";
  private static final long SILENT_WITHIN_MS = 7_000;
  private static final long ASLEEP_MS = 60_000;
  private static final long CUT_MS = 5_000;
  /** Beyond return_to_agent_s of support. */
  private static final long HERS_ALONE_MS = 3_500;

  private static Scene scene;
  private static Chromium chromium;
  private static int bensPhone;
  private DeskPage anna;

  @BeforeAll
  static void open() throws Exception {
    bensPhone = Ports.free();
    scene = Scene.open(Script.empty().queue("sales", "ring_s: 20", "wrap_up_s: 0", "announce_position_on_entry: false")
        .queue("support", "ring_s: 20", "wrap_up_s: 0", "announce_position_on_entry: false", "return_to_agent_s: 3").direct("+4930123452", "support")
        .agent("anna", Script.browser("demo-anna"), "sales, support").agent("ben", Script.at("ben", bensPhone), "support"));
    scene.phones("ben", new Behaviour.Answers(Span.ofMs(200), Stay.atMostMs(100_000)), bensPhone);
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

  @BeforeEach
  void annaIsReady() throws Exception {
    anna = opened(chromium);
  }

  @AfterEach
  void allIsOver() throws Exception {
    chromium.wake();
    scene.rehearsal.asterisk().console("channel request hangup all");
    scene.ledger.await("select count(*)::text from (select call from journal where kind = 'CallArrived' except select call from journal where kind = 'InteractionClosed') open",
        rows -> rows.equals(List.of("0")), Scene.SOON_MS);
    anna.close();
    scene.signOut("anna", "ben");
  }

  private static DeskPage opened(Chromium browser) throws Exception {
    DeskPage page = DeskPage.logIn(browser, scene.platform.api(), "anna", DeskPage.Look.USUAL);
    page.ready();
    return page;
  }

  private Scene.Caller talks(String number) throws Exception {
    Scene.Caller caller = scene.speaks(number, 150_000, 1_000, Stay.atMostMs(150_000));
    anna.awaitCall("ringing");
    anna.press("Alt+A");
    anna.awaitCall("talking");
    anna.awaitSound();
    return caller;
  }

  /** The caller hears music at once; when the page is not back, the talk is over and he is the first to be answered again. */
  private static void lost(Scene.Caller caller, Runnable happens) throws Exception {
    long beganNs = System.nanoTime();
    happens.run();
    caller.awaits("CallHeld", "aside");
    assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs) < SILENT_WITHIN_MS);
    assertEquals("LOST", caller.awaits("TalkEnded", "by"));
    assertEquals(List.of("", "returned"), caller.all("QueueEntered", "why"));
  }

  /** Without a hand. */
  private static void takesUpAgain(DeskPage page, Scene.Caller caller) throws Exception {
    Scene.await(() -> caller.all("Connected", "agent"), List.of("demo/anna", "demo/anna")::equals, 3 * Scene.SOON_MS);
    page.awaitCall("talking");
    page.awaitSound();
    page.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenThePageIsReloaded_thenItTakesTheCallerUpAgainByItself() throws Exception {
    Scene.Caller caller = talks(SALES);
    anna.press("Alt+W");
    anna.awaitSeen(".wrap-up textarea:focus");
    anna.type("Half a sentence");
    anna.page().reload();
    anna.awaitText(".wrap-up", "Note");
    assertEquals("Half a sentence", anna.page().locator(".wrap-up textarea").first().inputValue());
    takesUpAgain(anna, caller);
    assertEquals(List.of("LOST", "AGENT"), caller.all("TalkEnded", "by"));
  }

  @Test
  void whenTheTabIsClosed_thenTheCallerHearsMusicAtOnce_andIsOfferedBackToHerWhenSheIsBack() throws Exception {
    Scene.Caller caller = talks(SALES);
    Page other = anna.page().context().newPage();
    lost(caller, anna::closeTab);
    DeskPage again = anna.another(scene.platform.api());
    takesUpAgain(again, caller);
    other.close();
  }

  @Test
  void whenTheBrowserIsKilled_thenTheCallerHearsMusicAtOnce_andIsOfferedBackToHerWhenSheIsBack() throws Exception {
    try (Chromium dies = Chromium.open(scene.rehearsal.home())) {
      anna.close();
      anna = opened(dies);
      Scene.Caller caller = talks(SALES);
      lost(caller, dies::kill);
      anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL);
      takesUpAgain(anna, caller);
    }
  }

  @Test
  void whenTheNetworkIsGoneForFiveSeconds_thenTheCallerHearsMusicMeanwhile_andTheCallGoesOn() throws Exception {
    Scene.Caller caller = talks(SALES);
    chromium.unplug();
    Thread.sleep(CUT_MS);
    chromium.plugIn();
    caller.awaits("CallResumed", "heldMs");
    anna.awaitCall("talking");
    anna.awaitSound();
    assertEquals(List.of(), caller.all("TalkEnded", "by"));
    anna.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenTheMachineSleepsForAMinute_thenTheCallerIsOfferedBackToHerWhenItWakes() throws Exception {
    Scene.Caller caller = talks(SALES);
    lost(caller, chromium::sleep);
    Thread.sleep(ASLEEP_MS);
    chromium.wake();
    takesUpAgain(anna, caller);
  }

  @Test
  void whenSheDoesNotComeBack_thenHeIsTheFirstInTheQueue() throws Exception {
    Scene.Caller caller = talks(SUPPORT);
    Scene.Caller later = scene.speaks(SUPPORT, 100_000, 1_000, Stay.untilHungUp());
    later.awaits("QueueEntered", "queue");
    lost(caller, anna::close);
    Thread.sleep(HERS_ALONE_MS);
    scene.ready("ben");
    Scene.await(() -> caller.all("Connected", "agent"), List.of("demo/anna", "demo/ben")::equals);
    assertEquals(List.of(), later.all("Connected", "agent"));
    anna = opened(chromium);
    anna.awaitCall("ringing");
    assertEquals(List.of("demo/anna"), later.all("OfferMade", "agent"));
  }

  @Test
  void whenThereAreTwoTabs_thenOneIsThePhone_andTheOtherSaysSoUntilItIsTaken() throws Exception {
    DeskPage other = anna.another(scene.platform.api());
    other.awaitText(".notices", "Your phone is in another window");
    assertFalse(anna.page().locator(".notices").innerText().contains("another"));
    other.page().locator(".notices button").click();
    anna.awaitText(".notices", "Your phone is in another window");
    other.awaitGone(".notices button");
    other.await(() -> Boolean.TRUE.equals(reachable()), Boolean.TRUE::equals);
    Scene.Caller caller = scene.speaks(SALES, 60_000, 1_000, Stay.untilHungUp());
    other.awaitCall("ringing");
    anna.awaitCall("ringing");
    assertEquals(0, anna.page().locator(".ringing-buttons button[title='Alt+A']").count());
    other.press("Alt+A");
    other.awaitSound();
    anna.awaitCall("talking");
    other.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
    other.closeTab();
  }

  private static Object reachable() {
    try {
      return scene.agentNow("anna").get("reachable");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whenHerTabIsBehindAnother_thenItRingsAndNotifiesAllTheSame() throws Exception {
    Page front = anna.behindAnother();
    int played = (int) anna.page().evaluate("() => window.played");
    Scene.Caller caller = scene.speaks(SALES, 60_000, 1_000, Stay.untilHungUp());
    anna.await(() -> anna.page().title(), title -> title.startsWith("☎"));
    anna.await(() -> (int) anna.page().evaluate("() => window.played"), now -> now > played);
    anna.await(() -> String.valueOf(anna.page().evaluate("() => window.notified")), said -> said.contains("Caller 0170"));
    front.close();
    anna.page().bringToFront();
    anna.press("Alt+A");
    anna.awaitSound();
    assertEquals("Switchboard", anna.page().title());
    anna.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenTheDesksSocketIsAwayForAWhile_thenWhatSheMissedIsThere_andNoButtonIsStale() throws Exception {
    Scene.Caller caller = talks(SALES);
    anna.linkLost();
    scene.agent("anna").inTalk("hold", Map.of());
    caller.awaits("CallHeld", "aside");
    anna.linkBack();
    anna.awaitCall("held");
    anna.awaitText(".call-buttons", "Resume");
    assertFalse(anna.page().locator(".call-buttons").innerText().contains("Mute\nHold"));
    anna.press("Alt+H");
    anna.awaitCall("talking");
    anna.awaitSound();
    anna.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }
}
