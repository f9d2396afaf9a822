package io.switchboard.app.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.app.rehearsal.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be found wrong with a page by looking at it: in each language, in light and dark, and enlarged. */
public final class Looks {
  /** How the page names the language in its own menu. */
  public enum Tongue {
    ENGLISH("English", "en"), CHINESE("简体中文", "zh");

    private final String name;
    private final String code;

    Tongue(String name, String code) {
      this.name = name;
      this.code = code;
    }
  }

  private static final int SCREEN_WIDTH = 1_280;
  private static final int SCREEN_HEIGHT = 800;
  private static final Path WEB = Checkout.home().resolve("agent-desktop/web");
  private static final String AUDIT = """
      async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }))
        .violations.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map((why) => why.message).join('; ')}`))
      """;
  /** Texts of the other language's words that are on the page, in its texts and in what is read aloud. */
  private static final String FOREIGN = """
      (words) => {
        const shown = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if (node.parentElement.closest('script, style, [lang=en]') === null) { shown.add(node.textContent.trim()); }
        }
        for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
          for (const name of ['aria-label', 'title', 'placeholder']) { shown.add((one.getAttribute(name) ?? '').trim()); }
        }
        return [...shown].filter((text) => words.includes(text));
      }
      """;
  private static final String CUT_OFF = """
      () => {
        const wide = document.documentElement.clientWidth;
        const wrong = document.documentElement.scrollWidth > wide ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
        const main = document.querySelector('#main');
        if (main !== null && main.scrollWidth > main.clientWidth) { wrong.push(`its content is ${main.scrollWidth} wide`); }
        for (const one of document.querySelectorAll('body *')) {
          const box = one.getBoundingClientRect();
          const own = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
          if (own && box.width > 1 && box.height > 1 && (box.right > wide + 1 || box.left < -1) && one.closest('.heard-only, .skip, .rows') === null) {
            wrong.push(`${one.className || one.tagName}: ${one.textContent.slice(0, 40)}`);
          }
        }
        return wrong;
      }
      """;

  /** Each control of what is on top is scrolled to, as the focus does it: then it is there as a whole, and nothing lies over it. */
  private static final String OUT_OF_REACH = """
      () => {
        const tops = [...document.querySelectorAll('[role=dialog], [role=menu]')].filter((one) => one.checkVisibility());
        const scrolled = [...document.querySelectorAll('*')].filter((one) => one.scrollTop > 0).map((one) => [one, one.scrollTop]);
        const wrong = [];
        for (const one of (tops.at(-1) ?? document.body).querySelectorAll('button, a[href], input, textarea, select, [role=button], [role=tab], [role=menuitem]')) {
          if (!one.checkVisibility({ visibilityProperty: true }) || one.disabled || one.closest('.heard-only, .skip, [inert], [aria-hidden=true]') !== null) { continue; }
          one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          const box = one.getBoundingClientRect();
          if (box.width <= 1 || box.height <= 1) { continue; }
          const name = `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') ?? (one.textContent || one.placeholder || one.name || '')).trim().slice(0, 40)}`;
          const high = Math.min(box.height, innerHeight);
          if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.top + high > innerHeight + 1) { wrong.push(`cut off: ${name}`); continue; }
          const at = document.elementFromPoint(box.left + box.width / 2, box.top + high / 2);
          if (at === null || !one.contains(at) && ![...(one.labels ?? [])].some((label) => label.contains(at)) && !at.closest('label')?.contains(one)) {
            wrong.push(`covered: ${name} by ${at === null ? 'nothing that is seen' : at.className || at.tagName}`);
          }
          for (const part of [one, ...one.querySelectorAll('*')]) {
            const hides = getComputedStyle(part).overflowX !== 'visible' && part.clientWidth > 0 && !part.matches('input, textarea, .heard-only');
            if (hides && part.scrollWidth > part.clientWidth + 1) { wrong.push(`its words are cut off: ${name}`); break; }
          }
        }
        scrolled.forEach(([one, top]) => { one.scrollTop = top; });
        return wrong;
      }
      """;

