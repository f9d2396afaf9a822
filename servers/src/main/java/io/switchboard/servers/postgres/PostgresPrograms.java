package io.switchboard.servers.postgres;

import io.switchboard.servers.Places;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tukaani.xz.XZInputStream;

/** Where {@code initdb} and {@code postgres} are: unpacked once, from the archive on the class path, into the cache. */
record PostgresPrograms(Path root) {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  /** Part of the directory's name: a newer archive is unpacked beside an older one. */
  private static final String VERSION = "18.6.0";

  Path initdb() {
    return root.resolve("bin/initdb");
  }

  Path postgres() {
    return root.resolve("bin/postgres");
  }

  static PostgresPrograms find() {
    Path root = Places.cache().resolve("postgres-" + VERSION);
    if (!Files.isExecutable(root.resolve("bin/postgres"))) {
      unpackAlone(root);
    }
    return new PostgresPrograms(root);
  }

  /** Two first runs at once: one unpacks, the other waits for it. */
  private static synchronized void unpackAlone(Path root) {
    try {
      Files.createDirectories(root.getParent());
      try (FileChannel channel =
              FileChannel.open(root.resolveSibling("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!Files.isExecutable(root.resolve("bin/postgres"))) {
          unpack(root);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new ServerException("cannot unpack PostgreSQL into " + root + ": " + e + ". Another place: SWITCHBOARD_CACHE", e);
    }
  }

  private static void unpack(Path root) throws IOException, InterruptedException {
    Path part = root.resolveSibling(root.getFileName() + ".part");
    Places.remove(part);
    Files.createDirectories(part);
    Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", part.toString()).inheritIO()
        .redirectInput(ProcessBuilder.Redirect.PIPE).start();
    try (InputStream archive = PostgresPrograms.class.getResourceAsStream(ARCHIVE);
        OutputStream into = tar.getOutputStream()) {
      if (archive == null || !System.getProperty("os.arch").equals("amd64")) {
        throw new ServerException("no built-in PostgreSQL for " + System.getProperty("os.arch") + ": configure a PostgreSQL of your own");
      }
      new XZInputStream(archive).transferTo(into);
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar ended with " + tar.exitValue());
    }
    Files.move(part, root);
  }
}
