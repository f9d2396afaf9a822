package io.switchboard.servers.process;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A process of ours that runs, or ran. */
public final class Child {
  /** Field 22 of proc(5) stat, counted from the state, which follows the name. */
  private static final int START_TIME = 19;

  private static final int LINES_SHOWN = 8;
  private static final long POLL_MS = 5;

  private final String name;
  private final Process process;
  private final Path output;

  Child(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  public long pid() {
    return process.pid();
  }

  /**
   * The kernel's start time of a process in ticks since boot: with the id it tells a process from a later one of the same id.
   * Empty when there is no such process.
   */
  static OptionalLong startTicks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return OptionalLong.of(Long.parseLong(afterName[START_TIME]));
    } catch (IOException gone) {
      return OptionalLong.empty();
    }
  }

  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Waits until {@code ready}.
   *
   * @throws ServerException when the process ends before, or the time is over; with the last lines of its output
   */
  public void await(Duration atMost, BooleanSupplier ready) {
    long until = System.nanoTime() + atMost.toNanos();
    while (!ready.getAsBoolean()) {
      if (!alive()) {
        throw new ServerException(name + " ended while starting" + lastLines());
      }
      if (System.nanoTime() > until) {
        throw new ServerException(name + " was not ready within " + atMost.toSeconds() + " s" + lastLines());
      }
      pause();
    }
  }

  /** Waits for its end by itself; false when it still runs. */
  public boolean awaitEnd(Duration atMost) {
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Whether it ended by itself and said that all went well. */
  public boolean succeeded(Duration atMost) {
    try { // the handle may be gone a moment before the process is reaped and has an exit value
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Sends it a signal and does not wait. */
  public void ask(Signal signal) {
    signal.sendTo(process.toHandle());
  }

  /** Asks it to end, and kills it when it does not in time. Returns when it is gone. */
  public void end(Signal asked, Duration patience) {
    end(process.toHandle(), asked, patience);
  }

  static void end(ProcessHandle process, Signal asked, Duration patience) {
    asked.sendTo(process);
    if (!ended(process, patience)) {
      Signal.KILL.sendTo(process);
      ended(process, Duration.ofSeconds(10));
    }
  }

  private static boolean ended(ProcessHandle process, Duration atMost) {
    try {
      process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** For messages: the end of its output, or why that cannot be read. */
  public String lastLines() {
    try {
      List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
      return last.isEmpty() ? "" : "; the last lines of " + output + ":\n  " + String.join("\n  ", last);
    } catch (IOException e) {
      return "; " + output + " cannot be read";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while waiting", e);
    }
  }
}
