package io.switchboard.servers.asterisk;

import io.switchboard.servers.Places;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An Asterisk that this machine can run, and what its configuration must name.
 *
 * @param command the program, with its loader before it when it lies in a root of its own
 * @param modules astmoddir
 * @param data astdatadir: the documentation that Asterisk wants at start, and the sounds
 * @param version as Asterisk says it, such as {@code 22.10.1}
 */
public record AsteriskLocation(List<String> command, Path modules, Path data, String version) {
  private static final int OLDEST = 20;
  private static final Pattern VERSION = Pattern.compile("Asterisk (?:certified/)?((\\d+)[^\\s~]*)");
  private static final String ROOT_VARIABLE = "SWITCHBOARD_ASTERISK_ROOT";

  public AsteriskLocation {
    command = List.copyOf(command);
  }

  /** The directory with a directory of sounds for each language. */
  public Path sounds() {
    return data.resolve("sounds");
  }

  /**
   * The root that {@code SWITCHBOARD_ASTERISK_ROOT} names, else an installed Asterisk, else the root in the cache; the first that runs
   * and is new enough.
   *
   * @throws ServerException when there is none
   */
  public static AsteriskLocation find() {
    String named = System.getenv().getOrDefault(ROOT_VARIABLE, "");
    if (!named.isEmpty()) {
      return inRoot(Path.of(named)).orElseThrow(
          () -> new ServerException(ROOT_VARIABLE + " names " + named + ", where no Asterisk >= " + OLDEST + " runs"));
    }
    return installed()
        .or(() -> inRoot(Places.cache().resolve("asterisk-root")))
        .orElseThrow(() -> new ServerException(
            "no Asterisk >= " + OLDEST + " on this machine: install the package asterisk, let bin/demo fetch one,"
                + " or name a root that holds one by " + ROOT_VARIABLE));
  }

  private static Optional<AsteriskLocation> installed() {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
    return Arrays.stream(path.split(":"))
        .map(place -> Path.of(place, "asterisk"))
        .filter(Files::isExecutable)
        .findFirst()
        .flatMap(program -> at(Path.of("/"), List.of(program.toString())));
  }

  /** A root outside of which it runs by its own loader: no chroot, no root rights. */
  private static Optional<AsteriskLocation> inRoot(Path root) {
    Path program = root.resolve("usr/sbin/asterisk");
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    first(root, "usr/lib64", "ld-linux-*.so.*").or(() -> first(root, "usr/lib", "ld-linux-*.so.*")).ifPresent(loader -> {
      command.add(loader.toString());
      first(root, "usr/lib", "*-linux-gnu*").ifPresent(libraries -> command.addAll(List.of("--library-path", libraries.toString())));
    });
    command.add(program.toString());
    return at(root, command);
  }

  private static Optional<AsteriskLocation> at(Path root, List<String> command) {
    Optional<String> version = version(command);
    Optional<Path> modules = Stream.of("usr/lib/*-linux-gnu*", "usr/lib64", "usr/lib", "usr/local/lib")
        .flatMap(place -> all(root, Path.of(place)))
        .map(place -> place.resolve("asterisk/modules"))
        .filter(Files::isDirectory)
        .findFirst();
    Optional<Path> data = Stream.of("usr/share/asterisk", "var/lib/asterisk", "usr/local/share/asterisk")
        .map(root::resolve)
        .filter(place -> Files.isDirectory(place.resolve("documentation")))
        .findFirst();
    return version.isPresent() && modules.isPresent() && data.isPresent()
        ? Optional.of(new AsteriskLocation(command, modules.get(), data.get(), version.get()))
        : Optional.empty();
  }

  private static Stream<Path> all(Path root, Path place) {
    String pattern = place.getFileName().toString();
    Path parent = root.resolve(place).resolveSibling("");
    return pattern.contains("*") ? first(root, parent.toString(), pattern).stream() : Stream.of(root.resolve(place));
  }

  private static Optional<Path> first(Path root, String directory, String pattern) {
    Path place = root.resolve(directory);
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    try (var found = Files.newDirectoryStream(place, pattern)) {
      List<Path> sorted = new ArrayList<>();
      found.forEach(sorted::add);
      return sorted.stream().sorted().findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> version(List<String> command) {
    List<String> asked = new ArrayList<>(command);
    asked.add("-V");
    try {
      Process process = new ProcessBuilder(asked).redirectErrorStream(true).start();
      Matcher said = VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return said.find() && Integer.parseInt(said.group(2)) >= OLDEST ? Optional.of(said.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
