package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.app.browser.AsteriskWatch;
import io.switchboard.app.browser.AsteriskWatch.Seen;
import io.switchboard.app.browser.BrowserPhone;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.sipp.Stay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of an agent who talks goes away in each way that it can; the caller loses nothing. What Asterisk says meanwhile is printed. */
class BrowserDeathIT {
  private static final long SOON_MS = 15_000;
  private static final long TOLD_WITHIN_MS = 2_000;
  private static final long SILENT_WITHIN_MS = 7_000;
  private static final Set<String> QUIET = Set.of("RTCPSent", "RTCPReceived", "VarSet", "Newexten", "ChallengeSent", "SuccessfulAuth");

  private static Scene scene;
  private static AsteriskWatch watch;

  /** A talk, and the browser in which the agent has it. */
  private static final class Talk implements AutoCloseable {
    final Chromium chromium;
    final BrowserPhone phone;
    final Scene.Caller caller;
    final String call;
    long beganNs;

    Talk() throws Exception {
      chromium = Chromium.open(scene.rehearsal.home());
      phone = BrowserPhone.registered(chromium, scene.platform.api(), "anna");
      scene.ready("anna");
      caller = scene.speaks("030123451", 100_000, 1_000, Stay.atMostMs(110_000));
      phone.awaits("incoming call", SOON_MS);
      phone.answer();
      phone.awaitHeard(heard -> heard.received() > 50 && heard.sent() > 50, SOON_MS);
      call = caller.call();
    }

    void now(String what, Runnable happens) {
      beganNs = System.nanoTime();
      System.out.println("## " + what);
      happens.run();
    }

    Seen awaits(String event, String field, String value, long withinMs) throws Exception {
      return Scene.await(() -> watch.since(beganNs).stream().filter(each -> each.event().equals(event) && each.field(field).equals(value)).toList(),
          found -> !found.isEmpty(), withinMs).getFirst();
    }

    /** The caller hears music at once; when the page is not back, the talk is over and he is the first to be answered again. */
    void lost() throws Exception {
      caller.awaits("CallHeld", "aside");
      assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs) < SILENT_WITHIN_MS);
      assertEquals("LOST", caller.awaits("TalkEnded", "by"));
      assertEquals(List.of("", "returned"), caller.all("QueueEntered", "why"));
    }

    void takenUpAgain(BrowserPhone page) throws Exception {
      Scene.await(page::log, log -> !log.isEmpty() && log.lastIndexOf("incoming call") > log.lastIndexOf("confirmed"), SOON_MS * 3);
      page.answer();
      long before = page.heard().received();
      page.awaitHeard(heard -> heard.received() > before + 50, SOON_MS);
      Scene.await(() -> caller.all("Connected", "agent"), List.of("demo/anna", "demo/anna")::equals, SOON_MS);
    }

    long ms(Seen seen) {
      return TimeUnit.NANOSECONDS.toMillis(seen.atNs() - beganNs);
    }

    void tell() {
      for (Seen seen : watch.since(beganNs)) {
        if (!QUIET.contains(seen.event())) {
          System.out.printf(Locale.ROOT, "%7d ms  %-22s %s%n", ms(seen), seen.event(), fields(seen));
        }
      }
      System.out.println("   page: " + pageLog());
    }

    private String pageLog() {
      try {
        return String.join(", ", phone.log());
      } catch (RuntimeException dead) {
        return "gone";
      }
    }

    private static String fields(Seen seen) {
      StringBuilder text = new StringBuilder();
      for (String name : List.of("Channel", "State", "ContactStatus", "Cause", "Cause-txt", "TechCause", "Status", "BridgeNumChannels")) {
        if (!seen.field(name).isEmpty()) {
          text.append(name).append('=').append(seen.field(name)).append(' ');
        }
      }
      return text.toString();
    }

    @Override
    public void close() throws Exception {
      chromium.wake();
      tell();
      chromium.close();
      scene.rehearsal.asterisk().console("channel request hangup all");
      caller.awaits("InteractionClosed", "call");
      scene.signOut("anna");
    }
  }

  @BeforeAll
  static void open() throws Exception {
    scene = Scene.open(Script.empty().queue("sales", "ring_s: 20", "wrap_up_s: 0", "announce_position_on_entry: false")
        .agent("anna", Script.browser("demo-anna"), "sales"));
    watch = AsteriskWatch.of(scene.rehearsal.asterisk(), scene.rehearsal.amiPort(), "demo-anna");
  }

  @AfterAll
  static void close() throws Exception {
    if (watch != null) {
      watch.close();
    }
    if (scene != null) {
      scene.close();
    }
  }

  @Test
  void whenTheAgentHangsUp_thenHerLegEndsAtOnceAsUsual() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("hang-up in the page", talk.phone::hangUp);
      Seen hangup = talk.awaits("Hangup", "Cause", "16", TOLD_WITHIN_MS);
      assertTrue(talk.ms(hangup) < TOLD_WITHIN_MS);
      assertEquals("AGENT_HUNG_UP", talk.caller.ending());
    }
  }

  @Test
  void whenTheTabIsClosed_thenTheCallerHearsMusicAtOnce_andIsOfferedBackToHerWhenSheIsBack() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("tab closed", talk.phone::close);
      talk.lost();
      try (BrowserPhone again = BrowserPhone.registered(talk.chromium, scene.platform.api(), "anna")) {
        talk.takenUpAgain(again);
      }
    }
  }

  @Test
  void whenTheBrowserIsKilled_thenTheCallerHearsMusicAtOnce_andIsOfferedBackToHerWhenSheIsBack() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("browser killed", talk.chromium::kill);
      talk.lost();
      try (Chromium another = Chromium.open(scene.rehearsal.home());
          BrowserPhone again = BrowserPhone.registered(another, scene.platform.api(), "anna")) {
        talk.takenUpAgain(again);
      }
    }
  }

  @Test
  void whenTheNetworkIsGoneForFiveSeconds_thenTheCallerHearsMusicMeanwhile_andTheCallGoesOn() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("network cut for 5 s", talk.chromium::unplug);
      Thread.sleep(5_000);
      talk.chromium.plugIn();
      talk.caller.awaits("CallResumed", "heldMs");
      long before = talk.phone.heard().received();
      talk.phone.awaitHeard(heard -> heard.received() > before + 50, SOON_MS);
      assertEquals(List.of(), talk.caller.all("TalkEnded", "by"));
    }
  }

  @Test
  void whenTheMachineSleepsForAMinute_thenTheCallerIsOfferedBackToHerWhenItWakes() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("asleep for 60 s", talk.chromium::sleep);
      talk.lost();
      Thread.sleep(60_000);
      talk.chromium.wake();
      talk.takenUpAgain(talk.phone);
    }
  }
}
