package io.switchboard.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.switchboard.app.rehearsal.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An agent's phone in a page of a real browser, of the least that such a page can be. Used by the browser's thread. */
public final class BrowserPhone implements AutoCloseable {
  private static final long POLL_MS = 50;

  private final BrowserContext context;
  private final Page page;

  /** What a page measured. */
  public record Heard(long received, long sent, double energy, long hz, String codec) {}

  private BrowserPhone(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
  }

  /** Opens a page of the platform's own origin, logs in and registers; waits until Asterisk has accepted. */
  public static BrowserPhone registered(Chromium chromium, URI api, String user) throws Exception {
    // A page that did not come from this machine could not reach it, so one of the platform's own answers becomes the page.
    BrowserContext context = chromium.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true));
    Page page = context.newPage();
    page.navigate(api + "/api/health");
    for (String script : List.of("jssip.js", "phone.js")) {
      page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource(script)));
    }
    BrowserPhone phone = new BrowserPhone(context, page);
    page.evaluate("([user, password]) => phone.start('demo', user, password)", List.of(user, Script.PASSWORD));
    phone.awaits("fit", 15_000);
    return phone;
  }

  private static String resource(String name) {
    try (InputStream file = BrowserPhone.class.getResourceAsStream("/browser/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Page page() {
    return page;
  }

  /** What happened until now, in order: {@code registered}, {@code incoming call}, {@code confirmed}, {@code ended …}. */
  @SuppressWarnings("unchecked") // as the page writes it
  public List<String> log() {
    return (List<String>) page.evaluate("() => phone.log");
  }

  /** Waits until something happened that begins so, and gives how often it did. */
  public long awaits(String what, long withinMs) throws Exception {
    return await(() -> log().stream().filter(each -> each.startsWith(what)).count(), count -> count > 0, withinMs);
  }

  public void answer() {
    page.evaluate("() => phone.answer()");
  }

  public void dial(String address) {
    page.evaluate("address => phone.dial(address)", address);
  }

  public void hangUp() {
    page.evaluate("() => phone.hangUp()");
  }

  @SuppressWarnings("unchecked") // as the page writes it
  public Heard heard() {
    Map<String, Object> now = (Map<String, Object>) page.evaluate("() => phone.heard()");
    return new Heard(
        ((Number) now.get("received")).longValue(), ((Number) now.get("sent")).longValue(), ((Number) now.get("energy")).doubleValue(),
        ((Number) now.get("hz")).longValue(), String.valueOf(now.get("codec")));
  }

  public Heard awaitHeard(Predicate<Heard> enough, long withinMs) throws Exception {
    return await(this::heard, enough, withinMs);
  }

  private interface Asking<T> {
    T ask();
  }

  private static <T> T await(Asking<T> question, Predicate<T> right, long withinMs) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    T answer = question.ask();
    while (!right.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + withinMs + " ms still " + answer);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      answer = question.ask();
    }
    return answer;
  }

  /** The tab is closed. */
  @Override
  public void close() {
    context.close();
  }
}
