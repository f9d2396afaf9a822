package io.switchboard.bench.rig;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What callers hear in the menu: a tone of two seconds, in the format of their calls, so that neither queue has to convert it. */
final class MenuPrompt {
  static final String NAME = "menu";
  /** Well before its end: both menus take a key over the prompt. */
  private static final String LONG_S = "2";

  private MenuPrompt() {}

  /** Makes {@code menu.ulaw} and {@code menu.wav}. */
  static void renderInto(Path directory) throws IOException {
    sox(List.of("sox", "-D", "-n", "-r", "8000", "-c", "1", "-b", "16", directory.resolve(NAME + ".wav").toString(), "synth", LONG_S, "sine", "440",
        "gain", "-20"));
    sox(List.of("sox", "-D", directory.resolve(NAME + ".wav").toString(), "-t", "ul", directory.resolve(NAME + ".ulaw").toString()));
  }

  private static void sox(List<String> command) throws IOException {
    try {
      Process sox = new ProcessBuilder(command).inheritIO().start();
      if (!sox.waitFor(30, TimeUnit.SECONDS) || sox.exitValue() != 0) {
        sox.destroyForcibly();
        throw new ServerException("SoX does not make the menu's prompt: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }
}
