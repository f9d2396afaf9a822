package io.switchboard.app.command;

import io.switchboard.app.DataSources;
import io.switchboard.app.Sayings;
import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the configuration as the platform would, and starts nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the configuration. Every wrong setting is named with file, line, key and remedy; then it exits with 78.",
      "Lookups are tried with the data sources that can be reached, without asking them; one that cannot is a warning."
    })
public final class CheckCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    Configuration configuration = config.load();
    Sayings sayings = Sayings.load(config.directory(), configuration, configuration.installation().data().resolve("sounds"));
    try (DataSources sources = DataSources.toCheck(configuration)) {
      DataSources.Proofs proofs = sources.prove(configuration.lookups());
      if (!proofs.wrongs().isEmpty()) {
        throw new ConfigurationException(proofs.wrongs());
      }
      proofs.warnings().forEach(warning -> System.out.println("Warning: " + warning));
    }
    System.out.printf("%s is right: %d entry points, %d flows, %d queues, %d agents, %d trunks, %d lookups.%n", config.directory(),
        configuration.entryPoints().size(), sayings.flows().byName().size(), configuration.queues().size(), configuration.agents().size(),
        configuration.trunks().size(), configuration.lookups().size());
    return 0;
  }
}
