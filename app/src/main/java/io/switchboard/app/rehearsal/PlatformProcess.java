package io.switchboard.app.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own, by its ordinary command; it may be killed. */
public final class PlatformProcess implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(120);
  private static final long POLL_MS = 50;
  private static final long TO_END_S = 30;

  private final Process process;
  private final Path log;
  private final URI api;

  private PlatformProcess(Process process, Path log, URI api) {
    this.process = process;
    this.log = log;
    this.api = api;
  }

  static PlatformProcess launch(Path config, URI api, Path log, List<String> flags) {
    List<String> all = new ArrayList<>(flags);
    all.add("-XX:+AutoCreateSharedArchive");
    all.add("-XX:SharedArchiveFile=" + KeptForNext.archive(config.resolveSibling(""))); // of its own, so that rehearsals do not meet
    List<String> command = command(all, "run", "--config", config.toString());
    try {
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
      return new PlatformProcess(process, log, api);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the platform", e);
    }
  }

  /** How bin/switchboard runs a command of the packaged program. */
  public static List<String> command(List<String> flags, String... arguments) {
    Path home = Checkout.home();
    Path program = home.resolve("app/target/switchboard.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException(program + " is missing: build it by `mvn package`");
    }
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin/java").toString(),
        "@" + home.resolve("bin/lib/jvm.options"), "@" + home.resolve("bin/lib/platform.options")));
    command.addAll(flags);
    command.addAll(List.of("-jar", program.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Waits until it answers and is connected to Asterisk. */
  public PlatformProcess awaitUp() throws InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest health = HttpRequest.newBuilder(api.resolve("/api/health")).timeout(Duration.ofSeconds(2)).build();
    long end = System.nanoTime() + TO_START.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the platform ended with " + process.exitValue() + ":\n" + logged());
      }
      try {
        HttpResponse<String> answer = http.send(health, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200 && !answer.body().contains("DOWN")) {
          return this;
        }
      } catch (IOException notYet) {
        // asked again
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
    }
    throw new IllegalStateException("the platform is not up within " + TO_START + ":\n" + logged());
  }

  public URI api() {
    return api;
  }

  public long pid() {
    return process.pid();
  }

  public String logged() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(TO_END_S, TimeUnit.SECONDS);
  }

  /** As SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
