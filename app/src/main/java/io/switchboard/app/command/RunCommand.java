package io.switchboard.app.command;

import io.switchboard.app.OwnServers;
import io.switchboard.app.Platform;
import io.switchboard.app.Sayings;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.servers.Progress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The platform, until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Switchboard until Ctrl-C or SIGTERM, with the servers that config/switchboard.yaml names.",
      "A server that is absent is waited for. Calls go on while the platform restarts."
    })
public final class RunCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    try (Stopping stopping = Stopping.onSignal();
        OwnServers.Reached servers = OwnServers.open(configuration, Progress.to(System.out))) {
      Sayings sayings = Sayings.load(config.directory(), configuration, servers.reach().sounds());
      sayings.prepare(System.out);
      try (Platform platform = Platform.open(configuration, System::getenv, servers.reach(), sayings, List.of())) {
        System.out.println("Switchboard answers. API: " + platform.api());
        stopping.await();
      }
    }
    return 0;
  }
}
