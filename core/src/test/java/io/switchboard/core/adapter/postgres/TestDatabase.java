package io.switchboard.core.adapter.postgres;

import io.switchboard.core.adapter.postgres.FactJson.UnreadableFact;
import io.switchboard.core.journal.Fact;
import io.switchboard.servers.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own for each test, on one server. */
final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  static PgSettings make(PostgresServer server) throws SQLException {
    String name = "test" + COUNT.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new PgSettings(server.jdbcUrl(name), server.user(), server.password(), 2, 2000);
  }

  /** Everything in the journal, in order; its numbers must have no gap. */
  static List<Fact> facts(PgSettings settings) throws SQLException, UnreadableFact {
    List<Fact> facts = new ArrayList<>();
    try (Connection connection = Database.connect(settings); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select seq, kind, body from journal order by seq")) {
      while (row.next()) {
        facts.add(FactJson.read(row.getString(2), row.getString(3)));
        if (row.getLong(1) != facts.size()) {
          throw new AssertionError("fact " + facts.size() + " has the number " + row.getLong(1));
        }
      }
    }
    return facts;
  }

  static String single(PgSettings settings, String query) throws SQLException {
    try (Connection connection = Database.connect(settings); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /** How PostgreSQL would run it on a table that is large. */
  static String plan(Database database, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.pool().getConnection(); Statement statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      try (ResultSet row = statement.executeQuery("explain " + query)) {
        while (row.next()) {
          lines.add(row.getString(1));
        }
      } finally {
        statement.execute("reset enable_seqscan");
      }
    }
    return String.join("\n", lines);
  }
}
