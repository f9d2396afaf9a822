package io.switchboard.app.configuration;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The configuration directory: reads all of it, or says all that is wrong with it. */
public final class ConfigurationFiles {
  private static final List<String> FILES = List.of(
      "switchboard.yaml", "tenants.yaml", "entry-points.yaml", "queues.yaml", "agents.yaml", "users.yaml", "hours.yaml", "trunks.yaml",
      "lookups.yaml");
  /** An installation without them has nothing in them. */
  private static final Set<String> MAY_BE_MISSING = Set.of("lookups.yaml");
  private static final long MAX_FILE_BYTES = 2 * 1024 * 1024;

  private final Path directory;
  private final Findings findings = new Findings();
  private final Placeholders placeholders;

  private ConfigurationFiles(Path directory, Placeholders placeholders) {
    this.directory = directory;
    this.placeholders = placeholders;
  }

  /** The files that are always there; flows, scripts, prompts and calendars are in folders beside them. */
  public static List<String> names() {
    return FILES;
  }

  /**
   * Reads and checks, with the process's environment variables.
   *
   * @throws ConfigurationException with everything that is wrong
   */
  public static Configuration load(Path directory) throws ConfigurationException {
    return load(directory, System::getenv);
  }

  /** With other variables than the process has; see {@link Environment}. */
  public static Configuration load(Path directory, Environment environment) throws ConfigurationException {
    return load(directory, directory, environment);
  }

  /** {@code home}: from where {@code file:path} is meant, when that is another directory. */
  public static Configuration load(Path directory, Path home, Environment environment) throws ConfigurationException {
    return new ConfigurationFiles(directory, new Placeholders(home, environment)).load();
  }

  /** In which line of a file each of its settings stands, by its path such as {@code demo.anna}; empty when the file cannot be read. */
  public static Map<String, Integer> lines(Path directory, String file) {
    try {
      String text = Files.readString(directory.resolve(file));
      Document document = YamlFile.read(file, text, new Placeholders(directory, name -> ""), new Findings());
      return document.lines().entrySet().stream().collect(Collectors.toMap(line -> line.getKey().toString(), Map.Entry::getValue));
    } catch (IOException unreadable) {
      return Map.of();
    }
  }

  private Configuration load() throws ConfigurationException {
    List<Document> read = FILES.stream().map(this::read).toList();
    SchemaCheck schema = new SchemaCheck(findings);
    read.forEach(schema::check);
    Documents all = new Documents(
        read.get(0), read.get(1), read.get(2), read.get(3), read.get(4), read.get(5), read.get(6), read.get(7), read.get(8), names("flows"),
        names("scripts"), Calendars.read(directory, findings));
    new References(all, findings).check();
    new Values(all, findings).check();
    new WorkCheck(all, findings).check();
    new SourceCheck(all.lookups(), findings).check();
    new LookupCheck(all.lookups(), findings).check();
    new KnowledgeCheck(findings).check(directory);
    if (!findings.none()) {
      throw new ConfigurationException(findings.sorted());
    }
    return new CompanySections(all).configuration();
  }

  private Document read(String name) {
    Path file = directory.resolve(name);
    try {
      if (MAY_BE_MISSING.contains(name) && !Files.exists(file)) {
        return YamlFile.read(name, "", placeholders, findings);
      }
      if (Files.size(file) > MAX_FILE_BYTES) {
        findings.add(new Wrong(name, 0, "", "is larger than 2 MB", "a configuration file is smaller"));
        return Document.missing(name);
      }
      return YamlFile.read(name, Files.readString(file), placeholders, findings);
    } catch (MalformedInputException notText) {
      findings.add(new Wrong(name, 0, "", "is not UTF-8 text", "save it as UTF-8"));
    } catch (IOException unreadable) {
      findings.add(new Wrong(
          name, 0, "", "cannot be read in " + directory, "copy it from the config directory that came with the program"));
    }
    return Document.missing(name);
  }

  /** The YAML files of a folder, without their extension. */
  private Set<String> names(String folder) {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length())).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException none) {
      return Set.of();
    }
  }
}
