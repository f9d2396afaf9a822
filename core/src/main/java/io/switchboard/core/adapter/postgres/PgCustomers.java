package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Customers in the table {@code customer}. */
public final class PgCustomers implements Customers {
  private static final String WHAT = "read or write customers";

  private final Database database;
  private final Access access;
  private final Clock clock;
  private final CustomerSearch search;

  public PgCustomers(Database database, Clock clock) {
    this(database, new Pooled(database), clock);
  }

  private PgCustomers(Database database, Access access, Clock clock) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.search = new CustomerSearch();
  }

  /** Each work by itself, or several on one connection. */
  private interface Access {
    <T> T reading(String what, Sql.Work<T> work);

    <T> T writing(String what, Sql.Work<T> work);
  }

  private record Pooled(Database database) implements Access {
    @Override
    public <T> T reading(String what, Sql.Work<T> work) {
      return Sql.reading(database.pool(), what, work);
    }

    @Override
    public <T> T writing(String what, Sql.Work<T> work) {
      return Sql.writing(database.pool(), what, work);
    }
  }

  /** Whoever has the connection ends the transaction. */
  private record OneConnection(Connection connection) implements Access {
    @Override
    public <T> T reading(String what, Sql.Work<T> work) {
      try {
        return work.with(connection);
      } catch (SQLException e) {
        throw new Broken(e);
      }
    }

    @Override
    public <T> T writing(String what, Sql.Work<T> work) {
      return reading(what, work);
    }
  }

  /** Carries a failure out of the work. */
  private static final class Broken extends RuntimeException {
    private final SQLException why;

    Broken(SQLException why) {
      super(why);
      this.why = why;
    }
  }

  @Override
  public void together(Consumer<Customers> work) {
    Sql.writing(database.unhurried(), WHAT, connection -> {
      try {
        work.accept(new PgCustomers(database, new OneConnection(connection), clock));
        return true;
      } catch (Broken broken) {
        throw unfit(broken.why);
      }
    });
  }

  /** Classes 22 and 23 of SQLSTATE: a value, or its relation to others. */
  private static SQLException unfit(SQLException why) {
    String state = Objects.toString(why.getSQLState(), "");
    if (state.startsWith("22") || state.startsWith("23")) {
      throw new Unfit(Objects.toString(why.getMessage(), state), new IOException(why));
    }
    return why;
  }

  @Override
  public List<Hit> search(TenantId tenant, String typed) {
    return access.writing("search for customers", connection -> search.hits(connection, tenant, typed));
  }

  @Override
  public Optional<Customer> find(TenantId tenant, long id) {
    return access.reading(WHAT, connection -> CustomerRows.one(connection, tenant, id));
  }

  @Override
  public List<Customer> byNumber(TenantId tenant, String e164) {
    return access.reading(WHAT, connection -> CustomerRows.byNumber(connection, tenant, e164, CustomerCards.MOST));
  }

  @Override
  public void each(TenantId tenant, Consumer<Customer> taker) {
    Sql.writing(database.unhurried(), "read all customers", connection -> {
      CustomerRows.each(connection, tenant, taker);
      return true;
    });
  }

  @Override
  public boolean doNotCall(TenantId tenant, String e164) {
    return access.reading(WHAT, connection -> Sql.one(connection, """
        select c.id from customer_number n join customer c on c.id = n.customer where n.tenant = ? and n.number = ? and c.do_not_call limit 1""",
        row -> row.getLong(1), tenant.value(), e164).isPresent());
  }

  @Override
  public Customer create(TenantId tenant, Details details, List<String> numbers, String by) {
    return access.writing(WHAT, connection -> {
      long nowMs = clock.nowMs();
      long id = CustomerRows.insert(connection, tenant, details, numbers, nowMs);
      CustomerRows.log(connection, tenant, id, 1, by, "created", Set.of(), Map.of(), nowMs);
      return CustomerRows.one(connection, tenant, id).orElseThrow();
    });
  }

  @Override
  public Written<Customer> change(TenantId tenant, long id, int version, Edit edit, String by) {
    return changing(tenant, id, (connection, was) -> {
      Details details = edit.of(was.details());
      Set<String> fields = Edit.differing(was.details(), details);
      if (fields.isEmpty()) {
        return new Written.Done<>(was);
      }
      Set<String> overtaken = new TreeSet<>(fields);
      overtaken.retainAll(version == 0 || version == was.version() ? Set.of() : CustomerRows.changedSince(connection, id, version));
      if (!overtaken.isEmpty() || version > was.version()) {
        return new Written.Overtaken<>(was, overtaken);
      }
      return written(connection, was, details, was.numbers(), by, "changed", fields, changes(was.details(), details, fields));
    });
  }

  @Override
  public Written<Customer> addNumber(TenantId tenant, long id, String e164, String by) {
    return changing(tenant, id, (connection, was) -> {
      if (was.numbers().contains(e164)) {
        return new Written.Done<>(was);
      }
      List<String> numbers = new ArrayList<>(was.numbers());
      numbers.add(e164);
      int place = Sql.one(connection, "select coalesce(max(place), -1) + 1 from customer_number where customer = ?", row -> row.getInt(1), id).orElse(0);
      CustomerRows.number(connection, tenant, id, e164, place);
      return written(connection, was, was.details(), numbers, by, "number_added", Set.of("numbers"), Map.of("number", e164));
    });
  }

  @Override
  public Written<Customer> removeNumber(TenantId tenant, long id, String e164, String by) {
    return changing(tenant, id, (connection, was) -> {
      if (!was.numbers().contains(e164)) {
        return new Written.Done<>(was);
      }
      List<String> numbers = was.numbers().stream().filter(number -> !number.equals(e164)).toList();
      Sql.update(connection, "delete from customer_number where customer = ? and number = ?", id, e164);
      return written(connection, was, was.details(), numbers, by, "number_removed", Set.of("numbers"), Map.of("number", e164));
    });
  }

  private interface Changing {
    Written<Customer> of(Connection connection, Customer was) throws SQLException;
  }

  private Written<Customer> changing(TenantId tenant, long id, Changing changing) {
    return access.writing(WHAT, connection -> {
      Optional<Customer> was = CustomerRows.locked(connection, tenant, id);
      return was.isEmpty() ? new Written.Unknown<>() : changing.of(connection, was.get());
    });
  }

  private Written<Customer> written(
      Connection connection, Customer was, Details details, List<String> numbers, String by, String what, Set<String> fields,
      Map<String, String> changes) throws SQLException {
    long nowMs = clock.nowMs();
    CustomerRows.update(connection, was, details, numbers, nowMs);
    CustomerRows.log(connection, was.tenant(), was.id(), was.version() + 1, by, what, fields, changes, nowMs);
    return new Written.Done<>(CustomerRows.one(connection, was.tenant(), was.id()).orElseThrow());
  }

  /** Field → before → after, as people read it. */
  private static Map<String, String> changes(Details before, Details after, Set<String> fields) {
    Map<String, String> old = texts(before);
    Map<String, String> fresh = texts(after);
    Map<String, String> changes = new LinkedHashMap<>();
    fields.forEach(field -> changes.put(field, Objects.toString(old.get(field)) + " → " + fresh.get(field)));
    return changes;
  }

  private static Map<String, String> texts(Details details) {
    return Map.of(
        "name", details.name(), "company", details.company(), "language", details.language(), "value_class", details.valueClass(),
        "notes", details.notes(), "preferences", details.preferences().toString(), "consent", details.consent().toString(),
        "do_not_call", Boolean.toString(details.doNotCall()));
  }
}
