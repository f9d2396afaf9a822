package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.browser.Looks;
import io.switchboard.app.browser.Pictures;
import io.switchboard.servers.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The supervisor's live page in a real browser: true within a second, loud when something is wrong, and acted by. */
class WallPageIT {
  private static final long TRUE_WITHIN_MS = 1_000;
  private static final String JONAS = "01715550113";
  private static final String AMELIE = "01715550125";
  private static final String PRIYA = "01715550138";
  private static final String ERIK = "01715550164";

  private static Scene scene;
  private static Chromium chromium;
  private static DeskPage sam;

  @BeforeAll
  static void open() throws Exception {
    int phones = Ports.free();
    scene = Scene.open(Company.script(phones));
    chromium = Chromium.open(scene.rehearsal.home());
    Company.isKnown(scene);
    Company.comesToWork(scene, phones);
    sam = DeskPage.logIn(chromium, scene.platform.api(), "sam", DeskPage.Look.USUAL);
    sam.press("Alt+4");
    sam.awaitSeen(".wall-agents tbody tr");
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

  private static Locator row(String number) {
    return sam.page().locator(".wall-waiting tbody tr").filter(new Locator.FilterOptions().setHasText(number));
  }

  private static void act(String number, String what) {
    row(number).locator("[aria-label^=Actions]").click();
    sam.page().locator("[role=menuitem]").filter(new Locator.FilterOptions().setHasText(what)).first().click();
  }

  @Test
  void whenCallersWait_thenTheWallSaysSoWithinASecond_andTheyCanBeMovedAheadAndGivenAway() throws Exception {
    List<String> wrong = new ArrayList<>(Looks.wrong(sam.page(), "wall"));
    for (String busy : List.of(Company.ELENA, "01715550177", "01715550151", "01715550189")) {
      Company.calls(scene, busy, busy.equals(Company.ELENA) || busy.endsWith("77") || busy.endsWith("51") ? Company.SUPPORT : Company.ORDERS_DIRECT);
    }
    Scene.await(() -> scene.supervisor.get("/api/agents").toString().split("talking").length - 1, talking -> talking >= 4);
    sam.page().evaluate("""
        () => {
          window.shownAt = {};
          new MutationObserver(() => {
            for (const row of document.querySelectorAll('.wall-waiting tbody tr th')) {
              window.shownAt[row.textContent.replace(/\\D/g, '').slice(0, 12)] ??= Date.now();
            }
          }).observe(document.querySelector('#main'), { subtree: true, childList: true, characterData: true });
        }
        """);
    Scene.Caller jonas = Company.calls(scene, JONAS, Company.SUPPORT);
    sam.await(() -> row("555 0113").count(), count -> count == 1);
    long shownAtMs = ((Number) sam.page().evaluate("() => window.shownAt['491715550113']")).longValue();
    long enteredMs = Long.parseLong(jonas.awaits("QueueEntered", "atMs"));
    assertTrue(shownAtMs - enteredMs < TRUE_WITHIN_MS, "on the wall after " + (shownAtMs - enteredMs) + " ms");
    int played = (int) sam.page().evaluate("() => window.played");
    Company.calls(scene, AMELIE, Company.SUPPORT);
    Scene.Caller priya = Company.calls(scene, PRIYA, Company.SUPPORT);
    sam.awaitText(".alarms", "waiting, the limit is 2");
    sam.await(() -> (int) sam.page().evaluate("() => window.played"), now -> now > played);
    wrong.addAll(Looks.wrong(sam.page(), "wall with an alarm"));
    Pictures.take(sam, "wall");
    row("555 0138").locator("text=Why?").click();
    sam.awaitText(".reasons", "ready");
    sam.awaitText(".reasons", "Mei Lin talks.");
    wrong.addAll(Looks.wrong(sam.page(), "why"));
    Pictures.take(sam, "wall-why");
    sam.press("Escape");
    sam.awaitGone("[role=dialog]");
    act("555 0138", "5 points up");
    sam.await(() -> row("555 0138").innerText(), text -> text.contains("+5"));
    sam.await(() -> sam.page().locator(".wall-waiting tbody tr").first().innerText(), text -> text.contains("555 0138"));
    act("555 0113", "orders");
    Scene.await(() -> jonas.all("Connected", "agent").size(), answered -> answered == 1);
    full(wrong);
    scene.agent("tom").ready();
    sam.await(() -> sam.page().locator(".alarms li").count(), none -> none == 0);
    sam.awaitText(".wall-agents", "Talking");
    priya.awaits("Connected", "agent");
    assertEquals("demo/tom", priya.all("Connected", "agent").getFirst());
    assertEquals(List.of(), wrong);
  }

  private static void full(List<String> wrong) throws Exception {
    sam.page().locator("[aria-label='Full screen']").click();
    sam.awaitSeen(".wall[data-full]");
    sam.awaitGone(".rail");
    wrong.addAll(Looks.audited(sam.page(), "wall mode"));
    Pictures.take(sam, "wall-mode", Looks.Tongue.ENGLISH, ColorScheme.DARK);
    sam.page().locator("[aria-label='Leave full screen']").click();
    sam.awaitSeen(".rail");
  }

  @Test
  void whenSheGivesACallToAnAgent_thenHeIsRung_andWhenSheSendsHimAMessageHeReadsIt() throws Exception {
    try (DeskPage anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL)) {
      anna.ready();
      anna.takesBreak();
      scene.agent("ben").signIn();
      Company.calls(scene, ERIK, Company.SALES);
      sam.await(() -> row("555 0164").count(), count -> count == 1);
      Locator line = sam.page().locator(".wall-agents tbody tr").filter(new Locator.FilterOptions().setHasText("Anna Schmidt"));
      line.locator("[aria-label^=Actions]").click();
      sam.page().locator("[role=menuitem]:has-text('Send a message')").click();
      sam.awaitSeen("[role=dialog] textarea:focus");
      sam.type("Erik waits for you, please.");
      sam.press("Tab", "Enter");
      anna.awaitText(".messages", "Erik waits for you");
      sam.awaitGone("[role=dialog]");
      sam.page().locator("button:has-text('Message to all')").click();
      sam.awaitSeen("[role=dialog] textarea:focus");
      sam.type("The line to Lyon is down.");
      sam.press("Tab", "Enter");
      anna.awaitText(".messages", "The line to Lyon is down.");
      sam.awaitGone("[role=dialog]");
      line.locator("[aria-label^=Actions]").click();
      sam.page().locator("[role=menuitem]:has-text('Not ready: Coaching')").click();
      anna.awaitText(".state-pill", "Coaching");
      line.locator("[aria-label^=Actions]").click();
      sam.page().locator("[role=menuitem]:has-text('Make ready')").click();
      anna.awaitCall("ringing");
      anna.awaitText(".customer-title h2", "Erik Lindqvist");
      anna.press("Alt+A");
      anna.awaitSound();
      sam.await(line::innerText, text -> text.contains("Talking") && text.contains("555 0164"));
      anna.press("Alt+Q");
      anna.awaitCall("wrap_up");
      scene.agent("anna").wrapUp(Map.of("code", "solved", "done", true));
    }
  }
}
