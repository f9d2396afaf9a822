package io.switchboard.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.app.rehearsal.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The agents' page as an agent uses it: by what it says and by its keys. Used by the browser's thread. */
public final class DeskPage implements AutoCloseable {
  private static final long POLL_MS = 100;
  private static final double SOON_MS = 20_000;
  /** Remembers each connection of the page's phone, for what is heard and sent. */
  private static final String REMEMBER = """
      window.peers = [];
      window.RTCPeerConnection = class extends window.RTCPeerConnection {
        constructor(...settings) { super(...settings); window.peers.push(this); }
      };
      """;
  private static final String SOUND = """
      async () => {
        const sound = { received: 0, sent: 0, energy: 0 };
        for (const peer of window.peers.filter((one) => one.connectionState === 'connected')) {
          for (const report of (await peer.getStats()).values()) {
            if (report.type === 'inbound-rtp') { sound.received += report.packetsReceived; sound.energy += report.totalAudioEnergy; }
            if (report.type === 'outbound-rtp') { sound.sent += report.packetsSent; }
          }
        }
        return sound;
      }
      """;

  private final BrowserContext context;
  private final Page page;

  /** Packets of sound each way of what is connected now, and the energy of what is heard. */
  public record Sound(long received, long sent, double energy) {}

  private DeskPage(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
  }

  /** Logs in. {@code language}: of the browser, e.g. {@code en-GB}. */
  public static DeskPage logIn(Chromium chromium, URI api, String user, String language) {
    BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions()
        .setPermissions(List.of("microphone", "notifications")).setLocale(language).setViewportSize(1440, 900));
    context.setDefaultTimeout(SOON_MS);
    context.addInitScript(REMEMBER);
    Page page = context.newPage();
    page.navigate(api.toString());
    page.locator("input[name=user]").fill(user);
    page.locator("input[name=password]").fill(Script.PASSWORD);
    page.locator("input[name=tenant]").fill("demo");
    page.keyboard().press("Enter");
    page.locator("#main").waitFor();
    return new DeskPage(context, page);
  }

  public Page page() {
    return page;
  }

  /** As the state's sign says it. */
  public String state() {
    return page.locator(".state-pill").getAttribute("data-state");
  }

  public void awaitState(String state) throws Exception {
    await(this::state, state::equals);
  }

  /** By keys alone: signs in, and is ready once the page has found that he can hear and be heard. */
  public void ready() throws Exception {
    if (state().equals("signed_out")) {
      press("Alt+P");
      await(this::state, now -> !now.equals("signed_out"));
    }
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) SOON_MS);
    while (!state().equals("ready")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not ready: " + page.locator("#main").innerText());
      }
      press("Alt+P");
      TimeUnit.SECONDS.sleep(1);
    }
    press("Alt+1");
  }

  public void press(String keys) {
    page.keyboard().press(keys);
  }

  /** Of the call at hand: {@code ringing}, {@code talking}, …; {@code none}. */
  public String call() {
    Locator panel = page.locator(".call-panel");
    return panel.count() == 0 ? "none" : panel.first().getAttribute("data-state");
  }

  public void awaitCall(String state) throws Exception {
    await(this::call, state::equals);
  }

  /** Waits for a heading that says so. */
  public void awaitHeading(String text) {
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).first().waitFor();
  }

  public Sound sound() {
    @SuppressWarnings("unchecked") // as the script writes it
    Map<String, Object> now = (Map<String, Object>) page.evaluate(SOUND);
    return new Sound(
        ((Number) now.get("received")).longValue(), ((Number) now.get("sent")).longValue(), ((Number) now.get("energy")).doubleValue());
  }

  /** Waits until sound flows both ways, and something is heard. */
  public void awaitSound() throws Exception {
    Sound before = sound();
    await(this::sound, now -> now.received() > before.received() + 50 && now.sent() > before.sent() + 50 && now.energy() > before.energy());
  }

  private interface Asking<T> {
    T ask();
  }

  private <T> T await(Asking<T> question, Predicate<T> right) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) SOON_MS);
    T answer = question.ask();
    while (!right.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still " + answer + ": " + page.locator("body").innerText());
      }
      page.waitForTimeout(POLL_MS);
      answer = question.ask();
    }
    return answer;
  }

  @Override
  public void close() {
    context.close();
  }
}
