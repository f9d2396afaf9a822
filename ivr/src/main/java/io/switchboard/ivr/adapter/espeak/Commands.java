package io.switchboard.ivr.adapter.espeak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs that make sound. */
final class Commands {
  private static final long TIME_LIMIT_S = 60;

  private Commands() {}

  /**
   * Runs to the end and blocks until then.
   *
   * @param input what the program reads
   * @throws IOException if it is not installed, fails, or takes longer than a minute; the message has its last words
   */
  static String run(List<String> command, String input) throws IOException {
    Process process = start(command);
    try {
      Thread drain = Thread.ofVirtual().start(() -> write(process, input));
      Thread watch = Thread.ofVirtual().start(() -> limit(process));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.waitFor();
      watch.interrupt();
      drain.join();
      if (code != 0) {
        throw new IOException(command.getFirst() + " failed with code " + code + ": " + said);
      }
      return said;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(command.getFirst() + " was stopped", stopped);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException("'" + command.getFirst() + "' cannot be started; install the Debian packages espeak-ng and sox", missing);
    }
  }

  private static void write(Process process, String input) {
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException ended) {
      // it ended before it had read everything: its code tells
    }
  }

  private static void limit(Process process) {
    try {
      if (!process.waitFor(TIME_LIMIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
