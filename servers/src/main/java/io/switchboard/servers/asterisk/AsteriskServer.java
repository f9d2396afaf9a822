package io.switchboard.servers.asterisk;

import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Claim;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Program;
import io.switchboard.servers.process.Signal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A running Asterisk, in the foreground, from a directory with its {@code asterisk.conf} and all that this names.
 *
 * <p>As a user without rights when we are root: the right to use AGI over AMI alone can run programs. Its output is
 * {@code console.log} in the directory.
 */
public final class AsteriskServer implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final int BANNER_TIMEOUT_MS = 500;
  /** A uid that belongs to nobody, from the range that systemd draws its dynamic users from. */
  private static final Account.Unprivileged NOBODY_ELSE = new Account.Unprivileged(61_185, 61_185);

  private final AsteriskLocation location;
  private final Path directory;
  private final Claim claim;
  private final Child child;

  private AsteriskServer(AsteriskLocation location, Path directory, Claim claim, Child child) {
    this.location = location;
    this.directory = directory;
    this.claim = claim;
    this.child = child;
  }

  /**
   * Starts Asterisk and returns when it is fully booted. One that an earlier, crashed run left behind in this directory is ended first.
   *
   * @param directory holds asterisk.conf; directories that it names below are made
   * @param amiPort where manager.conf lets AMI listen on 127.0.0.1
   * @throws ServerException when the directory is in use or Asterisk does not start
   */
  public static AsteriskServer start(AsteriskLocation location, Path directory, int amiPort, Life life, Progress progress) {
    Path home = directory.toAbsolutePath();
    Claim claim = Claim.on(home);
    try {
      claim.endLeftBehind(Signal.TERM, TO_END);
      makeDirectories(home);
      Child child = progress.during(
          "Asterisk " + location.version() + ", AMI on port " + amiPort, () -> launch(location, home, claim, amiPort, life));
      return new AsteriskServer(location, home, claim, child);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static Child launch(AsteriskLocation location, Path directory, Claim claim, int amiPort, Life life) {
    account().own(directory);
    Child child = program(location, directory, "console.log", List.of("-f", "-n"), life).start();
    claim.remember(child);
    try {
      child.await(TO_START, () -> greets(amiPort));
      fullyBooted(location, directory, child);
      return child;
    } catch (RuntimeException e) {
      child.end(Signal.KILL, TO_END);
      throw e;
    }
  }

  /** AMI answers before every module is loaded; Asterisk's own remote console waits for the rest. */
  private static void fullyBooted(AsteriskLocation location, Path directory, Child child) {
    try {
      console(location, directory, "core waitfullybooted");
    } catch (ServerException e) {
      throw new ServerException("Asterisk did not boot fully" + child.lastLines(), e);
    }
  }

  private static String console(AsteriskLocation location, Path directory, String command) {
    try {
      Path output = Files.createTempFile(directory, "console-", ".out");
      Child remote = program(location, directory, output.getFileName().toString(), List.of("-rx", command), Life.WITH_US).start();
      boolean done = remote.succeeded(TO_START);
      remote.end(Signal.KILL, TO_END);
      String said = Files.readString(output);
      Files.delete(output);
      if (!done) {
        throw new ServerException("Asterisk's console did not take '" + command + "': " + said);
      }
      return said;
    } catch (IOException e) {
      throw new ServerException("cannot write into " + directory + ": " + e, e);
    }
  }

  private static Program program(AsteriskLocation location, Path directory, String output, List<String> options, Life life) {
    Path config = directory.resolve("asterisk.conf");
    List<String> command = Stream.of(location.command(), List.of("-C", config.toString()), options).flatMap(List::stream).toList();
    List<Path> reaches = Stream.of(Stream.of(config, location.modules(), location.data()), location.command().stream()
        .filter(word -> word.startsWith("/")).map(Path::of)).flatMap(paths -> paths).toList();
    return new Program(
        "Asterisk", command, Map.of("HOME", directory.toString()), account(), reaches, directory, directory.resolve(output), life,
        Signal.TERM);
  }

  private static Account account() {
    return Account.of("asterisk", NOBODY_ELSE);
  }

  private static void makeDirectories(Path directory) {
    Path config = directory.resolve("asterisk.conf");
    try (Stream<String> lines = Files.lines(config)) {
      List<Path> named = lines
          .filter(line -> line.matches("\\s*ast\\w+dir\\s*=>?.*"))
          .map(line -> Path.of(line.replaceFirst("^[^=]*=>?", "").strip()))
          .filter(path -> path.startsWith(directory))
          .toList();
      for (Path each : named) {
        Files.createDirectories(each);
      }
    } catch (IOException e) {
      throw new ServerException("cannot read " + config + ": " + e, e);
    }
  }

  private static boolean greets(int amiPort) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", amiPort), BANNER_TIMEOUT_MS);
      socket.setSoTimeout(BANNER_TIMEOUT_MS);
      String expected = "Asterisk Call Manager";
      return new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.US_ASCII).equals(expected);
    } catch (IOException notYet) {
      return false;
    }
  }

  public AsteriskLocation location() {
    return location;
  }

  public Path directory() {
    return directory;
  }

  public long pid() {
    return child.pid();
  }

  /**
   * What Asterisk's own console answers to a command.
   *
   * @throws ServerException when Asterisk is gone or does not answer
   */
  public String console(String command) {
    return console(location, directory, command);
  }

  public boolean alive() {
    return child.alive();
  }

  /** Stops as after {@code kill -9}: every call is lost. For tests of crashes. */
  public void kill() {
    child.end(Signal.KILL, TO_END);
    claim.close();
  }

  /** Hangs up all calls and ends it. */
  @Override
  public void close() {
    child.end(Signal.TERM, TO_END);
    claim.close();
  }
}
