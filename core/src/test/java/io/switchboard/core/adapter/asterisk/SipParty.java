package io.switchboard.core.adapter.asterisk;

import io.switchboard.servers.Places;
import io.switchboard.servers.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A SIPp process that plays one party. */
final class SipParty implements AutoCloseable {
  private final Process process;
  private final Path output;

  private SipParty(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static SipParty start(SipDialogue dialogue, String localIp, int localPort, int asteriskPort, int mediaPort, String... more) {
    try {
      Path directory = Files.createTempDirectory("sipp");
      Path scenario = directory.resolve("scenario.xml");
      Files.writeString(scenario, dialogue.xml());
      List<String> command = new ArrayList<>(List.of(
          "sipp", "-sf", scenario.toString(), "-i", localIp, "-p", "" + localPort, "-mi", localIp, "-mp", "" + mediaPort, "-nostdin",
          "-m", "1", "-trace_err", "-error_file", directory.resolve("errors").toString()));
      command.addAll(List.of(more));
      command.add("127.0.0.1:" + asteriskPort);
      Path output = directory.resolve("output");
      Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
          .redirectOutput(output.toFile()).start();
      awaitListening(process, localPort);
      return new SipParty(process, output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Until SIPp has its port a call to it is unreachable at once, and on a busy machine that takes longer than the call. */
  private static void awaitListening(Process process, int port) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (process.isAlive() && !Ports.isTakenUdp(port)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("SIPp does not listen on port " + port);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Waits until the dialogue is over, as it was written. */
  void awaitAsWritten() {
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS) || process.exitValue() != 0) {
        Path errors = output.resolveSibling("errors");
        throw new AssertionError("SIPp: " + Files.readString(output) + (Files.exists(errors) ? Files.readString(errors) : ""));
      }
    } catch (InterruptedException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Places.remove(output.getParent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
