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

/**
 * Each page of a company at work: readable for who sees little or hears a screen reader, in both languages, light and dark, twice as large.
 * With {@code -Dscreens.write=true} the pictures in docs/images are taken anew.
 */
class DeskLooksIT {
  /** What the page says at its edge for a while. */
  private static final String SAID = ".mantine-Notification-root";

  private static Scene scene;
  private static Chromium chromium;
  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    int phones = Ports.free();
    scene = Scene.open(Company.script(phones));
    chromium = Chromium.open(scene.rehearsal.home());
    Company.isKnown(scene);
    Company.comesToWork(scene, phones);
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

  private void looks(DeskPage page, String name) throws Exception {
    List<String> found = Looks.wrong(page.page(), name);
    found.forEach(System.out::println);
    wrong.addAll(found);
  }

  @Test
  void whateverAnAgentDoes_everybodyCanReadAndReachIt() throws Exception {
    try (DeskPage door = DeskPage.at(chromium, scene.platform.api(), DeskPage.Look.USUAL)) {
      looks(door, "log-in");
      Looks.choose(door.page(), Looks.Tongue.CHINESE);
      door.tries("ben", "not the password");
      door.awaitSeen("[role=alert]");
      String said = door.page().locator("[role=alert]").innerText();
      assertTrue(said.matches("(?s).*\\p{IsHan}.*") && !said.matches("(?s).*[A-Za-z]{3}.*"), said);
      Looks.choose(door.page(), Looks.Tongue.ENGLISH);
      door.logIn("ben");
      door.withoutMicrophone();
      door.press("Alt+5");
      door.awaitSeen("[data-check=microphone][data-verdict=fail]");
      looks(door, "gate with a fault");
      Pictures.take(door, "check-fault");
    }
    try (DeskPage anna = DeskPage.logIn(chromium, scene.platform.api(), "anna", DeskPage.Look.USUAL)) {
      looks(anna, "signed out");
      anna.ready();
      scene.supervisor.post("/api/messages", Map.of("agent", "anna", "text", "Green glaze is sold out until Monday. Offer the blue one."));
      anna.awaitText(".messages", "Green glaze");
      anna.awaitAnnounced("Message from sam: Green glaze");
      looks(anna, "idle");
      Pictures.take(anna, "desk-idle");
      Scene.Caller elena = Company.calls(scene, Company.ELENA, Company.ORDERS, "204117", "1");
      anna.awaitCall("ringing");
      anna.awaitText(".customer-title h2", "Elena Petrova");
      anna.awaitAnnounced("Call from Elena Petrova");
      anna.awaitSeen(".customer-title [role=img][aria-label='Value class vip']");
      Pictures.take(anna, "desk-ringing");
      looks(anna, "ringing");
      anna.press("Alt+A");
      anna.awaitSound();
      anna.press("Alt+W");
      anna.awaitSeen(".wrap-up textarea:focus");
      anna.type("Shade broken in transit, the base is fine. Wants a new shade by Friday, before ten.");
      Pictures.take(anna, "desk-talking");
      Pictures.take(anna, "desk-talking-zh", Looks.Tongue.CHINESE, ColorScheme.LIGHT);
      Pictures.take(anna, "desk-talking-dark", Looks.Tongue.ENGLISH, ColorScheme.DARK);
      anna.press("Alt+K");
      looks(anna, "talking");
      anna.press("Alt+K", "Alt+C");
      anna.awaitText(".targets", "Mei Lin");
      looks(anna, "asking a colleague");
      Pictures.take(anna, "desk-consult");
      anna.type("clara");
      anna.press("Enter");
      anna.awaitSide("talking");
      looks(anna, "second call");
      anna.press("Alt+J");
      anna.awaitSeen(".parties");
      looks(anna, "three");
      anna.press("Alt+Z");
      anna.awaitSide("none");
      anna.press("?");
      anna.awaitSeen("[role=dialog]");
      looks(anna, "shortcuts");
      anna.press("Escape", "Alt+Q");
      anna.awaitCall("wrap_up");
      looks(anna, "wrap-up");
      Pictures.take(anna, "desk-wrap-up");
      assertEquals("AGENT_HUNG_UP", elena.ending());
      anna.press("Shift+Tab", "ArrowDown", "Alt+P");
      anna.awaitState("ready");
      anna.awaitText(SAID, "Saved");
      wrong.addAll(Looks.audited(anna.page(), "what was said"));
      anna.awaitGone(SAID);
      others(anna);
    }
    assertEquals(List.of(), wrong);
  }

  private static void ownsTheCase(DeskPage anna, String title) {
    Locator owner = anna.page().locator("input[aria-label='Owner of " + title + "']");
    owner.click();
    anna.page().locator("[role=option]:visible").filter(new Locator.FilterOptions().setHasText("Anna Schmidt")).click();
    anna.await(owner::inputValue, "Anna Schmidt"::equals);
  }

  private void others(DeskPage anna) throws Exception {
    anna.press("Alt+2");
    anna.awaitSeen(".work");
    looks(anna, "work");
    anna.press("Alt+3");
    anna.awaitSeen("#customer-search:focus");
    anna.type("elena");
    anna.awaitText(".hits", "Marchetti");
    anna.awaitText(".hits", "Petrova");
    looks(anna, "customers");
    anna.type(" petr");
    anna.await(() -> anna.page().locator(".hits li").count(), found -> found == 1);
    anna.press("ArrowDown", "Enter");
    anna.awaitText(".timeline", "green glaze");
    anna.awaitText(".timeline", "Anna Schmidt");
    ownsTheCase(anna, "Lamp arrived with a broken shade");
    looks(anna, "record");
    Pictures.take(anna, "customer");
    anna.press("Alt+5");
    anna.awaitSeen(".checks");
    looks(anna, "gate");
    Pictures.take(anna, "check");
  }
}
