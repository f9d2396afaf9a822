package io.switchboard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where things lie on this machine. Root's home is closed to the unprivileged users that servers run as, so root's things are under
 * {@code /var}.
 */
public final class Places {
  private Places() {}

  /** What was fetched or unpacked and can be again: {@code SWITCHBOARD_CACHE}, else by custom. */
  public static Path cache() {
    return chosen("SWITCHBOARD_CACHE", "/var/cache/switchboard", "XDG_CACHE_HOME", ".cache");
  }

  /** What must stay, such as the demo's data: {@code SWITCHBOARD_DATA}, else by custom. */
  public static Path data() {
    return chosen("SWITCHBOARD_DATA", "/var/lib/switchboard", "XDG_DATA_HOME", ".local/share");
  }

  /** Removes a directory and everything below it; nothing happens when there is none. */
  public static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> below = Files.walk(directory)) {
      for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static Path chosen(String variable, String forRoot, String xdgVariable, String belowHome) {
    String own = environment(variable);
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    if (System.getProperty("user.name").equals("root")) {
      return Path.of(forRoot);
    }
    String xdg = environment(xdgVariable);
    return (xdg.isEmpty() ? Path.of(System.getProperty("user.home"), belowHome) : Path.of(xdg)).resolve("switchboard");
  }

  private static String environment(String variable) {
    String value = System.getenv(variable);
    return value == null ? "" : value;
  }
}
