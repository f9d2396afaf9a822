package io.switchboard.servers.process;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A program to run in the foreground as a child of ours.
 *
 * @param name what people call it, for messages
 * @param reaches paths that the account must be able to reach
 * @param directory where it runs
 * @param output where its output goes, appended
 * @param onOurDeath how the kernel asks it to end with {@link Life#WITH_US}
 */
public record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    Account account,
    List<Path> reaches,
    Path directory,
    Path output,
    Life life,
    Signal onOurDeath) {

  /**
   * The kernel binds a child to the thread that started it, so all are started by one thread that never ends.
   */
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("child-starter").factory());

  /** Starts it in a session of its own. */
  public Child start() {
    try {
      Files.createDirectories(output.toAbsolutePath().getParent());
      return new Child(name, STARTER.submit(() -> builder().start()).get(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + output, e);
    } catch (ExecutionException e) {
      throw new ServerException("cannot start " + name + " (" + command.getFirst() + "): " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted while starting " + name, e);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(wrapped()).directory(directory.toFile());
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.redirectInput(Path.of("/dev/null").toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private List<String> wrapped() {
    List<String> all = new ArrayList<>(List.of("setsid", "setpriv"));
    all.addAll(account.become(reaches));
    if (life == Life.WITH_US) {
      all.add("--pdeathsig=" + onOurDeath);
    }
    if (all.size() == 2) {
      all.removeLast();
    }
    all.addAll(command);
    return all;
  }
}
