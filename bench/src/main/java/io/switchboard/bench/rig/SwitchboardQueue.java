package io.switchboard.bench.rig;

import io.switchboard.app.rehearsal.PlatformProcess;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.servers.Ports;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Program;
import io.switchboard.servers.process.Secret;
import io.switchboard.servers.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Switchboard, as a process of its own started by its normal command, with its own PostgreSQL (fsync on) and Redis. It keeps its data
 * over the phases. Its agents are signed in over REST.
 */
public final class SwitchboardQueue implements QueueUnderTest {
  public static final String NAME = "switchboard";

  private static final Duration TO_START = Duration.ofSeconds(120);
  private static final Duration TO_SETTLE = Duration.ofSeconds(60);
  private static final Duration TO_END = Duration.ofSeconds(30);

  private final QueueSetup setup;
  private final Path directory;
  private final BenchConfiguration configuration;
  private final String password = Secret.generate();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Child> running = new ArrayList<>();

  public SwitchboardQueue(BenchAsterisk asterisk, QueueSetup setup, Path directory) {
    this.setup = setup;
    this.directory = directory;
    this.configuration = new BenchConfiguration(asterisk, setup, directory, Ports.free());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    try {
      boolean first = !Files.exists(configuration.files());
      if (first) {
        configuration.write();
      }
      Child platform = program().start();
      running.add(platform);
      platform.await(TO_START, this::answers);
      if (first) {
        setPassword(); // the platform has made its database by now
      }
      signIn();
    } catch (IOException e) {
      throw new ServerException("Switchboard does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  /** Talks that were cut off are over and wrapped up; who did not answer for a while is signed in again. */
  @Override
  public void settle() {
    try {
      if (!Pause.until(TO_SETTLE, () -> busy() == 0)) {
        throw new ServerException(busy() + " agents of Switchboard are still not free after " + TO_SETTLE.toSeconds() + " s");
      }
      signIn();
    } catch (IOException e) {
      throw new ServerException("Switchboard does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  private long busy() {
    try {
      return agents("ringing", "talking", "wrap_up").size();
    } catch (IOException | ApiRefusal e) {
      throw new ServerException("Switchboard does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("interrupted", e);
    }
  }

  @Override
  public void stop() {
    running.forEach(platform -> platform.end(Signal.TERM, TO_END));
    running.clear();
  }

  @Override
  public String number() {
    return BenchConfiguration.NUMBER;
  }

  @Override
  public List<Long> pids() {
    return running.stream().map(Child::pid).toList();
  }

  private Program program() {
    return new Program(
        "Switchboard", command("run"), Map.of(), new Account.Ourselves(), List.of(), directory, directory.resolve("switchboard.log"),
        Life.WITH_US, Signal.TERM);
  }

  /** {@code bin/switchboard}, or its program alone when that is not how we were started. */
  private List<String> command(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--config", configuration.files().toString()));
    String home = System.getenv().getOrDefault("SWITCHBOARD_HOME", "");
    if (home.isEmpty()) {
      return PlatformProcess.command(List.of(), arguments.toArray(String[]::new));
    }
    arguments.addFirst(Path.of(home, "bin", "switchboard").toString());
    return arguments;
  }

  private void setPassword() throws IOException, InterruptedException {
    Path said = directory.resolve("password.log");
    Process process = new ProcessBuilder(command("password", BenchConfiguration.TENANT + "/" + BenchConfiguration.SUPERVISOR))
        .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    process.getOutputStream().write((password + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    if (!process.waitFor(TO_START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new ServerException("Switchboard did not take a password: " + Files.readString(said));
    }
  }

  private boolean answers() {
    try {
      HttpRequest request = HttpRequest.newBuilder(api().resolve("/api/health")).timeout(Duration.ofSeconds(1)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void signIn() throws IOException, InterruptedException {
    ApiClient supervisor = supervisor();
    try {
      Set<String> ready = agents("ready"); // a restart forgets nobody
      for (String agent : IntStream.range(0, setup.agents()).mapToObj(QueueSetup::agent).filter(name -> !ready.contains(name)).toList()) {
        supervisor.post("/api/agents/" + agent + "/sign-in", Map.of());
        supervisor.post("/api/agents/" + agent + "/ready", Map.of());
      }
    } catch (ApiRefusal e) {
      throw new ServerException("Switchboard refuses to sign an agent in: " + e.getMessage(), e);
    }
  }

  private ApiClient supervisor() {
    return new ApiClient(http, api(), BenchConfiguration.TENANT, BenchConfiguration.SUPERVISOR, password);
  }

  /** Who is in one of these states now. */
  private Set<String> agents(String... states) throws IOException, InterruptedException, ApiRefusal {
    return supervisor().get("/api/agents").get("agents") instanceof List<?> agents
        ? agents.stream()
            .filter(agent -> agent instanceof Map<?, ?> fields && List.of(states).contains(String.valueOf(fields.get("state"))))
            .map(agent -> String.valueOf(((Map<?, ?>) agent).get("agent")))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private URI api() {
    return URI.create("http://127.0.0.1:" + configuration.httpPort());
  }
}
