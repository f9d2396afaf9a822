package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.lookup.Deadline;
import io.switchboard.ivr.lookup.Found;
import io.switchboard.ivr.lookup.Given.Unfit;
import io.switchboard.ivr.lookup.Lookup;
import io.switchboard.ivr.lookup.Lookups.Asked;
import io.switchboard.ivr.lookup.Proof;
import io.switchboard.ivr.lookup.Source.Answer;
import io.switchboard.ivr.lookup.Source.Question;
import io.switchboard.ivr.value.Secret;
import io.switchboard.ivr.value.Type;
import io.switchboard.ivr.value.Value;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;

/** One statement. It commits by itself; of what it returns the first row counts. */
final class SqlQuestion implements Question {
  /** Of a row. */
  static final int MOST_BYTES = 64 * 1024;

  private final SqlSource source;
  private final SqlLookup lookup;

  SqlQuestion(SqlSource source, SqlLookup lookup) {
    this.source = source;
    this.lookup = lookup;
  }

  @Override
  public Lookup lookup() {
    return lookup.lookup();
  }

  @Override
  public String source() {
    return source.name();
  }

  @Override
  public Answer ask(Asked asked, Deadline deadline) {
    try (Connection connection = source.connection(deadline)) {
      if (deadline.over()) {
        return Answer.down(source.name() + " gave no connection within " + lookup().limitMs() + " ms");
      }
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(deadline.leftMs() + SqlSource.GRACE_MS));
      return asked(connection, asked, deadline);
    } catch (SQLException e) {
      return SqlFailure.of(source.name(), e, lookup().limitMs());
    } catch (Unfit e) {
      return Answer.refused(lookup().name() + ": " + e.getMessage());
    }
  }

  private Answer asked(Connection connection, Asked asked, Deadline deadline) throws SQLException, Unfit {
    try (PreparedStatement statement = connection.prepareStatement(lookup.sql().text())) {
      statement.setMaxRows(1);
      bind(statement, asked);
      try (Cancelling cancelling = Cancelling.at(deadline, statement)) {
        if (!statement.execute()) {
          return Answer.of(changed(statement.getUpdateCount()));
        }
        try (ResultSet rows = statement.getResultSet()) {
          return Answer.of(rows.next() ? new Found.Row(Columns.of(rows.getMetaData()).read(rows, lookup().gives())) : new Found.Nothing());
        }
      }
    }
  }

  /** A statement without rows gives nothing but whether it changed any. */
  private Found changed(int rows) throws Unfit {
    if (!lookup().gives().isEmpty()) {
      throw new Unfit("the statement", "returns no row");
    }
    return rows == 0 ? new Found.Nothing() : new Found.Row(Map.of());
  }

  private void bind(PreparedStatement statement, Asked asked) throws SQLException {
    List<String> parameters = lookup.sql().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      Secret secret = asked.secrets().get(parameter);
      Value value = asked.values().get(parameter);
      if (secret != null) {
        statement.setString(i + 1, secret.reveal());
      } else if (value != null) {
        bind(statement, i + 1, value);
      } else {
        statement.setString(i + 1, asked.request());
      }
    }
  }

  private static void bind(PreparedStatement statement, int index, Value value) throws SQLException {
    switch (value) {
      case Value.Text text -> statement.setString(index, text.text());
      case Value.Whole whole -> statement.setLong(index, whole.number());
      case Value.Decimal decimal -> statement.setBigDecimal(index, BigDecimal.valueOf(decimal.number()));
      case Value.Flag flag -> statement.setBoolean(index, flag.set());
    }
  }

  @Override
  public Proof prove(Deadline deadline) {
    try (Connection connection = source.connection(deadline)) {
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(deadline.leftMs() + SqlSource.GRACE_MS));
      try (PreparedStatement statement = connection.prepareStatement(lookup.sql().text())) {
        bindTypes(statement);
        List<Proof.Fault> faults = Columns.of(statement.getMetaData()).faults(lookup().gives());
        plan(connection);
        return new Proof.Told(faults, lookup().secrets().isEmpty() ? List.of() : ServerLog.warnings(connection, source.name()));
      }
    } catch (SQLException e) {
      return SqlFailure.unreachable(e)
          ? new Proof.Unreachable(SqlFailure.reason(e))
          : new Proof.Told(List.of(new Proof.Fault("sql", SqlFailure.reason(e), hint(e))));
    }
  }

  /** Rights are looked at no earlier than when a statement is planned, which does not carry it out. Of a call there is no plan. */
  private void plan(Connection connection) throws SQLException {
    if (lookup.sql().text().regionMatches(true, 0, "call", 0, "call".length())) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement("explain " + lookup.sql().text())) {
      bindTypes(statement);
      statement.execute();
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("42")) { // nothing else would be the statement's fault, for it has no values
        throw e;
      }
    }
  }

  private static String hint(SQLException e) {
    return switch (String.valueOf(e.getSQLState())) {
      case "42883" -> "correct the statement; a parameter of another type than its column is cast, e.g. :account::integer";
      case "42501" -> "grant the source's user what the statement needs";
      default -> "correct the statement";
    };
  }

  /** The statement is described, not asked: only the types count. */
  private void bindTypes(PreparedStatement statement) throws SQLException {
    List<String> parameters = lookup.sql().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      statement.setNull(i + 1, switch (lookup().takes().getOrDefault(parameters.get(i), Type.TEXT)) {
        case TEXT -> Types.VARCHAR;
        case INTEGER -> Types.BIGINT;
        case NUMBER -> Types.NUMERIC;
        case FLAG -> Types.BOOLEAN;
      });
    }
  }
}
