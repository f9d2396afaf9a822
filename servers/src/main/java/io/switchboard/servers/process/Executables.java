package io.switchboard.servers.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs that the machine has. */
public final class Executables {
  private Executables() {}

  /** The first place on the PATH that has one of the names, earlier names first at each place. */
  public static Optional<Path> onPath(String... names) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(place -> Arrays.stream(names).map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
