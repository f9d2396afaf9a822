package io.switchboard.servers.postgres;

import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Account;
import io.switchboard.servers.process.Child;
import io.switchboard.servers.process.Claim;
import io.switchboard.servers.process.Life;
import io.switchboard.servers.process.Secret;
import io.switchboard.servers.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A running PostgreSQL 18 with all it keeps in one directory, for local connections with a password only.
 *
 * <p>The first start makes the cluster with the database {@code switchboard} (about a second), a later one takes a fraction of that. A
 * server that an earlier, crashed run left behind is ended first.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final PostgresCluster cluster;
  private final Claim claim;
  private final Child child;
  private final int port;
  private final boolean temporary;

  private PostgresServer(PostgresCluster cluster, Claim claim, Child child, int port, boolean temporary) {
    this.cluster = cluster;
    this.claim = claim;
    this.child = child;
    this.port = port;
    this.temporary = temporary;
  }

  /** Starts the server of the directory on a free port; it ends with us, and every commit is on disk. */
  public static PostgresServer start(Path directory, Progress progress) {
    return start(directory, Ports.free(), Durability.ON_DISK, Life.WITH_US, progress);
  }

  /**
   * Starts the server of the directory.
   *
   * @throws ServerException when the directory is in use or the server does not start
   */
  public static PostgresServer start(Path directory, int port, Durability durability, Life life, Progress progress) {
    return start(directory, port, durability, life, progress, false);
  }

  /** A server for a test, durable like the real one; its directory goes when it is closed. */
  public static PostgresServer temporary() {
    return temporary(Durability.ON_DISK);
  }

  /** A server for a test; its directory goes when it is closed. */
  public static PostgresServer temporary(Durability durability) {
    try {
      Path directory = Files.createTempDirectory("switchboard-postgres-");
      return start(directory, Ports.free(), durability, Life.WITH_US, Progress.SILENT, true);
    } catch (IOException e) {
      throw new ServerException("cannot make a temporary directory for PostgreSQL: " + e, e);
    }
  }

  /** Whether a server was started in the directory before, so that there are data. */
  public static boolean exists(Path directory) {
    return PostgresCluster.existsIn(directory.toAbsolutePath());
  }

  /** The way to the server of the directory, when one runs there: another command may use it meanwhile. */
  public static Optional<Address> running(Path directory) {
    try {
      Path data = directory.toAbsolutePath().resolve("data");
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      boolean alive = lines.size() >= 8 && ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).isPresent();
      return alive
          ? Optional.of(new Address(
              url(Integer.parseInt(lines.get(3).strip()), PostgresCluster.DATABASE), PostgresCluster.USER, Secret.read(directory.toAbsolutePath().resolve("password"))))
          : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Where a server listens, and as whom to log in. */
  public record Address(String jdbcUrl, String user, String password) {
    /** The password is not shown. */
    @Override
    public String toString() {
      return jdbcUrl;
    }
  }

  private static PostgresServer start(
      Path directory, int port, Durability durability, Life life, Progress progress, boolean temporary) {
    PostgresPrograms programs = progress.during("PostgreSQL's programs", PostgresPrograms::find);
    PostgresCluster cluster = new PostgresCluster(
        directory.toAbsolutePath(), programs, Account.of("postgres", new Account.Unprivileged(65534, 65534)));
    Claim claim = Claim.on(cluster.directory());
    try {
      claim.endLeftBehind(Signal.INT, TO_END);
      if (!cluster.exists()) {
        progress.during("making the database in " + directory, cluster::make);
      }
      Child child = progress.during("PostgreSQL on port " + port, () -> launch(cluster, claim, port, durability, life));
      return new PostgresServer(cluster, claim, child, port, temporary);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static Child launch(PostgresCluster cluster, Claim claim, int port, Durability durability, Life life) {
    Child child = cluster.serve(port, durability, life);
    claim.remember(child);
    try {
      child.await(TO_START, () -> isReady(cluster, child));
      return child;
    } catch (RuntimeException e) {
      child.end(Signal.INT, TO_END);
      throw e;
    }
  }

  /** The postmaster says so in the last line of its own file; the first is its id. */
  private static boolean isReady(PostgresCluster cluster, Child child) {
    try {
      List<String> lines = Files.readAllLines(cluster.data().resolve("postmaster.pid"));
      return lines.size() >= 8 && lines.getFirst().equals(Long.toString(child.pid())) && lines.get(7).strip().equals("ready");
    } catch (IOException notYet) {
      return false;
    }
  }

  public String jdbcUrl() {
    return jdbcUrl(PostgresCluster.DATABASE);
  }

  /** The address of another database on this server. */
  public String jdbcUrl(String database) {
    return url(port, database);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return PostgresCluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  public int port() {
    return port;
  }

  /** The postmaster; its backends are its children. */
  public long pid() {
    return child.pid();
  }

  /** Stops as after {@code kill -9}: nothing is written any more, and the next start recovers. For tests of crashes. */
  public void kill() {
    child.end(Signal.KILL, TO_END);
    claim.close();
  }

  /** Fast shutdown: open transactions are rolled back, all committed is on disk. */
  @Override
  public void close() {
    child.end(Signal.INT, TO_END);
    claim.close();
    if (temporary) {
      cluster.remove();
    }
  }
}
