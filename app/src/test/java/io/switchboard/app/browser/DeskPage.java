package io.switchboard.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.switchboard.app.rehearsal.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The agents' page as an agent uses it: by what it says and by its keys. Used by the browser's thread. */
public final class DeskPage implements AutoCloseable {
  private static final long POLL_MS = 100;
  private static final double SOON_MS = 20_000;
  /** Remembers each connection of the page's phone, what it played and notified, and can keep its desk's socket away. */
  private static final String REMEMBER = """
      window.peers = [];
      window.RTCPeerConnection = class extends window.RTCPeerConnection {
        constructor(...settings) { super(...settings); window.peers.push(this); }
      };
      window.played = 0;
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () { window.played++; return play.call(this); };
      window.notified = [];
      window.Notification = class extends window.Notification {
        constructor(title, options) { super(title, options); window.notified.push(title); }
      };
      window.cut = false;
      window.links = [];
      window.WebSocket = class extends window.WebSocket {
        constructor(url, ...protocols) {
          super(window.cut && String(url).includes('/api/events') ? 'ws://127.0.0.1:9/' : url, ...protocols);
          if (String(url).includes('/api/events')) { window.links.push(this); }
        }
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

  /**
   * How a page is looked at.
   *
   * @param language of the browser, e.g. {@code en-GB}
   */
  public record Look(String language, ColorScheme scheme, int width, int height) {
    public static final Look USUAL = new Look("en-GB", ColorScheme.LIGHT, 1440, 900);

    public Look in(String other) {
      return new Look(other, scheme, width, height);
    }
  }

  /** Logs in, by keys alone. */
  public static DeskPage logIn(Chromium chromium, URI api, String user, Look look) {
    DeskPage desk = at(chromium, api, look);
    desk.logIn(user);
    return desk;
  }

  /** At the log-in. */
  public static DeskPage at(Chromium chromium, URI api, Look look) {
    BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions()
        .setPermissions(List.of("microphone", "notifications")).setLocale(look.language()).setColorScheme(look.scheme())
        .setReducedMotion(ReducedMotion.REDUCE).setViewportSize(look.width(), look.height()));
    context.setDefaultTimeout(SOON_MS);
    context.addInitScript(REMEMBER);
    Page page = context.newPage();
    page.navigate(api.toString());
    DeskPage desk = new DeskPage(context, page);
    page.locator("input[name=user]:focus").waitFor();
    return desk;
  }

  /** Its desk's socket is lost, and cannot come back before {@link #linkBack}. */
  public void linkLost() {
    page.evaluate("() => { window.cut = true; window.links.forEach((link) => link.close()); }");
    awaitSeen(".link-sign[data-live=false]");
  }

  public void linkBack() {
    page.evaluate("() => { window.cut = false; }");
    awaitSeen(".link-sign[data-live=true]");
  }

  /** Another tab is before it. A browser without a screen tells no page so, hence it is told here what it would be told. */
  public Page behindAnother() {
    Page front = context.newPage();
    front.bringToFront();
    page.evaluate("""
        () => {
          document.hasFocus = () => false;
          Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """);
    return front;
  }

  /** No microphone is plugged in from now on. */
  public void withoutMicrophone() {
    context.addInitScript("navigator.mediaDevices.enumerateDevices = async () => [];");
    page.reload();
    page.locator("#main").waitFor();
  }

  public void logIn(String user) {
    tries(user, Script.PASSWORD);
    awaitSeen("#main");
  }

  /** Whether it is right or not. */
  public void tries(String user, String password) {
    page.locator("input[name=user]").fill("");
    type(user);
    page.locator("input[name=password]").fill("");
    type(password);
    press("Enter");
  }

  /** Another tab of the same browser: the log-in is there already. */
  public DeskPage another(URI api) {
    Page tab = context.newPage();
    tab.navigate(api.toString());
    tab.locator("#main").waitFor();
    return new DeskPage(context, tab);
  }

  public Page page() {
    return page;
  }

  /** As the state's sign says it. */
  public String state() {
    return stateOf(".state-pill");
  }

  /** What this part of the page is marked with; {@code none} where it is not there. */
  private String stateOf(String part) {
    return (String) page.evaluate("(part) => document.querySelector(part)?.dataset.state ?? 'none'", part);
  }

  public void awaitState(String state) {
    await(this::state, state::equals);
  }

  /** By keys alone: signs in, and is ready once the page has found that he can hear and be heard. */
  public void ready() {
    await(this::state, now -> !List.of("unknown", "none").contains(now));
    if (state().equals("signed_out")) {
      until("Alt+P", () -> !state().equals("signed_out"));
    }
    if (!state().equals("ready")) {
      press("Alt+5");
      await(() -> page.locator(".checks li:not([data-verdict=ok])").count() == 0, Boolean.TRUE::equals);
      until("Alt+P", () -> state().equals("ready"));
    }
    press("Alt+1");
    awaitCall("none");
  }

  /** By keys alone: is on the first break of his menu. */
  public void takesBreak() {
    press("Alt+B");
    awaitSeen("[role=menu]:focus-within");
    press("ArrowDown");
    awaitSeen("[role=menuitem]:focus");
    press("Enter");
    awaitState("not_ready");
  }

  /** Two keys one right after the other, the second before the page could take the hands anywhere. */
  public void pressAtOnce(String first, String second) {
    page.evaluate("""
        async ([first, second]) => {
          const press = (code) => document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, altKey: code === first, bubbles: true }));
          press(first);
          await Promise.resolve();
          press(second);
        }
        """, List.of(first, second));
  }

  /** Presses once a second until it is so. */
  private void until(String keys, Supplier<Boolean> so) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) SOON_MS);
    while (!so.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(keys + " did not help: " + page.locator("body").innerText());
      }
      press(keys);
      for (int wait = 0; wait < 10 && !so.get(); wait++) {
        page.waitForTimeout(POLL_MS);
      }
    }
  }

  public void press(String... keys) {
    for (String each : keys) {
      page.keyboard().press(each);
    }
  }

  /** On the keyboard, wherever the focus is. */
  public void type(String text) {
    page.keyboard().type(text);
  }

  /** Of the call at hand: {@code ringing}, {@code talking}, …; {@code none}. */
  public String call() {
    return stateOf(".call-panel");
  }

  public void awaitCall(String state) {
    await(this::call, state::equals);
  }

  /** Waits until a part of the page says so. {@code part}: a selector. */
  public void awaitText(String part, String text) {
    await(() -> page.locator(part).allInnerTexts().toString(), said -> said.contains(text));
  }

  /** Waits until there is such a part, and it is seen. */
  public void awaitSeen(String part) {
    await(() -> page.locator(part).first().isVisible() ? part : "no " + part, part::equals);
  }

  public void awaitGone(String part) {
    page.locator(part).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** What a screen reader was told at last, at once and when it paused. */
  public String announced() {
    return page.locator("[aria-live]").allTextContents().toString();
  }

  public void awaitAnnounced(String text) {
    await(this::announced, said -> said.contains(text));
  }

  /** Of the consultation: {@code ringing}, {@code talking}, {@code held}; {@code none}. */
  public String side() {
    return stateOf(".side-head [data-state]");
  }

  public void awaitSide(String state) {
    await(this::side, state::equals);
  }

  public Sound sound() {
    @SuppressWarnings("unchecked") // as the script writes it
    Map<String, Object> now = (Map<String, Object>) page.evaluate(SOUND);
    return new Sound(
        ((Number) now.get("received")).longValue(), ((Number) now.get("sent")).longValue(), ((Number) now.get("energy")).doubleValue());
  }

  /** Waits until sound flows both ways, and something is heard. */
  public void awaitSound() {
    Sound before = sound();
    await(this::sound, now -> now.received() > before.received() + 50 && now.sent() > before.sent() + 50 && now.energy() > before.energy());
  }

  /** A question that is asked again until the answer is right. */
  public interface Asking<T> {
    T ask();
  }

  public <T> T await(Asking<T> question, Predicate<T> right) {
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

  /** This tab alone. */
  public void closeTab() {
    page.close();
  }

  @Override
  public void close() {
    context.close();
  }
}
