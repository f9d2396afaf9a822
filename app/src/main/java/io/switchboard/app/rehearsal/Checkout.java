package io.switchboard.app.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The directory that the program came in. */
public final class Checkout {
  private Checkout() {}

  public static Path home() {
    Path here = Path.of(System.getenv().getOrDefault("SWITCHBOARD_HOME", "")).toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("config/flows"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("no config/flows above the working directory; set SWITCHBOARD_HOME to the checkout");
    }
    return here;
  }

  /** Copies the shipped configuration into a directory. */
  public static void copyConfiguration(Path to) throws IOException {
    copyConfiguration(home().resolve("config"), to);
  }

  /** Copies a configuration directory into another one, without the earlier versions that editing has kept in it. */
  public static void copyConfiguration(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.filter(path -> !path.startsWith(from.resolve(".history"))).toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }
}
