package io.switchboard.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import io.switchboard.servers.process.Executables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Chromium of its own, whose microphone hears a tone. It is the one that {@code SWITCHBOARD_CHROMIUM} names, else the machine's, else the
 * one that bin/test fetched. Used by one thread.
 */
public final class Chromium implements AutoCloseable {
  /** What its microphone hears, in Hz. */
  public static final int SAYS_HZ = 700;

  private static final Path FETCHED = Path.of("/var/cache/switchboard/chromium-root/programs/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final List<ProcessHandle> processes;

  private Chromium(Playwright playwright, Browser browser, List<ProcessHandle> processes) {
    this.playwright = playwright;
    this.browser = browser;
    this.processes = processes;
  }

  /** {@code files}: where the tone may be written. */
  public static Chromium open(Path files) throws IOException {
    return open(files, program(), List.of());
  }

  /** In a network of its own. {@code page}: where its page is, which has a microphone there as it has on loopback. */
  public static Chromium open(Path files, BrowserNetwork network, URI page) throws IOException {
    Path inside = Files.writeString(files.resolve("chromium-inside"), "#!/bin/sh\nexec " + network.inside() + " '" + program() + "' \"$@\"\n");
    Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString("rwxr-xr-x"));
    return open(files, inside, List.of("--unsafely-treat-insecure-origin-as-secure=" + page));
  }

  private static Chromium open(Path files, Path program, List<String> more) throws IOException {
    Set<Long> before = chromiums().map(ProcessHandle::pid).collect(Collectors.toSet());
    Path tone = WavTone.write(Files.createDirectories(files).resolve("microphone.wav"), SAYS_HZ, 10);
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = launch(playwright, program, tone, more);
    return new Chromium(playwright, browser, chromiums().filter(each -> !before.contains(each.pid())).toList());
  }

  /** In its own sandbox, except for root, whom it refuses it, and where the machine allows nobody one. */
  private static Browser launch(Playwright playwright, Path program, Path tone, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of(
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-audio-capture=" + tone,
        "--autoplay-policy=no-user-gesture-required", "--disable-gpu", "--disable-dev-shm-usage"));
    arguments.addAll(more);
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(program).setHeadless(true)
        .setChromiumSandbox(!System.getProperty("user.name").equals("root")).setArgs(arguments);
    try {
      return playwright.chromium().launch(options);
    } catch (PlaywrightException e) {
      if (!String.valueOf(e.getMessage()).contains("sandbox")) {
        throw e;
      }
      return playwright.chromium().launch(options.setChromiumSandbox(false));
    }
  }

  private static Path program() {
    String named = System.getenv("SWITCHBOARD_CHROMIUM");
    return named != null && !named.isEmpty() ? Path.of(named)
        : Executables.onPath("chromium", "google-chrome").or(() -> Optional.of(FETCHED)).orElseThrow();
  }

  private static Stream<ProcessHandle> chromiums() {
    return ProcessHandle.current().descendants().filter(each -> each.info().command().orElse("").matches(".*/(chromium|chrome)[^/]*"));
  }

  Browser browser() {
    return browser;
  }

  /** As {@code kill -9} of all that it is. */
  public void kill() {
    all().forEach(ProcessHandle::destroyForcibly);
  }

  /** Its machine sleeps: nothing of it runs. */
  public void sleep() {
    signal("STOP", all());
  }

  public void wake() {
    signal("CONT", all());
  }

  /** Its network is gone: all that sends and receives for it stands still, and the page goes on. */
  public void unplug() {
    signal("STOP", network());
  }

  public void plugIn() {
    signal("CONT", network());
  }

  private List<ProcessHandle> all() {
    List<ProcessHandle> all = new ArrayList<>(processes);
    processes.forEach(each -> all.addAll(each.descendants().toList()));
    return all.stream().distinct().filter(ProcessHandle::isAlive).toList();
  }

  private List<ProcessHandle> network() {
    List<ProcessHandle> found = all().stream().filter(each -> commandLine(each).contains("network.mojom.NetworkService")).toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("this Chromium has no network process of its own");
    }
    return found;
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  private static void signal(String name, List<ProcessHandle> to) {
    if (to.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    to.forEach(each -> command.add(Long.toString(each.pid())));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    wakeIfAny();
    try {
      browser.close();
    } catch (RuntimeException dead) {
      // it was killed
    }
    playwright.close();
    kill();
  }

  private void wakeIfAny() {
    if (!all().isEmpty()) {
      wake();
    }
  }
}
