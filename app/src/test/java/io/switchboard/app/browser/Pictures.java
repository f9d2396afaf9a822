package io.switchboard.app.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.app.rehearsal.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of the pages in docs/images, taken anew with {@code -Dscreens.write=true} only. */
public final class Pictures {
  private static final boolean WRITE = Boolean.getBoolean("screens.write");

  private Pictures() {}

  public static void take(DeskPage desk, String name) throws IOException {
    take(desk, name, Looks.Tongue.ENGLISH, ColorScheme.LIGHT);
  }

  /** The page is left in English and light. */
  public static void take(DeskPage desk, String name, Looks.Tongue tongue, ColorScheme scheme) throws IOException {
    if (!WRITE) {
      return;
    }
    Page page = desk.page();
    Looks.speak(page, tongue);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.mouse().move(720, 1);
    Path images = Files.createDirectories(Checkout.home().resolve("docs/images"));
    page.screenshot(new Page.ScreenshotOptions().setPath(images.resolve(name + ".png")));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Looks.speak(page, Looks.Tongue.ENGLISH);
  }
}
