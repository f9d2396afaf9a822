package io.switchboard.app.command;

import io.switchboard.app.Sayings;
import io.switchboard.app.configuration.Configuration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the configuration as the platform would, and starts nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks the configuration. Every wrong setting is named with file, line, key and remedy; then it exits with 78.")
public final class CheckCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    Sayings sayings = Sayings.load(config.directory(), configuration, configuration.installation().data().resolve("sounds"));
    System.out.printf("%s is right: %d entry points, %d flows, %d queues, %d agents, %d trunks.%n", config.directory(),
        configuration.entryPoints().size(), sayings.flows().byName().size(), configuration.queues().size(), configuration.agents().size(),
        configuration.trunks().size());
    return 0;
  }
}
