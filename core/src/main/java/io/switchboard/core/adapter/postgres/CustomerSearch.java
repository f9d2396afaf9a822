package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Customers.Hit;
import io.switchboard.core.customer.SearchText;
import io.switchboard.core.id.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds customers by part of a name or number. What very many have is found among the newest few thousand at once; what is rarer than that by
 * the index of pieces, whose lists are then short. So neither is ever long.
 */
final class CustomerSearch {
  /** Looked through one by one. */
  private static final int NEWEST = 3_000;
  /** Of which the best are shown. */
  private static final int CANDIDATES = 100;
  private static final int MOST_HITS = 20;
  private static final int MOST_PIECES = 4;

  private static final String FIELDS = """
      select c.id, c.name, c.company, coalesce((select n.number from customer_number n where n.customer = c.id order by n.place, n.number limit 1), ''),
        c.value_class, c.language, c.do_not_call, c.search
      """;
  private static final String AMONG_NEWEST = FIELDS + """
      from (select * from customer where tenant = ? order by id desc limit ?) c where c.search like ? limit ?""";
  /** Found by the pieces alone: the index by tenants would read them all. */
  private static final String AMONG_ALL = FIELDS + """
      from (select * from customer where pieces @> ?::int[] and tenant || '' = ? and search like ? limit ?) c""";

  /** A number that is typed from its beginning. */
  private static final String BY_NUMBER = FIELDS + """
      from customer c where c.id in (select customer from customer_number where tenant = ? and number >= ? and number < ? order by number limit ?)""";

  private record Candidate(Hit hit, String search) {}

  /** Within a transaction. */
  List<Hit> hits(Connection connection, TenantId tenant, String typed) throws SQLException {
    String query = SearchText.query(typed);
    if (query.codePointCount(0, query.length()) < SearchText.LEAST) {
      return List.of();
    }
    String like = "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    List<Candidate> found = beginning(connection, tenant, query);
    if (found.size() < MOST_HITS) {
      found = Sql.list(connection, AMONG_NEWEST, CustomerSearch::candidate, tenant.value(), NEWEST, like, CANDIDATES);
    }
    if (found.size() < MOST_HITS) {
      Set<Integer> pieces = SearchText.wanted(tenant, query, MOST_PIECES);
      try (var settings = connection.createStatement()) {
        settings.execute("set local enable_seqscan = off; set local enable_indexscan = off; set local work_mem = '16MB'");
      }
      found = Sql.list(connection, AMONG_ALL, CustomerSearch::candidate, pieces, tenant.value(), like, CANDIDATES);
    }
    return found.stream().sorted(best(query)).limit(MOST_HITS).map(Candidate::hit).toList();
  }

  private static List<Candidate> beginning(Connection connection, TenantId tenant, String query) throws SQLException {
    return query.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Sql.list(connection, BY_NUMBER, CustomerSearch::candidate, tenant.value(), "+" + query, "+" + query + ":", CANDIDATES) // : is after 9
        : List.of();
  }

  /** Whose name begins with it, then who has a word that does, then the others; each by name. */
  private static Comparator<Candidate> best(String query) {
    return Comparator.<Candidate>comparingInt(each -> each.search().startsWith(query) ? 0
            : each.search().contains(" " + query) || each.search().contains("\n" + query) ? 1 : 2)
        .thenComparing(each -> each.hit().name()).thenComparingLong(each -> each.hit().id());
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        new Hit(
            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getBoolean(7)),
        row.getString(8));
  }
}
