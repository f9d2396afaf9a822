package io.switchboard.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.switchboard.app.browser.Chromium;
import io.switchboard.app.browser.DeskPage;
import io.switchboard.app.rehearsal.Checkout;
import io.switchboard.app.rehearsal.PlatformProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has just started the demo: the address and the log-in that it prints lead him to a call that he can take. */
class NewcomerIT {
  private static final Pattern INVITATION = Pattern.compile("Take a call yourself: +(\\S+) +as \\w+/(\\w+), password (\\S+)");
  private static final long TO_START_S = 120;
  private static final long TO_END_S = 60;
  private static final long POLL_MS = 200;
  /** What the demo promises. */
  private static final double FIRST_CALL_WITHIN_MS = 60_000;

  @Test
  void whenHeLogsInAsTheDemoSays_thenACustomerRingsWithinAMinute_andTheyHearEachOther(@TempDir Path data) throws Exception {
    Path out = data.resolve("said.txt");
    ProcessBuilder demo = new ProcessBuilder(PlatformProcess.command(
        List.of("-XX:-AutoCreateSharedArchive"), "demo", "--config", Checkout.home().resolve("config").toString()));
    demo.environment().putAll(Map.of("SWITCHBOARD_DATA", data.toString()));
    Process process = demo.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try (Chromium chromium = Chromium.open(data)) {
      MatchResult invited = invitation(process, out);
      try (DeskPage page = DeskPage.at(chromium, URI.create(invited.group(1)), DeskPage.Look.USUAL)) {
        page.tries(invited.group(2), invited.group(3));
        page.awaitSeen("#main");
        page.ready();
        page.page().locator(".call-panel[data-state=ringing]").waitFor(new Locator.WaitForOptions().setTimeout(FIRST_CALL_WITHIN_MS));
        assertTrue(page.page().locator(".customer-title h2").innerText().strip().length() > 1, "who calls is on the screen");
        page.press("Alt+A");
        page.awaitCall("talking");
        page.awaitSound();
        page.press("Alt+Q");
        page.awaitCall("wrap_up");
      }
    } finally {
      process.destroy();
      if (!process.waitFor(TO_END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the demo did not end:\n" + Files.readString(out));
      }
    }
  }

  private static MatchResult invitation(Process demo, Path out) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_START_S);
    while (System.nanoTime() < end && demo.isAlive()) {
      String said = Files.readString(out);
      MatchResult found = INVITATION.matcher(said).results().findFirst().orElse(null);
      if (found != null) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
    throw new AssertionError("the demo invites nobody:\n" + Files.readString(out) + (demo.isAlive() ? "" : "\nit ended with " + demo.exitValue()));
  }
}
