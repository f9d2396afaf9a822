package io.switchboard.ivr.adapter.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What PostgreSQL writes into its own log of the parameters of statements. */
final class ServerLog {
  /**
   * Of a statement that fails: nothing, which anyone may ask for. Of one that is logged because all are, or because it was slow: nothing where
   * this user may ask for that, which an administrator has to grant.
   */
  static final String KEEP_PARAMETERS_OUT = """
      set log_parameter_max_length_on_error = 0;
      do $$ begin perform set_config('log_parameter_max_length', '0', false); exception when others then null; end $$""";

  private static final String LOGGED = """
      select current_setting('log_parameter_max_length') <> '0'
          and (current_setting('log_statement') in ('all', 'mod') or current_setting('log_min_duration_statement') <> '-1'
            or current_setting('log_min_duration_sample') <> '-1' or current_setting('log_transaction_sample_rate') <> '0'),
        quote_ident(current_user)""";

  private ServerLog() {}

  /** What is to be done about it; empty: nothing. */
  static List<String> warnings(Connection connection, String source) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(LOGGED)) {
      row.next();
      return row.getBoolean(1)
          ? List.of(source + " writes parameters of statements into its own log, secrets too: alter role " + row.getString(2)
              + " set log_parameter_max_length = 0")
          : List.of();
    }
  }
}
