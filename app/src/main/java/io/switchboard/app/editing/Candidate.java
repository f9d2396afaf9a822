package io.switchboard.app.editing;

import io.switchboard.servers.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The configuration directory as it would be with other texts in some files, and without some: links to what is there, and those files. */
final class Candidate implements AutoCloseable {
  private final Path directory;

  /** @param texts by the names of their files; empty: without that file */
  Candidate(Path configuration, Map<String, Optional<String>> texts) throws IOException {
    directory = Files.createTempDirectory("switchboard-candidate");
    try {
      link(configuration, directory, texts);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  Path directory() {
    return directory;
  }

  private static void link(Path from, Path to, Map<String, Optional<String>> texts) throws IOException {
    Map<String, Optional<String>> here = new TreeMap<>();
    Map<String, Map<String, Optional<String>>> below = new TreeMap<>();
    texts.forEach((file, text) -> {
      String[] parts = file.split("/", 2);
      if (parts.length == 1) {
        here.put(file, text);
      } else {
        below.computeIfAbsent(parts[0], folder -> new TreeMap<>()).put(parts[1], text);
      }
    });
    if (Files.isDirectory(from)) {
      try (Stream<Path> all = Files.list(from)) {
        for (Path each : all.toList()) {
          String name = each.getFileName().toString();
          if (!here.containsKey(name) && !below.containsKey(name)) {
            Files.createSymbolicLink(to.resolve(name), each.toAbsolutePath());
          }
        }
      }
    }
    for (Map.Entry<String, Optional<String>> file : here.entrySet()) {
      if (file.getValue().isPresent()) {
        Files.writeString(to.resolve(file.getKey()), file.getValue().get());
      }
    }
    for (Map.Entry<String, Map<String, Optional<String>>> folder : below.entrySet()) {
      link(from.resolve(folder.getKey()), Files.createDirectory(to.resolve(folder.getKey())), folder.getValue());
    }
  }

  @Override
  public void close() throws IOException {
    Places.remove(directory);
  }
}
