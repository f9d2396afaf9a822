package io.switchboard.app;

import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an agent sees of a caller whom the number does not name, and what helps her beside the call; by keys alone. */
class PopPageIT {
  private static final String SALES = "030123451";
  private static final String SHARED = "01719990007";

  private static Scene scene;
  private static Chromium chromium;
  private static DeskPage anna;

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty()
        .queue("sales", "ring_s: 60", "wrap_up_s: 300", "announce_position_on_entry: false", "recording: { mode: on_demand }", "script: router")
        .agent("anna", Script.browser("demo-anna"), "sales"));
    for (String name : List.of("Ada Lovelace", "Bea Winter")) {
      scene.supervisor.post("/api/customers", Map.of("name", name, "number", SHARED, "value_class", ""));
    }
    chromium = Chromium.open(scene.rehearsal.home());
    anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL);
    anna.ready();
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

  private static SippCallers calls(String from) {
    return SippCallers.start(scene.rehearsal.home(), "caller", CallerPlan.to(scene.rehearsal.sipPort(), SALES)
        .who(n -> new Dialling(from, SALES, "")).speaking(100_000, 1_000).staying(Stay.untilHungUp()), new Volume.Times(1, 10));
  }

  private static void wrapsUp() {
    anna.awaitCall("wrap_up");
    anna.press("Alt+P");
    anna.awaitState("ready");
    anna.awaitCall("none");
  }

  /** With the button of this name. */
  private static void uses(String button) {
    anna.page().locator("button:has-text('" + button + "')").focus();
    anna.press("Enter");
  }

  @Test
  void whenSeveralHaveTheNumber_thenSheSaysWho_andCanTakeItBack() throws Exception {
    try (SippCallers caller = calls(SHARED)) {
      anna.awaitCall("ringing");
      anna.awaitText(".unknown h2", "2 customers have this number");
      uses("Bea Winter");
      anna.awaitText(".customer-title h2", "Bea Winter");
      anna.press("Alt+A");
      anna.awaitSound();
      uses("Someone else?");
      anna.awaitSeen("[role=dialog] input:focus");
      anna.type("ada");
      anna.awaitText(".hits", "Ada Lovelace");
      anna.press("ArrowDown", "Enter");
      anna.awaitText(".customer-title h2", "Ada Lovelace");
      anna.press("Alt+Q");
      wrapsUp();
    }
  }

  @Test
  void whenTheNumberIsWithheld_thenSheFindsHim_records_looksUp_goesThroughTheScript_andPromises() throws Exception {
    try (SippCallers caller = calls("")) {
      anna.awaitCall("ringing");
      anna.awaitAnnounced("Call from Number withheld");
      anna.awaitText(".unknown h2", "The caller withholds his number");
      anna.press("Alt+A");
      anna.awaitSound();
      uses("Find customer");
      anna.awaitSeen("[role=dialog] input:focus");
      anna.type("be");
      anna.awaitText(".hits", "Bea Winter");
      anna.press("Enter");
      anna.awaitText(".customer-title h2", "Bea Winter");
      anna.press("Alt+R");
      anna.awaitSeen(".recording[data-state=on]");
      anna.press("Alt+R");
      anna.awaitSeen(".recording[data-state=paused]");
      anna.press("Alt+G");
      anna.awaitText(".script", "May I have your account number");
      anna.press("Alt+I");
      anna.awaitSeen(".knowledge input:focus");
      anna.type("li");
      anna.awaitText(".articles", "Lights of the router");
      anna.press("Tab", "Enter");
      anna.awaitText(".reading", "Wait five minutes");
      anna.press("Alt+Q");
      anna.awaitCall("wrap_up");
      anna.press("Tab");
      anna.type("Send the cable");
      wrapsUp();
    }
    anna.press("Alt+3");
    anna.awaitSeen("#customer-search:focus");
    anna.type("bea");
    anna.awaitText(".hits", "Bea Winter");
    anna.press("Enter");
    anna.awaitText(".open-work", "Send the cable");
    anna.awaitText(".timeline", "paused");
    anna.press("Alt+1");
  }
}
