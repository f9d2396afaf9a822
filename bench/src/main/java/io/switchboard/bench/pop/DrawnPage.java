package io.switchboard.bench.pop;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.switchboard.app.rehearsal.Script;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Executables;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** An agent's page in a real browser, which notes for each call when its customer stood in the page. Used by one thread. */
final class DrawnPage implements AutoCloseable {
  private static final int DIGITS = 3;
  /** The frame says when it was decided, the page when the customer's name is there; both by this machine's clock. */
  private static final String WATCH = """
      window.drawn = [];
      const seen = new Set();
      let due = null;
      const look = () => {
        const name = document.querySelector('.customer-title h2');
        if (due !== null && name !== null && name.textContent === due.name) {
          window.drawn.push(Date.now() - due.decided);
          due = null;
        }
      };
      window.WebSocket = class extends window.WebSocket {
        constructor(...way) {
          super(...way);
          this.addEventListener('message', (event) => {
            const call = typeof event.data === 'string' ? JSON.parse(event.data).body?.call : null;
            if (call?.customer && !seen.has(call.offer)) {
              seen.add(call.offer);
              due = { name: call.customer.name, decided: call.since_ms };
            }
          });
        }
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
      """;

  private final Playwright playwright;
  private final Page page;

  private DrawnPage(Playwright playwright, Page page) {
    this.playwright = playwright;
    this.page = page;
  }

  /** Logs in at the page. The browser is what {@code SWITCHBOARD_CHROMIUM} names, else the machine's. */
  static DrawnPage open(URI address, String user) {
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program())
        .setChromiumSandbox(!System.getProperty("user.name").equals("root")).setArgs(List.of("--disable-gpu", "--disable-dev-shm-usage")));
    Page page = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900)).newPage();
    page.addInitScript(WATCH);
    page.navigate(address.toString());
    page.locator("input[name=user]").fill(user);
    page.locator("input[name=password]").fill(Script.PASSWORD);
    page.locator("input[name=tenant]").fill("demo");
    page.keyboard().press("Enter");
    page.locator(".call-panel").waitFor();
    return new DrawnPage(playwright, page);
  }

  private static Path program() {
    String named = System.getenv("SWITCHBOARD_CHROMIUM");
    return named != null && !named.isEmpty() ? Path.of(named)
        : Executables.onPath("chromium", "google-chrome").orElseThrow(() -> new ServerException("there is no Chromium; bin/bench fetches one"));
  }

  /** What was drawn so far does not count. */
  void forget() {
    page.evaluate("() => { window.drawn = []; }");
  }

  /** Milliseconds from the decision to the customer in the page, of each call. */
  Histogram drawn() {
    Histogram drawn = new Histogram(DIGITS);
    for (Object each : (List<?>) page.evaluate("() => window.drawn")) {
      drawn.recordValue(Math.max(0, ((Number) each).longValue()));
    }
    return drawn;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
