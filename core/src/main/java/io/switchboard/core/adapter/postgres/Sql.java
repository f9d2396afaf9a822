package io.switchboard.core.adapter.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements with their values in order: text, numbers, flags, null (a number), and lists as arrays of text or integers. */
final class Sql {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Sql() {}

  /** Makes a value of the row at hand. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** What is done over one connection. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** @throws UncheckedIOException when PostgreSQL is away or refuses; {@code what} tells what was tried */
  static <T> T reading(DataSource pool, String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw away(what, e);
    }
  }

  /** All of it, or nothing. */
  static <T> T writing(DataSource pool, String what, Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.with(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback(); // of what was not committed
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw away(what, e);
    }
  }

  private static UncheckedIOException away(String what, SQLException e) {
    return new UncheckedIOException(new IOException("cannot " + what + " in PostgreSQL: " + e.getMessage(), e));
  }

  static <T> List<T> list(Connection connection, String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(connection, statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reading.of(row));
        }
      }
      return rows;
    }
  }

  static <T> Optional<T> one(Connection connection, String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
    return list(connection, query, reading, values).stream().findFirst();
  }

  /** @return how many rows it changed */
  static int update(Connection connection, String statement, @Nullable Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(connection, prepared, values);
      return prepared.executeUpdate();
    }
  }

  static void bind(Connection connection, PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.BIGINT);
        case String text -> statement.setString(i + 1, FactJson.clean(text));
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case Boolean flag -> statement.setBoolean(i + 1, flag);
        case Collection<?> list -> statement.setArray(i + 1, array(connection, list));
        default -> throw new IllegalArgumentException("no value of a statement: " + values[i].getClass());
      }
    }
  }

  private static Array array(Connection connection, Collection<?> list) throws SQLException {
    boolean numbers = !list.isEmpty() && list.iterator().next() instanceof Integer;
    return connection.createArrayOf(numbers ? "int4" : "text", list.toArray());
  }

  static String json(Map<String, String> texts) {
    try {
      return FactJson.clean(JSON.writeValueAsString(texts));
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("cannot write " + texts, bug);
    }
  }

  static Map<String, String> texts(String json) throws SQLException {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new SQLException("no object of texts: " + json, e);
    }
  }
}
