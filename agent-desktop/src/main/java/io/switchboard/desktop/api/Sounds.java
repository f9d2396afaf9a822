package io.switchboard.desktop.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What was recorded, as files. */
final class Sounds {
  private Sounds() {}

  /** {@code file}: below the directory {@code data}, as a fact names it; empty where there is none. */
  static Optional<Path> find(Path data, String file) {
    Path root = data.toAbsolutePath().normalize();
    Path path = root.resolve(file).normalize();
    return path.startsWith(root.resolve("recordings")) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }
}
