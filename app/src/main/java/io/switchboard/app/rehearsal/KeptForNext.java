package io.switchboard.app.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one rehearsal made and the next would make again just so: spoken prompts, whose names tell what they say, and the archive of the
 * platform's classes. Speaking the prompts alone takes ten seconds. It lies beside the program that was built, and goes with it.
 */
final class KeptForNext {
  private static final String ARCHIVE = "platform.jsa";
  /** The one written last shows that a sound is whole. */
  private static final List<String> FORMATS = List.of(".wav", ".alaw", ".ulaw");

  private final Path kept;

  KeptForNext() throws IOException {
    kept = Files.createDirectories(Checkout.home().resolve("app/target/rehearsals"));
  }

  /** Where a platform of this home finds and makes the archive of its classes. */
  static Path archive(Path home) {
    return home.resolve(ARCHIVE);
  }

  /** Gives a new home what earlier ones made. */
  void takeInto(Path home) throws IOException {
    Path sounds = Files.createDirectories(spoken(home));
    if (Files.isDirectory(kept.resolve("prompts"))) {
      link(kept.resolve("prompts"), sounds);
    }
    Path program = Checkout.home().resolve("app/target/switchboard.jar");
    Path archive = kept.resolve(ARCHIVE);
    if (Files.exists(archive) && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(program)) > 0) {
      Files.copy(archive, archive(home), StandardCopyOption.COPY_ATTRIBUTES); // no link: a JVM may write it anew
    }
  }

  /** Keeps what this home made; its servers have ended. */
  void keepFrom(Path home) throws IOException {
    if (Files.isDirectory(spoken(home))) {
      link(spoken(home), Files.createDirectories(kept.resolve("prompts")));
    }
    Path archive = kept.resolve(ARCHIVE);
    if (Files.exists(archive(home)) && !sameTime(archive(home), archive)) {
      Path coming = Files.createTempFile(kept, ARCHIVE, "");
      Files.copy(archive(home), coming, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(coming, archive, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean sameTime(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.getLastModifiedTime(one).equals(Files.getLastModifiedTime(other));
  }

  private static Path spoken(Path home) {
    return home.resolve("data/sounds/prompts");
  }

  private static void link(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (String format : FORMATS) {
      for (Path file : files) {
        Path target = to.resolve(file.getFileName());
        if (file.toString().endsWith(format) && !Files.exists(target)) {
          linkOrCopy(file, target);
        }
      }
    }
  }

  private static void linkOrCopy(Path file, Path target) throws IOException {
    try {
      Files.createLink(target, file);
    } catch (IOException | UnsupportedOperationException otherDisk) {
      Files.copy(file, target);
    }
  }
}
