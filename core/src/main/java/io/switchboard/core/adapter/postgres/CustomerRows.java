package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.SearchText;
import io.switchboard.core.id.TenantId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A customer as a row with his numbers, and the log of what is written of him. */
final class CustomerRows {
  private static final String SELECT = """
      select c.id, c.tenant, c.version, c.name, c.company, c.language, c.value_class, c.notes, c.preferences, c.consent, c.do_not_call,
        array(select n.number from customer_number n where n.customer = c.id order by n.place, n.number), c.created_at_ms, c.changed_at_ms,
        c.anonymised_at_ms
      from customer c\s""";
  private static final String NUMBERED = """
      where c.tenant = ? and c.id in (select n.customer from customer_number n where n.tenant = ? and n.number = ?)
      order by c.changed_at_ms desc, c.id desc limit ?""";

  private static final int FETCHED = 2_000;

  private CustomerRows() {}

  static Optional<Customer> one(Connection connection, TenantId tenant, long id) throws SQLException {
    return Sql.one(connection, SELECT + "where c.tenant = ? and c.id = ?", CustomerRows::read, tenant.value(), id);
  }

  /** For a change: nobody else changes him until it is committed. Anonymised ones are not changed any more. */
  static Optional<Customer> locked(Connection connection, TenantId tenant, long id) throws SQLException {
    return Sql.one(connection, SELECT + "where c.tenant = ? and c.id = ? and c.anonymised_at_ms is null for update of c", CustomerRows::read,
        tenant.value(), id);
  }

  static List<Customer> byNumber(Connection connection, TenantId tenant, String number, int most) throws SQLException {
    return Sql.list(connection, SELECT + NUMBERED, CustomerRows::read, tenant.value(), tenant.value(), number, most);
  }

  /** In a transaction, for they come a few thousand at a time. */
  static void each(Connection connection, TenantId tenant, Consumer<Customer> taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + "where c.tenant = ? and c.anonymised_at_ms is null order by c.id")) {
      statement.setFetchSize(FETCHED);
      statement.setString(1, tenant.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.accept(read(row));
        }
      }
    }
  }

  private static Customer read(ResultSet row) throws SQLException {
    Array numbers = row.getArray(12);
    return new Customer(
        row.getLong(1), new TenantId(row.getString(2)), row.getInt(3),
        new Details(
            row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8), Sql.texts(row.getString(9)),
            Sql.texts(row.getString(10)), row.getBoolean(11)),
        List.of((String[]) numbers.getArray()), row.getLong(13), row.getLong(14), row.getObject(15, Long.class));
  }

  static long insert(Connection connection, TenantId tenant, Details details, List<String> numbers, long nowMs) throws SQLException {
    String search = SearchText.of(details.name(), details.company(), numbers);
    long id = Sql.one(connection, """
        insert into customer (tenant, name, company, language, value_class, notes, preferences, consent, do_not_call, created_at_ms, changed_at_ms,
          search, pieces) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?::int[]) returning id""", row -> row.getLong(1),
        tenant.value(), details.name(), details.company(), details.language(), details.valueClass(), details.notes(),
        Sql.json(details.preferences()), Sql.json(details.consent()), details.doNotCall(), nowMs, nowMs, search, pieces(tenant, search)).orElseThrow();
    for (int place = 0; place < numbers.size(); place++) {
      number(connection, tenant, id, numbers.get(place), place);
    }
    return id;
  }

  static void number(Connection connection, TenantId tenant, long id, String number, int place) throws SQLException {
    Sql.update(connection, "insert into customer_number (tenant, number, customer, place) values (?, ?, ?, ?) on conflict do nothing",
        tenant.value(), number, id, place);
  }

  /** Writes what changed of him, found by what he is called now, as his next version. */
  static void update(Connection connection, Customer was, Details details, List<String> numbers, long nowMs) throws SQLException {
    String search = SearchText.of(details.name(), details.company(), numbers);
    Sql.update(connection, """
        update customer set version = version + 1, name = ?, company = ?, language = ?, value_class = ?, notes = ?, preferences = ?::jsonb,
          consent = ?::jsonb, do_not_call = ?, changed_at_ms = ?, search = ?, pieces = ?::int[] where id = ?""",
        details.name(), details.company(), details.language(), details.valueClass(), details.notes(), Sql.json(details.preferences()),
        Sql.json(details.consent()), details.doNotCall(), nowMs, search, pieces(was.tenant(), search), was.id());
  }

  /** As PostgreSQL reads an array, for an empty one has no type. */
  private static String pieces(TenantId tenant, String search) {
    return SearchText.pieces(tenant, search).toString().replace('[', '{').replace(']', '}');
  }

  /** {@code version}: of the customer after it. */
  static void log(
      Connection connection, TenantId tenant, long customer, int version, String by, String what, Set<String> fields, Map<String, String> details,
      long nowMs) throws SQLException {
    Sql.update(connection, """
        insert into customer_change (at_ms, tenant, customer, version, by_user, what, fields, details) values (?, ?, ?, ?, ?, ?, ?::text[], ?::jsonb)""",
        nowMs, tenant.value(), customer, version, by, what, fields, Sql.json(details));
  }

  /** The fields of him that others changed after that version. */
  static Set<String> changedSince(Connection connection, long customer, int version) throws SQLException {
    return Set.copyOf(Sql.list(connection, """
        select distinct f from customer_change c, unnest(c.fields) f where c.customer = ? and c.version > ?""", row -> row.getString(1),
        customer, version));
  }
}
