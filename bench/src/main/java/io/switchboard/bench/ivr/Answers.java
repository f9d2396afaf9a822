package io.switchboard.bench.ivr;

import io.switchboard.app.rehearsal.Rehearsal;
import io.switchboard.servers.ServerException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Which keys the platform took for answers, as its journal says. */
final class Answers {
  private static final char WRONG = '-';
  private static final String ALL = """
      select arrived.body ->> 'caller' as caller, answered.body ->> 'answer' as answer
      from journal arrived join journal answered on answered.call = arrived.call and answered.kind = 'MenuAnswered'
      where arrived.kind = 'CallArrived' and answered.body ->> 'answer' <> 'no_key' order by answered.seq""";

  private Answers() {}

  /** The keys of each caller in their order, by his number. A wrong key is {@code -}. */
  static Map<String, String> of(Rehearsal rehearsal) {
    var postgres = rehearsal.postgres();
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      Map<String, String> keys = new HashMap<>();
      while (rows.next()) {
        String answer = rows.getString("answer");
        keys.merge(rows.getString("caller"), answer.length() == 1 ? answer : String.valueOf(WRONG), String::concat);
      }
      return keys;
    } catch (SQLException e) {
      throw new ServerException("the journal cannot be read: " + e.getMessage(), e);
    }
  }

  /** How many keys were sent and answered in the same order: the longest row of keys that both have, a wrong key being any. */
  static int common(String sent, String answered) {
    int[] before = new int[answered.length() + 1];
    for (int s = 0; s < sent.length(); s++) {
      int[] now = new int[answered.length() + 1];
      for (int a = 0; a < answered.length(); a++) {
        boolean same = sent.charAt(s) == answered.charAt(a) || answered.charAt(a) == WRONG;
        now[a + 1] = same ? before[a] + 1 : Math.max(before[a + 1], now[a]);
      }
      before = now;
    }
    return before[answered.length()];
  }
}
