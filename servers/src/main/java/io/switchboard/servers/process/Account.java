package io.switchboard.servers.process;

import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a server runs as, when we are root: never root itself. Without root rights everything runs as ourselves. */
public sealed interface Account {

  /** Linux's number of the capability to look into every directory. */
  int CAP_DAC_READ_SEARCH = 2;

  /** We are not root and stay who we are. */
  record Ourselves() implements Account {}

  /** A user without rights. It need not be in {@code /etc/passwd}. */
  record Unprivileged(int uid, int gid) implements Account {}

  /** The user of that name when the machine has one, else {@code fallback}. */
  static Account of(String user, Unprivileged fallback) {
    return isRoot() ? known(user).map(Account.class::cast).orElse(fallback) : new Ourselves();
  }

  static boolean isRoot() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("this needs Linux with /proc", e);
    }
  }

  private static Optional<Unprivileged> known(String user) {
    try (Stream<String> lines = Files.lines(Path.of("/etc/passwd"))) {
      return lines
          .map(line -> line.split(":"))
          .filter(fields -> fields.length > 3 && fields[0].equals(user))
          .map(fields -> new Unprivileged(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read /etc/passwd", e);
    }
  }

  /** Gives the directory, or file, with all below it to this account. */
  default void own(Path path) {
    if (!(this instanceof Unprivileged user)) {
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      for (Path each : (Iterable<Path>) below::iterator) {
        Files.setAttribute(each, "unix:uid", user.uid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(each, "unix:gid", user.gid(), LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give " + path + " to user " + user.uid(), e);
    }
  }

  /**
   * The command that becomes this account and then runs what follows.
   *
   * @param paths what it must be able to reach; a closed directory on the way (such as root's home) is passed by the one capability that
   *     allows to look, not to write
   */
  default List<String> become(List<Path> paths) {
    return switch (this) {
      case Ourselves self -> List.of();
      case Unprivileged user -> {
        List<String> plain = List.of("--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups", "--no-new-privs");
        Optional<Path> closed = paths.stream().flatMap(path -> closedAbove(path, user).stream()).findFirst();
        yield closed.map(directory -> Stream.concat(plain.stream(), looking(directory).stream()).toList()).orElse(plain);
      }
    };
  }

  private static List<String> looking(Path closed) {
    if ((capabilitiesWithin() & (1L << CAP_DAC_READ_SEARCH)) == 0) {
      throw new ServerException(
          closed + " is closed to the unprivileged user that servers run as."
              + " Choose another place by SWITCHBOARD_CACHE and SWITCHBOARD_DATA, or open it: chmod o+x " + closed);
    }
    return List.of("--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search");
  }

  private static long capabilitiesWithin() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("CapBnd:"))
          .map(line -> Long.parseUnsignedLong(line.substring("CapBnd:".length()).strip(), 16))
          .findFirst()
          .orElse(0L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> closedAbove(Path path, Unprivileged user) {
    for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
      if (!passable(above, user)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private static boolean passable(Path directory, Unprivileged user) {
    try {
      boolean owner = (int) Files.getAttribute(directory, "unix:uid") == user.uid();
      return Files.getPosixFilePermissions(directory)
          .contains(owner ? PosixFilePermission.OWNER_EXECUTE : PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
