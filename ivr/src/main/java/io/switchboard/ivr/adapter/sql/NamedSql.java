package io.switchboard.ivr.adapter.sql;

import java.util.List;
import java.util.Set;

/**
 * A statement with named parameters, {@code :account}, as the driver takes it.
 *
 * @param text with {@code ?} where parameters stand
 * @param parameters their names in that order; one that is used twice is there twice
 */
public record NamedSql(String text, List<String> parameters) {
  /** Statements that ask or change data; others would change the connection, which the next caller uses. */
  static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge", "with", "values", "call");

  public NamedSql {
    parameters = List.copyOf(parameters);
  }

  /** What was read. */
  public sealed interface Result {
    /** It can be asked; whether the database understands it is another question. */
    record Good(NamedSql sql) implements Result {}

    /** What is wrong with it, and what would be right. */
    record Bad(String wrong, String right) implements Result {}
  }

  /**
   * Reads what an administrator wrote. A colon in a text, a quoted name, a comment, a dollar-quoted text, a cast ({@code ::}) or an assignment
   * ({@code :=}) begins no parameter; a semicolon may stand at the very end.
   */
  public static Result parse(String written) {
    return new SqlScan(written).result();
  }
}
