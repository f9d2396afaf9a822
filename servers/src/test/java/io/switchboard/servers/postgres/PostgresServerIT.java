package io.switchboard.servers.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.servers.Ports;
import io.switchboard.servers.Progress;
import io.switchboard.servers.ServerException;
import io.switchboard.servers.process.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
  @TempDir Path directory;

  @Test
  void aCommitOutlivesTheServersViolentDeath() throws Exception {
    PostgresServer first = PostgresServer.start(directory, Progress.SILENT);
    execute(first, "create table fact(what text); insert into fact values ('kept')");
    first.kill();
    long since = System.nanoTime();
    try (PostgresServer second = PostgresServer.start(directory, Progress.SILENT)) {
      System.out.println("PostgreSQL restarted after a kill in " + (System.nanoTime() - since) / 1_000_000 + " ms");
      assertEquals("kept", single(second, "select what from fact"));
    }
    try (PostgresServer third = PostgresServer.start(directory, Progress.SILENT)) {
      assertEquals("kept", single(third, "select what from fact"));
    }
  }

  @Test
  void commitsAreOnDiskAndTheServerIsReachedFromThisMachineWithThePasswordOnly() throws Exception {
    try (PostgresServer server = PostgresServer.temporary()) {
      assertEquals("on", single(server, "show fsync"));
      assertEquals("on", single(server, "show synchronous_commit"));
      assertEquals("127.0.0.1", single(server, "show listen_addresses"));
      assertThrows(SQLException.class, () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess").close());
    }
  }

  @Test
  void thePasswordIsReadableByItsOwnerOnlyAndStays() throws Exception {
    String password;
    try (PostgresServer server = PostgresServer.start(directory, Progress.SILENT)) {
      password = server.password();
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))));
    }
    try (PostgresServer server = PostgresServer.start(directory, Progress.SILENT)) {
      assertEquals(password, server.password());
    }
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (PostgresServer server = PostgresServer.start(directory, Progress.SILENT)) {
      ServerException refused = assertThrows(ServerException.class, () -> PostgresServer.start(directory, Progress.SILENT));
      assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
      assertTrue(ProcessHandle.of(server.pid()).isPresent());
    }
  }

  @Test
  void aTakenPortIsNamedInTheMessage() {
    try (PostgresServer server = PostgresServer.temporary(Durability.IN_MEMORY)) {
      ServerException failed = assertThrows(ServerException.class, () -> PostgresServer.start(
          directory, server.port(), Durability.IN_MEMORY, Life.WITH_US, Progress.SILENT));
      assertTrue(failed.getMessage().contains("Address already in use"), failed.getMessage());
    }
  }

  @Test
  void aTemporaryServerLeavesNothing() {
    PostgresServer server = PostgresServer.temporary(Durability.IN_MEMORY);
    Path data = Path.of(serverDirectory(server));
    assertTrue(Files.exists(data));
    server.close();
    assertFalse(Files.exists(data));
    assertTrue(Ports.isFree(server.port()));
  }

  private static String serverDirectory(PostgresServer server) {
    try {
      return single(server, "show data_directory");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String single(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(PostgresServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }
}
