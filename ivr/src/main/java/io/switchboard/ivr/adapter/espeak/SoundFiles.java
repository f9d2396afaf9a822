package io.switchboard.ivr.adapter.espeak;

import io.switchboard.core.line.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A directory of sounds in every telephone format. A sound is there whole or not at all, also after a crash. */
final class SoundFiles {
  /** The last one written shows that the sound is whole. */
  private static final List<String> FORMATS = List.of("wav", "alaw", "ulaw");

  private static final String MAKING = ".making-";

  /**
   * A sound that is there.
   *
   * @param at when it was made or last touched
   */
  record Kept(String name, Instant at) {}

  private final Path directory;

  /** Makes the directory, and those above it that are missing. */
  SoundFiles(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    try {
      open(this.directory);
      clear(Instant.now().minus(Duration.ofHours(1)));
    } catch (IOException refused) {
      throw new UncheckedIOException("the directory of sounds " + directory + " cannot be made", refused);
    }
  }

  private static void open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      if (directory.getParent() != null) {
        open(directory.getParent());
      }
      Files.createDirectory(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Removes what a crash left half made before {@code old}; what is younger may be the work of another process. */
  void clear(Instant old) throws IOException {
    try (var left = Files.newDirectoryStream(directory, MAKING + "*")) {
      for (Path workplace : left) {
        if (Files.getLastModifiedTime(workplace).toInstant().isBefore(old)) {
          remove(workplace);
        }
      }
    }
  }

  Sound sound(String name) {
    return new Sound(directory.resolve(name).toString());
  }

  boolean has(String name) {
    return Files.isRegularFile(whole(name));
  }

  /** Makes a sound as young as if it were made now. Whether it is there. */
  boolean touch(String name, Instant now) {
    try {
      Files.setLastModifiedTime(whole(name), FileTime.from(now));
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** Whether it is there and was last touched before {@code time}. */
  boolean olderThan(String name, Instant time) throws IOException {
    return has(name) && Files.getLastModifiedTime(whole(name)).toInstant().isBefore(time);
  }

  List<Kept> kept() throws IOException {
    String extension = "." + FORMATS.getLast();
    List<Kept> kept = new ArrayList<>();
    try (var files = Files.newDirectoryStream(directory, "*" + extension)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        try {
          kept.add(new Kept(name.substring(0, name.length() - extension.length()), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
          continue; // removed by another meanwhile
        }
      }
    }
    return kept;
  }

  /** Removes a sound, first the file that shows that it is whole. */
  void remove(String name) throws IOException {
    for (String format : FORMATS.reversed()) {
      Files.deleteIfExists(file(name, format));
    }
  }

  /** A place for work in progress, on the same file system. The caller removes it by {@link #remove(Path)}. */
  Path workplace() throws IOException {
    return Files.createTempDirectory(directory, MAKING);
  }

  static void remove(Path workplace) throws IOException {
    try (var files = Files.list(workplace)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(workplace);
  }

  /** Converts a finished WAV of 8 kHz in the workplace to all formats and puts them in their places. */
  void publish(Path workplace, Path wav, String name) throws IOException {
    for (String format : FORMATS) {
      Path made = workplace.resolve("out." + format);
      Commands.run(sox(wav, format, made), "");
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(made, file(name, format), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** -D: without dither, so that the same text gives the same file. */
  private static List<String> sox(Path wav, String format, Path made) {
    return switch (format) {
      case "wav" -> List.of("sox", "-D", wav.toString(), "-b", "16", "-e", "signed-integer", made.toString());
      default -> List.of("sox", "-D", wav.toString(), "-t", format.equals("ulaw") ? "ul" : "al", made.toString());
    };
  }

  private Path whole(String name) {
    return file(name, FORMATS.getLast());
  }

  private Path file(String name, String format) {
    return directory.resolve(name + "." + format);
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
