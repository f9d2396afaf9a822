package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.Ports;
import io.switchboard.servers.audio.Handsets;
import io.switchboard.servers.sipp.Behaviour;
import io.switchboard.servers.sipp.CallerPlan;
import io.switchboard.servers.sipp.Dialling;
import io.switchboard.servers.sipp.SippCallers;
import io.switchboard.servers.sipp.SippPhones;
import io.switchboard.servers.sipp.Span;
import io.switchboard.servers.sipp.Stay;
import io.switchboard.servers.sipp.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A supervisor at the page itself, whose phone it is, in the talk of an agent and a caller whose phones say tones. */
class SupervisorPageIT {
  private static final String SALES = "030123451";

  @Test
  void whenSheListensAndWhispersInThePage_andTakesOver_thenTheBarSaysSo_andTheCallIsHers() throws Exception {
    int annasPhone = Ports.free();
    try (Handsets handsets = Handsets.open(2);
        Scene scene = Scene.open(Script.empty().queue("sales", "wrap_up_s: 60")
            .agent("anna", Script.at("anna", annasPhone), "sales")
            .agent("sue", Script.browser("demo-sue") + "\n    role: supervisor", "support"));
        Chromium chromium = Chromium.open(scene.rehearsal.home())) {
      Speaker caller = new Speaker("caller", 500, handsets.get(0));
      Speaker anna = new Speaker("anna", 850, handsets.get(1));
      try (SippPhones phone = SippPhones.start(scene.rehearsal.home(), "anna",
              new Behaviour.HearsAt(Span.ofMs(200), Stay.untilHungUp(), anna.handset().port()), annasPhone);
          DeskPage sue = DeskPage.logIn(chromium, scene.platform.api(), "sue", DeskPage.Look.USUAL)) {
        scene.ready("anna");
        Scene.await(() -> scene.agentNow("sue").get("reachable"), Boolean.TRUE::equals);
        try (SippCallers sipp = SippCallers.start(scene.rehearsal.home(), "caller",
            CallerPlan.to(scene.rehearsal.sipPort(), SALES).who(n -> new Dialling("01719990001", SALES, ""))
                .hearingAt(List.of(caller.handset().port())).staying(Stay.atMostMs(120_000)), new Volume.Times(1, 10))) {
          String call = scene.ledger.call("+491719990001");
          caller.hears(anna);
          listensInThePage(sue, anna, caller);
          sue.press("Alt+0");
          caller.hears(Chromium.SAYS_HZ);
          caller.hearsNot(anna);
          bar(sue).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
          sue.press("Alt+1");
          sue.awaitCall("talking");
          sue.awaitSound();
          assertEquals("wrap_up", scene.agentNow("anna").get("state"));
          sue.press("Alt+Q");
          assertEquals("AGENT_HUNG_UP", scene.ledger.ending(call));
          sue.awaitCall("wrap_up");
        }
      }
    }
  }

  private static void listensInThePage(DeskPage sue, Speaker anna, Speaker caller) throws Exception {
    sue.press("Alt+4");
    sue.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Actions for anna")).click();
    sue.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Listen")).click();
    bar(sue).and(sue.page().locator("[data-state=joined]")).waitFor();
    sue.awaitSound();
    anna.hearsNot(Chromium.SAYS_HZ);
    sue.page().getByText("heard by sue").waitFor();
    sue.press("Alt+8");
    anna.hears(Chromium.SAYS_HZ);
    caller.hearsNot(Chromium.SAYS_HZ);
  }

  private static Locator bar(DeskPage page) {
    return page.page().locator(".listen-bar");
  }
}