  private final Page page;
  private final List<String> wrong = new ArrayList<>();

  private Looks(Page page) {
    this.page = page;
  }

  /** What is wrong with what this page shows now, each with {@code name} before it. It is left in English and light. */
  public static List<String> wrong(Page page, String name) throws IOException {
    Looks looks = new Looks(page);
    for (Tongue tongue : List.of(Tongue.CHINESE, Tongue.ENGLISH)) {
      speak(page, tongue);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        looks.audit(name + ", " + tongue + ", " + scheme + ": ");
      }
      looks.enlarged(2, name + ", " + tongue + ", twice as large: ", true);
      looks.enlarged(4, name + ", " + tongue + ", four times as large: ", false);
    }
    return looks.wrong;
  }

  /** As {@link #wrong}, in the language and colours that it has. */
  public static List<String> audited(Page page, String name) throws IOException {
    Looks looks = new Looks(page);
    looks.audit(name + ": ");
    return looks.wrong;
  }

  /** As if it had been chosen in another window: so it works while a dialog is open. */
  public static void speak(Page page, Tongue tongue) {
    page.evaluate("""
        (code) => {
          localStorage.setItem('switchboard.language', code);
          window.dispatchEvent(new StorageEvent('storage', { key: 'switchboard.language', newValue: code }));
        }
        """, tongue.code);
    page.waitForFunction("(code) => document.documentElement.lang.startsWith(code)", tongue.code);
  }

  /** By the page's own menu. */
  public static void choose(Page page, Tongue tongue) {
    page.locator("[aria-label=Language], [aria-label=语言]").first().click();
    page.locator("[role=menuitem]").filter(new Locator.FilterOptions().setHasText(tongue.name)).click();
    page.waitForFunction("(code) => document.documentElement.lang.startsWith(code)", tongue.code);
  }

  @SuppressWarnings("unchecked") // as the script writes it
  private void audit(String where) throws IOException {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(Files.readString(WEB.resolve("node_modules/axe-core/axe.min.js")));
    }
    ((List<String>) page.evaluate(AUDIT)).forEach(each -> wrong.add(where + each));
    if (where.contains(Tongue.CHINESE.name())) {
      ((List<String>) page.evaluate(FOREIGN, english())).forEach(each -> wrong.add(where + "still English: " + each));
    }
  }

  /** As the browser enlarges it on a screen of 1280 by 800; up to four times, nobody has to scroll to the side (WCAG 1.4.10). */
  private void enlarged(int times, String where, boolean audited) throws IOException {
    var before = page.viewportSize();
    CDPSession screen = page.context().newCDPSession(page);
    screen.send("Emulation.setDeviceMetricsOverride", metrics(SCREEN_WIDTH / times, SCREEN_HEIGHT / times, times));
    page.waitForFunction("(width) => innerWidth === width", SCREEN_WIDTH / times);
    look(CUT_OFF, where);
    look(OUT_OF_REACH, where);
    if (audited) {
      audit(where);
    }
    screen.detach();
    page.setViewportSize(before.width, before.height);
    page.waitForFunction("(width) => innerWidth === width", before.width);
  }

  private static JsonObject metrics(int width, int height, int scale) {
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", width);
    metrics.addProperty("height", height);
    metrics.addProperty("deviceScaleFactor", scale);
    metrics.addProperty("mobile", false);
    return metrics;
  }

  @SuppressWarnings("unchecked") // as the scripts write it
  private void look(String script, String where) {
    ((List<String>) page.evaluate(script)).forEach(each -> wrong.add(where + each));
  }

  /** The words of the page in English, where Chinese has others. */
  private static List<String> english() throws IOException {
    Map<String, String> chinese = Words.of(WEB.resolve("src/words/zh.json"));
    return Words.of(WEB.resolve("src/words/en.json")).entrySet().stream()
        .filter(word -> !word.getValue().equals(chinese.get(word.getKey()))).map(Map.Entry::getValue).filter(text -> !text.contains("{{"))
        .filter(text -> !Set.of("English").contains(text)).toList();
  }
}
