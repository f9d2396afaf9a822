package io.switchboard.app.command;

import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.Installation;
import io.switchboard.core.id.Names;
import io.switchboard.desktop.adapter.client.ApiClient;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Every command that asks the running platform finds it, and logs in, the same way. */
public final class ApiOption {
  private static final String PASSWORD = "SWITCHBOARD_PASSWORD";
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  @Mixin private ConfigOption config;

  @Option(names = "--user", paramLabel = "TENANT/USER", required = true,
      description = "An administrator, e.g. demo/ada. His password is in the variable " + PASSWORD + ", or asked for.")
  private String user;

  @Option(names = "--api", paramLabel = "URL", description = "Where the platform answers, e.g. http://127.0.0.1:8080; by default what the configuration says.")
  private URI api;

  @Spec(Spec.Target.MIXEE) private CommandSpec spec;

  /** What is asked of the platform; gives the exit code. */
  @FunctionalInterface
  interface Asking {
    int of(ApiClient platform) throws IOException, InterruptedException, ApiRefusal;
  }

  /** Asks, and says in a line what was refused, or in a line each what is wrong with the configuration. */
  int ask(Asking asking) throws ConfigurationException, InterruptedException {
    String[] parts = user.split("/", -1);
    if (parts.length != 2 || !Names.valid(parts[0]) || !Names.valid(parts[1])) {
      throw new ParameterException(spec.commandLine(), "a user is written tenant/name, e.g. demo/ada, not '" + user + "'");
    }
    URI base = base();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
      return asking.of(new ApiClient(http, base, parts[0], parts[1], password()));
    } catch (ApiRefusal refusal) {
      return refused(refusal);
    } catch (IOException nobody) {
      throw new Exit.Refusal("nobody answers at " + base + ": start the platform, or name another address by --api (" + nobody + ")");
    }
  }

  private int refused(ApiRefusal refusal) {
    List<String> mistakes = refusal.settings();
    if (mistakes.isEmpty()) {
      throw new Exit.Refusal(String.valueOf(refusal.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    mistakes.forEach(out::println);
    out.printf("%d %s; nothing changed%n", mistakes.size(), mistakes.size() == 1 ? "mistake" : "mistakes");
    out.flush();
    return Exit.FAILED;
  }

  private URI base() throws ConfigurationException {
    if (api == null) {
      Installation.Http http = config.load().installation().http();
      return URI.create("http://" + reachable(http.host()) + ":" + http.port());
    }
    if (api.getHost() == null || !List.of("http", "https").contains(String.valueOf(api.getScheme()))) {
      throw new ParameterException(spec.commandLine(), "an address is written http://HOST:PORT, not '" + api + "'");
    }
    return api;
  }

  /** Of a host that means all of this machine's: one of them. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "[::1]";
      default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    };
  }

  private static String password() {
    String given = System.getenv(PASSWORD);
    if (given != null && !given.isEmpty()) {
      return given;
    }
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password: ");
    if (typed == null) {
      throw new Exit.Refusal("there is no password: set " + PASSWORD + ", or run this in a terminal");
    }
    return new String(typed);
  }
}
