package io.switchboard.ivr.adapter.sql;

import io.switchboard.ivr.lookup.Source.Answer;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What may be told of an error: never its own message where that could hold a parameter, as in {@code invalid input syntax for type integer:
 * "4711"}. Messages of class 42 (syntax and access rules) speak of the statement alone.
 */
final class SqlFailure {
  /** Of our own: the database is not there yet. Class 08 is of connections. */
  static final String NOT_THERE = "08001";
  private static final String CANCELLED = "57014";
  private static final String OUT_OF_BOUNDS = "08S01";

  private SqlFailure() {}

  static Answer of(String source, SQLException failure, long limitMs) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals(CANCELLED)) {
      return Answer.down(source + " did not answer within " + limitMs + " ms");
    }
    if (state.equals(OUT_OF_BOUNDS) && server(failure) == null && failure.getCause() == null) {
      return Answer.refused("the row is larger than " + SqlQuestion.MOST_BYTES / 1024 + " KiB");
    }
    String why = source + ": " + reason(failure);
    return isAway(failure, state) ? Answer.down(why) : Answer.refused(why);
  }

  /** Why a source could not be reached, or did not understand. */
  static String reason(SQLException failure) {
    SQLException deepest = deepest(failure);
    String state = deepest.getSQLState() == null ? "" : deepest.getSQLState();
    ServerErrorMessage told = server(deepest);
    if (state.startsWith("42") && told != null) {
      return String.valueOf(told.getMessage()) + " (SQLSTATE " + state + ")";
    }
    String kind = kind(state);
    String constraint = told == null || told.getConstraint() == null ? "" : ", constraint " + told.getConstraint();
    return (kind.isEmpty() ? "the statement failed" : kind) + (state.isEmpty() ? "" : " (SQLSTATE " + state + constraint + ")");
  }

  private static String kind(String state) {
    return switch (state) {
      case NOT_THERE, "08004", "08006", "08S01", "57P01", "57P02" -> "no connection";
      case "57P03" -> "is starting or stopping";
      case "53300" -> "has too many connections";
      case "28P01", "28000" -> "refuses user and password";
      case "3D000" -> "has no such database";
      case "22P02" -> "a parameter is no value of the type that the statement makes of it";
      case "22001" -> "a value is too long for its column";
      case "22003" -> "a number is out of range";
      case "23505" -> "there is such a row already";
      case "40001", "40P01" -> "others changed the same rows";
      default -> "";
    };
  }

  /** The pool says only that none came; why is beneath. */
  private static SQLException deepest(SQLException failure) {
    return failure instanceof SQLTransientConnectionException && failure.getCause() instanceof SQLException cause ? cause : failure;
  }

  /** Away or overloaded, as against a statement that is wrong or data that do not fit. */
  private static boolean isAway(SQLException failure, String state) {
    return failure instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
        || state.startsWith("28") || state.startsWith("3D") || state.startsWith("58") || state.startsWith("XX");
  }

  private static @Nullable ServerErrorMessage server(SQLException failure) {
    return failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
  }

  /** Whether the source itself could not be reached. */
  static boolean unreachable(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return isAway(failure, state) || state.equals(CANCELLED);
  }
}
