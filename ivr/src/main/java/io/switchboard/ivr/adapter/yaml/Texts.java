package io.switchboard.ivr.adapter.yaml;

import io.switchboard.ivr.flow.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The text files of a directory. */
final class Texts {
  private static final String EXTENSION = ".yaml";

  private Texts() {}

  /** All YAML files in it, by name; none at all is a problem. */
  static List<Path> files(Path directory, List<Problem> problems) {
    try (Stream<Path> all = Files.list(directory)) {
      List<Path> files = all.filter(file -> file.getFileName().toString().endsWith(EXTENSION)).sorted().toList();
      if (files.isEmpty()) {
        problems.add(new Problem(directory.toString(), 0, "", "there is no file in it", "at least one file NAME" + EXTENSION));
      }
      return files;
    } catch (IOException unreadable) {
      problems.add(new Problem(directory.toString(), 0, "", "the directory cannot be read: " + unreadable, "a readable directory"));
      return List.of();
    }
  }

  static Optional<String> text(Path file, List<Problem> problems) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException unreadable) {
      problems.add(new Problem(shown(file), 0, "", "it cannot be read: " + unreadable, "a readable file in UTF-8"));
      return Optional.empty();
    }
  }

  /** Those of them that can be read. */
  static List<FlowFiles.Written> written(List<Path> files, List<Problem> problems) {
    return files.stream().flatMap(file ->
        text(file, problems).map(text -> new FlowFiles.Written(shown(file), name(file), text)).stream()).toList();
  }

  /** The file's name without its extension. */
  static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - EXTENSION.length());
  }

  /** As problems name it: with its directory, e.g. {@code flows/main.yaml}. */
  static String shown(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null || parent.getFileName() == null ? file.toString() : parent.getFileName() + "/" + file.getFileName();
  }
}
