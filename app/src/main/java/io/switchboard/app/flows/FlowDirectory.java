package io.switchboard.app.flows;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A flow or a script, or all of them, and the configuration that they belong to.
 *
 * @param config the directory of the configuration
 * @param only the file that is asked for, or all
 * @param kind of what is asked for; empty: both
 */
public record FlowDirectory(Path config, Optional<Path> only, Optional<Kind> kind) {
  private static final String FLOWS = "flows";

  /** All that the configuration has. */
  public static FlowDirectory all(Path config) {
    return new FlowDirectory(config, Optional.empty(), Optional.empty());
  }

  /**
   * @param path a file of a flow or a script, a directory of either, or the configuration itself
   * @param otherwise the configuration of a path that lies in none
   */
  public static FlowDirectory of(Path path, Path otherwise) {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute.resolve(FLOWS))) {
      return all(absolute);
    }
    Optional<Path> file = Files.isRegularFile(absolute) ? Optional.of(absolute) : Optional.empty();
    Path flows = file.map(Path::getParent).orElse(absolute);
    String folder = flows.getFileName() == null ? "" : flows.getFileName().toString();
    boolean scripts = folder.equals(ScriptFiles.FOLDER) || file.map(ScriptFiles::is).orElse(false);
    Path around = folder.equals(FLOWS) || folder.equals(ScriptFiles.FOLDER) ? flows.getParent() : null;
    return new FlowDirectory(around != null ? around : otherwise, file, Optional.of(scripts ? Kind.SCRIPT : Kind.FLOW));
  }

  /**
   * Reads the flows with all that belongs to them.
   *
   * @throws ConfigurationException when the rest of the configuration is wrong
   */
  public FlowFiles.Result read() throws ConfigurationException {
    Configuration configuration = ConfigurationFiles.load(config);
    return FlowFiles.read(config, only(Kind.FLOW), configuration.hours(), FlowSurroundings.of(configuration));
  }

  /** The same of scripts. */
  public ScriptFiles.Result readScripts() throws ConfigurationException {
    Configuration configuration = ConfigurationFiles.load(config);
    return ScriptFiles.read(config, only(Kind.SCRIPT), configuration.hours(), FlowSurroundings.of(configuration));
  }

  /** Whether any of this kind are asked for. */
  public boolean asks(Kind which) {
    return kind.map(which::equals).orElse(true);
  }

  private Optional<Path> only(Kind which) {
    return only.filter(file -> asks(which));
  }

  /** The flow or script that is asked for, by name; empty: all. */
  public Optional<String> name() {
    return only.map(file -> file.getFileName().toString().replaceFirst("\\.yaml$", ""));
  }
}
