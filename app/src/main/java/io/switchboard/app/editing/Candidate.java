package io.switchboard.app.editing;

import io.switchboard.servers.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The configuration directory as it would be with one file's text replaced: links to what is there, and that one file. */
final class Candidate implements AutoCloseable {
  private final Path directory;

  Candidate(Path configuration, String file, String text) throws IOException {
    directory = Files.createTempDirectory("switchboard-candidate");
    try {
      link(configuration, directory, file, text);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  Path directory() {
    return directory;
  }

  private static void link(Path from, Path to, String file, String text) throws IOException {
    String[] parts = file.split("/", 2);
    if (Files.isDirectory(from)) {
      try (Stream<Path> all = Files.list(from)) {
        for (Path each : all.filter(path -> !path.getFileName().toString().equals(parts[0])).toList()) {
          Files.createSymbolicLink(to.resolve(each.getFileName().toString()), each.toAbsolutePath());
        }
      }
    }
    if (parts.length == 1) {
      Files.writeString(to.resolve(file), text);
    } else {
      link(from.resolve(parts[0]), Files.createDirectory(to.resolve(parts[0])), parts[1], text);
    }
  }

  @Override
  public void close() throws IOException {
    Places.remove(directory);
  }
}
