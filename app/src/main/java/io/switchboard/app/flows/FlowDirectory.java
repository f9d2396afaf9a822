package io.switchboard.app.flows;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.ConfigurationException;
import io.switchboard.app.configuration.ConfigurationFiles;
import io.switchboard.ivr.adapter.yaml.FlowFiles;
import io.switchboard.ivr.adapter.yaml.ScriptFiles;
import io.switchboard.ivr.flow.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flows and scripts, and the configuration that they belong to.
 *
 * @param config the directory of the configuration
 * @param asked kind → the files that are asked for, each of which stands for the one of its name in the configuration; none of a kind: all that
 *     the configuration has
 */
public record FlowDirectory(Path config, Map<Kind, List<Path>> asked) {
  private static final String FLOWS = "flows";
  private static final String EXTENSION = ".yaml";
  /** What every configuration has. */
  private static final String MARK = "tenants.yaml";

  public FlowDirectory {
    asked = Map.copyOf(asked);
  }

  /** All that the configuration has. */
  public static FlowDirectory all(Path config) {
    return new FlowDirectory(config, Map.of(Kind.FLOW, List.of(), Kind.SCRIPT, List.of()));
  }

  /**
   * @param path a file of a flow or a script, a directory of such files, or the configuration itself
   * @param otherwise the configuration of a path that lies in none
   * @throws IllegalArgumentException for what holds neither a flow nor a script; its message names the remedy
   */
  public static FlowDirectory of(Path path, Path otherwise) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (Files.isDirectory(absolute.resolve(FLOWS))) {
      return all(absolute);
    }
    boolean file = Files.isRegularFile(absolute);
    Path folder = file ? absolute.resolveSibling("") : absolute;
    Optional<Kind> own = kindIn(folder);
    List<Path> files = file ? List.of(absolute) : files(folder);
    if (files.isEmpty() || !files.getFirst().toString().endsWith(EXTENSION)) {
      throw new IllegalArgumentException("there is no flow and no script in '" + path + "': a file NAME" + EXTENSION + " holds one");
    }
    if (own.isPresent()) {
      return new FlowDirectory(folder.resolveSibling(""), Map.of(own.get(), file ? files : List.of()));
    }
    return new FlowDirectory(otherwise, files.stream().collect(Collectors.groupingBy(each -> ScriptFiles.is(each) ? Kind.SCRIPT : Kind.FLOW)));
  }

  /** What this folder of a configuration holds; empty: it is none of a configuration. */
  private static Optional<Kind> kindIn(Path folder) {
    if (!Files.exists(folder.resolveSibling(MARK))) {
      return Optional.empty();
    }
    return folder.endsWith(FLOWS) ? Optional.of(Kind.FLOW) : folder.endsWith(ScriptFiles.FOLDER) ? Optional.of(Kind.SCRIPT) : Optional.empty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.toString().endsWith(EXTENSION)).sorted().toList();
    }
  }

  /**
   * Reads the flows with all that belongs to them.
   *
   * @throws ConfigurationException when the rest of the configuration is wrong
   */
  public FlowFiles.Result read() throws ConfigurationException {
    Configuration configuration = ConfigurationFiles.load(config);
    return FlowFiles.read(config, asked.getOrDefault(Kind.FLOW, List.of()), configuration.hours(), FlowSurroundings.of(configuration));
  }

  /** The same of scripts. */
  public ScriptFiles.Result readScripts() throws ConfigurationException {
    Configuration configuration = ConfigurationFiles.load(config);
    return ScriptFiles.read(config, asked.getOrDefault(Kind.SCRIPT, List.of()), configuration.hours(), FlowSurroundings.of(configuration));
  }

  /** Whether any of this kind are asked for. */
  public boolean asks(Kind kind) {
    return asked.containsKey(kind);
  }

  /** Whether the one of this name is. */
  public boolean asks(Kind kind, String name) {
    List<Path> files = asked.getOrDefault(kind, List.of());
    return asks(kind) && (files.isEmpty() || files.stream().anyMatch(file -> name(file).equals(name)));
  }

  /** The flow or script of a file, by name. */
  public static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }
}
