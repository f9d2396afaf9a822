package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent at the page itself, by keys alone, in a real browser with a real Asterisk. */
class DeskPageIT {
  private static final String SALES = "030123451";

  private Scene scene;
  private Chromium chromium;

  @BeforeEach
  void open() throws Exception {
    scene = Scene.open(Script.empty().queue("sales", "ring_s: 20", "wrap_up_s: 30", "announce_position_on_entry: false")
        .agent("anna", Script.browser("demo-anna"), "sales").agent("ben", Script.browser("demo-ben"), "sales"));
    chromium = Chromium.open(scene.rehearsal.home());
  }

  @AfterEach
  void close() throws Exception {
    chromium.close();
    scene.close();
  }

  private DeskPage at(String agent) throws Exception {
    DeskPage desk = DeskPage.logIn(chromium, scene.platform.api(), agent, "en-GB");
    desk.ready();
    return desk;
  }

  @Test
  void whenSomebodyCalls_thenSheTalksHoldsAndWrapsUp_withoutAMouse() throws Exception {
    try (DeskPage anna = at("anna")) {
      Scene.Caller caller = scene.speaks(SALES, 60_000, 1_000, Stay.untilHungUp());
      anna.awaitCall("ringing");
      anna.press("Alt+A");
      anna.awaitCall("talking");
      anna.awaitSound();
      anna.press("Alt+H");
      anna.awaitCall("held");
      anna.press("Alt+H");
      anna.awaitCall("talking");
      anna.awaitSound();
      anna.press("Alt+Q");
      anna.awaitCall("wrap_up");
      assertEquals("AGENT_HUNG_UP", caller.ending());
      anna.press("Alt+P");
      anna.awaitState("ready");
    }
  }

  @Test
  void whenThePageIsReloadedInATalk_thenItTakesTheCallerUpAgainByItself() throws Exception {
    try (DeskPage anna = at("anna")) {
      Scene.Caller caller = scene.speaks(SALES, 60_000, 1_000, Stay.untilHungUp());
      anna.awaitCall("ringing");
      anna.press("Alt+A");
      anna.awaitSound();
      anna.page().reload();
      Scene.await(() -> caller.all("Connected", "agent"), List.of("demo/anna", "demo/anna")::equals);
      anna.awaitCall("talking");
      anna.awaitSound();
      assertEquals(List.of("LOST"), caller.all("TalkEnded", "by"));
    }
  }
}
