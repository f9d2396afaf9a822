package io.switchboard.app.command;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Every command that reads the configuration finds it the same way. */
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The configuration directory; by default 'config' of the checkout, or $SWITCHBOARD_CONFIG.")
  private Path directory = standard();

  private static Path standard() {
    String named = System.getenv().getOrDefault("SWITCHBOARD_CONFIG", "");
    String home = System.getenv().getOrDefault("SWITCHBOARD_HOME", "");
    return named.isEmpty() ? Path.of(home, "config") : Path.of(named);
  }

  Path directory() {
    return directory;
  }

  Configuration load() throws ConfigurationException {
    return ConfigurationFiles.load(directory);
  }
}
