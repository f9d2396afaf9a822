package io.switchboard.servers.redis;

import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Claim;
import io.switchboard.servers.process.Executables;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Program;
import io.switchboard.servers.process.Secret;
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

/** A running Redis, or Valkey, with all it keeps in one directory, for local connections with a password only. */
public final class RedisServer implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(30);
  private static final Duration TO_END = Duration.ofSeconds(10);
  private static final int REPLY_TIMEOUT_MS = 500;
  /** A uid that belongs to nobody, from the range that systemd draws its dynamic users from. */
  private static final Account.Unprivileged NOBODY_ELSE = new Account.Unprivileged(61_186, 61_186);

  private final Path directory;
  private final Claim claim;
  private final Child child;
  private final int port;

  private RedisServer(Path directory, Claim claim, Child child, int port) {
    this.directory = directory;
    this.claim = claim;
    this.child = child;
    this.port = port;
  }

  /** Starts the server of the directory on a free port; it ends with us. */
  public static RedisServer start(Path directory, Progress progress) {
    return start(directory, Ports.free(), Life.WITH_US, progress);
  }

  /**
   * Starts the server of the directory; one that an earlier, crashed run left behind is ended first.
   *
   * @throws ServerException when the machine has neither Redis nor Valkey, the directory is in use, or the server does not start
   */
  public static RedisServer start(Path directory, int port, Life life, Progress progress) {
    Path program = program();
    Path home = directory.toAbsolutePath();
    Claim claim = Claim.on(home);
    try {
      claim.endLeftBehind(Signal.TERM, TO_END);
      Child child = progress.during("Redis on port " + port, () -> launch(program, home, claim, port, life));
      return new RedisServer(home, claim, child, port);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static Child launch(Path program, Path directory, Claim claim, int port, Life life) {
    if (!Files.exists(passwordFile(directory))) {
      Secret.generate(passwordFile(directory));
    }
    String password = Secret.read(passwordFile(directory));
    Path config = directory.resolve("redis.conf");
    Secret.write(config, config(directory, port, password));
    Account account = Account.of("redis", NOBODY_ELSE);
    account.own(directory);
    Child child = new Program(
            "Redis", List.of(program.toString(), config.toString()), Map.of(), account, List.of(config, program), directory,
            directory.resolve("log"), life, Signal.TERM)
        .start();
    claim.remember(child);
    try {
      child.await(TO_START, () -> answers(port, password));
      return child;
    } catch (RuntimeException e) {
      child.end(Signal.KILL, TO_END);
      throw e;
    }
  }

  private static Path program() {
    return Executables.onPath("redis-server", "valkey-server")
        .orElseThrow(() -> new ServerException(
            "neither redis-server nor valkey-server is on the PATH: install the package redis-server (or valkey),"
                + " or configure a Redis of your own"));
  }

  private static String config(Path directory, int port, String password) {
    return """
        # Written by Switchboard at each start; changes here are lost.
        bind 127.0.0.1
        port %d
        requirepass %s
        dir "%s"
        daemonize no
        appendonly yes
        appendfsync everysec
        save ""
        databases 1
        """
        .formatted(port, password, directory);
  }

  private static boolean answers(int port, String password) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), REPLY_TIMEOUT_MS);
      socket.setSoTimeout(REPLY_TIMEOUT_MS);
      socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
      String expected = "+OK\r\n+PONG\r\n";
      return new String(socket.getInputStream().readNBytes(expected.length()), StandardCharsets.US_ASCII).equals(expected);
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Path passwordFile(Path directory) {
    return directory.resolve("password");
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return port;
  }

  public String password() {
    return Secret.read(passwordFile(directory));
  }

  /** As clients take it, password included: not for logs. */
  public String uri() {
    return "redis://:" + password() + "@" + host() + ":" + port;
  }

  public long pid() {
    return child.pid();
  }

  /** Stops as after {@code kill -9}. For tests of crashes. */
  public void kill() {
    child.end(Signal.KILL, TO_END);
    claim.close();
  }

  /** Ends it in order, with all that was written on disk. */
  @Override
  public void close() {
    child.end(Signal.TERM, TO_END);
    claim.close();
  }
}
