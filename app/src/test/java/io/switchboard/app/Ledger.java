package io.switchboard.app;

import io.switchboard.app.rehearsal.Rehearsal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What the journal says, read by SQL as an auditor would. */
final class Ledger implements AutoCloseable {
  private static final long POLL_MS = 20;

  private Connection connection;

  Ledger(Rehearsal rehearsal) throws SQLException {
    connection = connect(rehearsal);
  }

  /** Opens the book again after PostgreSQL was killed. */
  void again(Rehearsal rehearsal) throws SQLException {
    connection.close();
    connection = connect(rehearsal);
  }

  private static Connection connect(Rehearsal rehearsal) throws SQLException {
    return DriverManager.getConnection(
        rehearsal.postgres().jdbcUrl(), rehearsal.postgres().user(), rehearsal.postgres().password());
  }

  /** The first column of each row as text. */
  List<String> column(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> column = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          column.add(rows.getString(1));
        }
      }
      return column;
    }
  }

  long count(String sql, Object... values) throws SQLException {
    return Long.parseLong(column(sql, values).getFirst());
  }

  /** The id of the call from this number; waits for it to arrive. */
  String call(String caller) throws Exception {
    return await("select call from journal where kind = 'CallArrived' and body ->> 'caller' = ? order by seq desc limit 1",
        rows -> !rows.isEmpty(), 20_000, caller).getFirst();
  }

  /** The kinds of a call's facts, once the last one is there. */
  List<String> kinds(String call, String last) throws Exception {
    return await("select kind from journal where call = ? order by seq", rows -> rows.contains(last), 60_000, call);
  }

  String ending(String call) throws Exception {
    return await("select body ->> 'ending' from journal where call = ? and kind = 'CallEnded'", rows -> !rows.isEmpty(), 60_000, call)
        .getFirst();
  }

  /** Asks until the answer is as expected; fails with the last answer when the time is over. */
  List<String> await(String sql, Predicate<List<String>> expected, long withinMs, Object... values) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
    List<String> rows = column(sql, values);
    while (!expected.test(rows)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + withinMs + " ms still: " + sql + " " + List.of(values) + " = " + rows);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MS);
      rows = column(sql, values);
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
