package io.switchboard.app.flows;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A flow, or all flows, and the configuration that they belong to.
 *
 * @param config the directory of the configuration
 * @param only the file that is asked for, or all
 */
public record FlowDirectory(Path config, Optional<Path> only) {
  private static final String FLOWS = "flows";

  /**
   * @param path a flow's file, a directory of flows, or the configuration itself
   * @param otherwise the configuration of a path that lies in none
   */
  public static FlowDirectory of(Path path, Path otherwise) {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute.resolve(FLOWS))) {
      return new FlowDirectory(absolute, Optional.empty());
    }
    Optional<Path> file = Files.isRegularFile(absolute) ? Optional.of(absolute) : Optional.empty();
    Path flows = file.map(Path::getParent).orElse(absolute);
    Path around = flows.getFileName() != null && flows.getFileName().toString().equals(FLOWS) ? flows.getParent() : null;
    return new FlowDirectory(around != null ? around : otherwise, file);
  }

  /**
   * Reads the flows with all that belongs to them.
   *
   * @throws ConfigurationException when the rest of the configuration is wrong
   */
  public FlowFiles.Result read() throws ConfigurationException {
    Configuration configuration = ConfigurationFiles.load(config);
    return FlowFiles.read(config, only, configuration.hours(), FlowSurroundings.of(configuration));
  }

  /** The flow that is asked for, by name; empty: all. */
  public Optional<String> name() {
    return only.map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""));
  }
}
