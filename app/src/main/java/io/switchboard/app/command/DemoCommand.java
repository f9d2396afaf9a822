package io.switchboard.app.command;

import io.switchboard.app.OwnServers;
import io.switchboard.app.Platform;
import io.switchboard.app.Sayings;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.app.demo.Demo;
import io.switchboard.app.demo.DemoPlace;
import io.switchboard.app.demo.Smoke;
import io.switchboard.servers.Places;
import io.switchboard.servers.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A whole contact center on this machine, with simulated callers and agents. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Asterisk, PostgreSQL, Redis and Switchboard with a demo company, simulated callers and agents over SIP, and shows its",
      "queues until Ctrl-C. Data stay for the next start."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int MOST_SMOKE_CALLS = 10_000;

  @Mixin private ConfigOption config;

  @Option(names = "--reset", description = "Forget everything of earlier runs first.")
  private boolean reset;

  @Option(
      names = "--smoke", paramLabel = "N",
      description = "Place N calls through menu, queue and agent, print one line of JSON, and exit with 1 unless all were answered.")
  private int smoke;

  @Override
  public Integer call() throws Exception {
    if (smoke < 0 || smoke > MOST_SMOKE_CALLS) {
      throw new Exit.Refusal("--smoke takes 1 to " + MOST_SMOKE_CALLS + " calls, not " + smoke);
    }
    Path data = Places.data().resolve("demo").toAbsolutePath();
    if (reset) {
      Places.remove(data);
      System.out.println("Everything of earlier runs in " + data + " is forgotten.");
    }
    logTo(data.resolve("switchboard.log"));
    DemoPlace place = DemoPlace.in(data);
    Configuration configuration = ConfigurationFiles.load(config.directory(), place::variable);
    try (Stopping stopping = Stopping.onSignal();
        OwnServers.Reached servers = OwnServers.open(configuration, Progress.to(System.out))) {
      Sayings sayings = Sayings.load(config.directory(), configuration, servers.reach().sounds());
      sayings.prepare(System.out);
      Smoke watched = new Smoke(smoke);
      try (Platform platform = Platform.open(configuration, place::variable, servers.reach(), sayings, List.of(watched));
          Demo demo = Demo.open(configuration, place, servers.reach(), platform, System.out)) {
        if (smoke > 0) {
          return demo.smoke(watched, stopping::asked) ? 0 : Exit.FAILED;
        }
        demo.show(stopping::await);
      }
    }
    return 0;
  }

  /** Before the first line of the log is written. */
  private static void logTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    System.setProperty("switchboard.log", file.toString());
    System.setProperty("logback.configurationFile", "logback-demo.xml");
    System.out.println("The log is " + file);
  }
}
