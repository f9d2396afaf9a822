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

/** How the page of an agent who talks can go away, and what Asterisk says then, and when. What is printed stands in the decision about it. */
class BrowserDeathIT {
  private static final long SOON_MS = 15_000;
  private static final long TOLD_WITHIN_MS = 2_000;
  private static final long SILENT_WITHIN_MS = 7_000;
  /** By the silence of its media, while nobody ends it before. */
  private static final long LEG_GONE_WITHIN_MS = 30_000;
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

    /** The channel of the agent's leg. */
    String leg() {
      return watch.since(0).stream().map(each -> each.field("Channel")).filter(channel -> channel.startsWith("PJSIP/demo-anna-"))
          .reduce((first, last) -> last).orElseThrow();
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

    void awaitsContact(boolean there, long withinMs) throws Exception {
      Scene.await(() -> scene.rehearsal.asterisk().console("pjsip show contacts").contains("demo-anna/sip:"), shown -> shown == there, withinMs);
      System.out.printf(Locale.ROOT, "%7d ms  %s%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs), there ? "registered" : "not registered");
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
  void whenTheTabIsClosed_thenThePhoneIsGoneAtOnce() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("tab closed", talk.phone::close);
      talk.awaitsContact(false, TOLD_WITHIN_MS);
      talk.awaits("Hangup", "Channel", talk.leg(), LEG_GONE_WITHIN_MS);
    }
  }

  @Test
  void whenTheBrowserIsKilled_thenThePhoneIsGoneAtOnce() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("browser killed", talk.chromium::kill);
      talk.awaitsContact(false, TOLD_WITHIN_MS);
      talk.awaits("Hangup", "Channel", talk.leg(), LEG_GONE_WITHIN_MS);
    }
  }

  @Test
  void whenTheNetworkIsGoneForFiveSeconds_thenTheCallGoesOn() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("network cut for 5 s", talk.chromium::unplug);
      Thread.sleep(5_000);
      talk.chromium.plugIn();
      long before = talk.phone.heard().received();
      talk.phone.awaitHeard(heard -> heard.received() > before + 50, SOON_MS);
      talk.awaitsContact(true, SOON_MS);
    }
  }

  @Test
  void whenTheMachineSleepsForAMinute_thenThePhoneIsGoneWithinSeconds() throws Exception {
    try (Talk talk = new Talk()) {
      talk.now("asleep for 60 s", talk.chromium::sleep);
      talk.awaitsContact(false, SILENT_WITHIN_MS);
      Thread.sleep(60_000);
      talk.chromium.wake();
      talk.awaitsContact(true, SOON_MS * 2);
      Thread.sleep(3_000);
    }
  }
}
