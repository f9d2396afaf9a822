package io.switchboard.servers.process;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The right to run a server in a directory, held by one process at a time. The kernel gives it back when the holder dies; a server that
 * outlived its holder is then named by {@code server.pid}, which carries the start time too, so that a process that merely
 * inherited the id is never touched.
 */
public final class Claim implements AutoCloseable {
  private final Path directory;
  private final FileChannel lock;

  private Claim(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Claims the directory, which is made when missing.
   *
   * @throws ServerException when another process, or this one, holds it
   */
  public static Claim on(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(directory.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new ServerException(directory + " is in use by another run of Switchboard; end that one first, or use another directory");
      }
      return new Claim(directory, channel);
    } catch (IOException e) {
      throw new ServerException("cannot use the directory " + directory + ": " + e, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByOurselves) {
      return false;
    }
  }

  /** Ends the server that an earlier holder left behind, if one still runs. */
  public void endLeftBehind(Signal asked, Duration patience) {
    leftBehind().ifPresent(process -> Child.end(process, asked, patience));
    forget();
  }

  private Optional<ProcessHandle> leftBehind() {
    try {
      List<String> lines = Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
      if (lines.size() < 2) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.getFirst());
      boolean same = Child.startTicks(pid).equals(OptionalLong.of(Long.parseLong(lines.get(1))));
      return same ? ProcessHandle.of(pid) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pidFile(), e);
    }
  }

  public void remember(Child child) {
    try {
      Path part = directory.resolve("server.pid.part");
      Files.writeString(part, child.pid() + "\n" + Child.startTicks(child.pid()).orElse(0) + "\n");
      Files.move(part, pidFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + pidFile(), e);
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + pidFile(), e);
    }
  }

  private Path pidFile() {
    return directory.resolve("server.pid");
  }

  /** Gives the directory back; the server must have ended. */
  @Override
  public void close() {
    try {
      forget();
    } finally {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
