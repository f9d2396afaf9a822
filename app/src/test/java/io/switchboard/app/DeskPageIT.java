package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.Keys;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two agents at the page itself, by keys alone, in a real browser with a real Asterisk. */
class DeskPageIT {
  private static final String MAIN = "030123450";
  private static final String SALES = "030123451";

  private static Scene scene;
  private static Chromium chromium;
  private static DeskPage anna;
  private static DeskPage ben;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty()
        .file("tenants.yaml", "demo: { name: Rehearsal, time_zone: UTC, languages: [en, zh], skills: [sales], not_ready: { lunch: { limit_s: 2700 }, training: {} } }\n")
        .queue("sales", "ring_s: 20", "wrap_up_s: 60", "announce_position_on_entry: false",
            "wrap_up_codes: { sold: { en: Sold, zh: 已成交 }, later: { en: Calls again, zh: 再来电 } }", "wrap_up_code_required: true")
        .queue("support", "ring_s: 20", "wrap_up_s: 60", "announce_position_on_entry: false")
        .agent("anna", Script.browser("demo-anna"), "sales").agent("ben", Script.browser("demo-ben"), "support"));
    chromium = Chromium.open(scene.rehearsal.home());
    anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL);
    ben = DeskPage.logIn(chromium, scene.platform.api(), "ben", DeskPage.Look.USUAL);
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
  void bothAreReady() throws Exception {
    anna.ready();
    ben.ready();
  }

  /** Whatever a test left. */
  @AfterEach
  void allIsOver() throws Exception {
    scene.rehearsal.asterisk().console("channel request hangup all");
    for (DeskPage page : List.of(anna, ben)) {
      page.press("Escape", "Escape");
      page.await(page::call, state -> !List.of("offered", "ringing", "talking", "held").contains(state));
    }
    over(anna, "anna");
    over(ben, "ben");
    anna.awaitCall("none");
    ben.awaitCall("none");
  }

  private static void over(DeskPage page, String agent) throws Exception {
    if (page.call().equals("wrap_up")) {
      scene.agent(agent).wrapUp(page.page().locator(".codes").count() == 0 ? Map.of("done", true) : Map.of("code", "sold", "done", true));
    }
  }

  private static Scene.Caller annaTalks(String number, Keys... keys) throws Exception {
    Scene.Caller caller = scene.speaks(number, 100_000, 1_000, Stay.untilHungUp(), keys);
    anna.awaitCall("ringing");
    anna.press("Alt+A");
    anna.awaitCall("talking");
    anna.awaitSound();
    return caller;
  }

  /** With the wrap-up's code and a note. */
  private static void wrapsUp(DeskPage page, String note) {
    page.awaitCall("wrap_up");
    page.press("Alt+W");
    page.awaitSeen(".wrap-up textarea:focus");
    page.type(note);
    page.press("Shift+Tab", "ArrowDown", "Alt+P");
    page.awaitState("ready");
  }

  @Test
  void whenSomebodyCalls_thenSheMakesHimKnownTalksHoldsAndWrapsUp_withoutAMouse() throws Exception {
    Scene.Caller caller = scene.speaks(SALES, 100_000, 1_000, Stay.untilHungUp());
    anna.awaitCall("ringing");
    anna.awaitAnnounced("Call from Caller 0170");
    anna.press("Alt+A");
    anna.awaitSound();
    anna.press("Alt+N", "Enter");
    anna.awaitText(".customer-title h2", "Caller 0170");
    anna.press("Alt+H");
    anna.awaitCall("held");
    anna.press("Alt+H");
    anna.awaitCall("talking");
    anna.awaitSound();
    anna.press("Alt+K");
    anna.type("42#");
    anna.awaitText(".keypad-sent", "42#");
    anna.press("Alt+M");
    anna.awaitSeen(".call-button[data-danger]");
    anna.press("Alt+M", "Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
    wrapsUp(anna, "Wants the offer by post");
    assertEquals(List.of("sold"), caller.all("WrapUpCoded", "code").stream().distinct().toList());
    assertEquals("Wants the offer by post", caller.all("WrapUpCoded", "note").getLast());
    anna.takesBreak();
    anna.awaitText(".state-pill", "Lunch");
    anna.press("Alt+P");
    anna.awaitState("ready");
    anna.press("Alt+3");
    anna.awaitSeen("#customer-search:focus");
    anna.type(caller.number().substring(6));
    anna.await(() -> anna.page().locator(".hits li").count(), found -> found == 1);
    anna.press("Enter");
    anna.awaitText(".timeline", "Wants the offer by post");
    anna.press("Escape", "Alt+1");
    anna.awaitSeen("#main:focus");
    anna.press("?");
    anna.awaitText("[role=dialog]", "Alt");
    anna.press("Escape");
    anna.awaitGone("[role=dialog]");
  }

  @Test
  void whenAKeyIsPressedWhileTheMenuOfBreaksOpens_thenItStaysOpen() {
    anna.pressAtOnce("KeyB", "ShiftLeft");
    anna.awaitSeen("[role=menu]:focus-within");
    anna.press("Escape");
    anna.awaitGone("[role=menu]");
  }

  @Test
  void whenSheAsksHerColleagueAndHandsOver_thenHisScreenShowsAllOfIt_andHeTalksOn() throws Exception {
    Scene.Caller caller = annaTalks(MAIN, new Keys(3_000, "1"), new Keys(3_000, "1"));
    anna.press("Alt+N", "Enter");
    anna.awaitText(".customer-title h2", "Caller 0170");
    anna.press("Alt+W");
    anna.awaitSeen(".wrap-up textarea:focus");
    anna.type("The parcel was wet");
    anna.press("Alt+C");
    anna.awaitSeen("[role=dialog] input:focus");
    anna.type("ben");
    anna.awaitText(".targets", "ben");
    anna.press("Enter");
    ben.awaitCall("ringing");
    ben.awaitText(".call-queue", "asks you");
    ben.awaitText(".customer-title h2", "Caller 0170");
    ben.awaitText(".call-notes", "The parcel was wet");
    ben.awaitText(".trail", "department");
    ben.press("Alt+A");
    anna.awaitSide("talking");
    anna.awaitCall("held");
    ben.awaitSound();
    anna.press("Alt+S");
    anna.awaitSide("held");
    anna.awaitCall("talking");
    anna.press("Alt+S");
    anna.awaitSide("talking");
    anna.press("Alt+O");
    ben.awaitSound();
    ben.press("Alt+H");
    ben.awaitCall("held");
    ben.press("Alt+H");
    ben.awaitCall("talking");
    ben.awaitSound();
    wrapsUp(anna, ". Handed on");
    ben.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
    assertEquals(List.of("demo/ben"), caller.all("HandedOn", "agent"));
    wrapsUp(ben, "Sent a new one");
  }

  @Test
  void whenTheColleagueIsAskedInVain_thenTheCallerIsBack_andWithHimTheyAreThree() throws Exception {
    Scene.Caller caller = annaTalks(SALES);
    anna.press("Alt+C");
    anna.awaitSeen("[role=dialog] input:focus");
    anna.press("Enter");
    ben.awaitCall("ringing");
    anna.press("Alt+Z");
    ben.awaitCall("none");
    anna.awaitSide("none");
    anna.await(anna::call, List.of("held", "talking")::contains);
    if (anna.call().equals("held")) {
      anna.press("Alt+H");
    }
    anna.awaitCall("talking");
    anna.awaitSound();
    ben.awaitState("ready");
    anna.press("Alt+C");
    anna.awaitSeen("[role=dialog] input:focus");
    anna.type("ben");
    anna.awaitText(".targets", "ben");
    anna.press("Enter");
    ben.awaitCall("ringing");
    ben.press("Alt+A");
    anna.awaitSide("talking");
    anna.press("Alt+J");
    caller.awaits("Conferenced", "third");
    anna.awaitText(".parties", "ben");
    anna.awaitSound();
    ben.awaitSound();
    anna.press("Alt+Q");
    wrapsUp(anna, "All three talked");
    ben.awaitSound();
    ben.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }

  @Test
  void whenSheHandsHimToAQueue_thenHerColleagueHasHim() throws Exception {
    Scene.Caller caller = annaTalks(SALES);
    anna.press("Alt+T");
    anna.awaitSeen("[role=dialog] input:focus");
    anna.press("Shift+Tab", "ArrowRight", "Tab");
    anna.type("sup");
    anna.awaitText(".targets", "Support");
    anna.press("Enter");
    ben.awaitCall("ringing");
    ben.press("Alt+A");
    ben.awaitSound();
    assertEquals(List.of("demo/anna", "demo/ben"), caller.all("Connected", "agent"));
    ben.press("Alt+Q");
    assertEquals("AGENT_HUNG_UP", caller.ending());
  }
}
