package io.switchboard.core.adapter.postgres;

import io.switchboard.core.agent.StaffMessages;
import io.switchboard.core.customer.Anonymising;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Takes a person out of every table: all in one transaction, his record last, so that one that broke off is asked for again by the same id.
 * A number that another customer has too stays his.
 */
public final class PgAnonymising implements Anonymising {
  private static final String NUMBERS = """
      select number from customer_number where customer = ?
      union select details ->> 'number' from customer_change where customer = ? and what in ('number_added', 'number_removed')
      except select number from customer_number where tenant = ? and customer <> ?""";
  private static final String CALLS = """
      select distinct call from journal where tenant = ? and (
        kind = 'CallArrived' and body ->> 'caller' <> '' and body ->> 'caller' = any(?::text[])
        or kind in ('CallbackBooked', 'DialBegun') and body ->> 'number' = any(?::text[]))""";
  /** Of which the last agent who said whose it is said that it is his. */
  private static final String NAMED = """
      select named.call from journal named where named.tenant = ? and named.kind = 'CustomerNamed' and named.body ->> 'customer' = ?
        and not exists (select from journal later where later.call = named.call and later.kind = 'CustomerNamed' and later.seq > named.seq)""";
  private static final String OPEN = "select call from interaction where call = any(?::text[]) and closed_at_ms is null limit 1";
  private static final String FILES = """
      select distinct body ->> 'file' from journal where call = any(?::text[]) and tenant = ? and kind in ('VoicemailLeft', 'RecordingKept', 'TalkRecordingAsked', 'TalkRecordingEnded')
        and jsonb_exists(body, 'file')""";

  private final Database database;
  private final Path data;
  private final BooleanSupplier drained;
  private final Clock clock;

  /**
   * @param data the directory below which recordings lie
   * @param drained whether no facts wait on our own disk for PostgreSQL: they would come after him
   */
  public PgAnonymising(Database database, Path data, BooleanSupplier drained, Clock clock) {
    this.database = database;
    this.drained = drained;
    this.data = data.toAbsolutePath().normalize();
    this.clock = clock;
  }

  @Override
  public Outcome anonymise(TenantId tenant, long customer, String by) {
    if (!drained.getAsBoolean()) {
      throw new UncheckedIOException(new IOException("facts wait in the spill file, so nobody was made unknown; ask again when they are drained"));
    }
    return Sql.writing(database.unhurried(), "make a customer unknown", connection -> {
      Optional<Customer> found = CustomerRows.locked(connection, tenant, customer);
      if (found.isEmpty()) {
        return new Outcome.Unknown();
      }
      Set<String> numbers = new TreeSet<>(Sql.list(connection, NUMBERS, row -> row.getString(1), customer, customer, tenant.value(), customer));
      Set<String> calls = calls(connection, tenant, numbers);
      calls.addAll(Sql.list(connection, NAMED, row -> row.getString(1), tenant.value(), Long.toString(customer)));
      Optional<String> open = Sql.one(connection, OPEN, row -> row.getString(1), calls);
      if (open.isPresent()) {
        return new Outcome.StillOpen(new CallId(open.get()));
      }
      List<String> files = Sql.list(connection, FILES, row -> row.getString(1), calls, tenant.value());
      Redaction redaction = new Redaction(names(connection, found.get()), numbers, calls);
      int facts = redaction.journal(connection, tenant);
      List<StaffMessages.Message> unseen = redaction.messages(connection, tenant);
      record(connection, found.get(), by);
      return new Outcome.Done(facts, removed(files), unseen);
    });
  }

  /** Those by his numbers. */
  private static Set<String> calls(Connection connection, TenantId tenant, Set<String> numbers) throws SQLException {
    Set<String> calls = new LinkedHashSet<>();
    for (String number : numbers) {
      calls.addAll(Sql.list(connection, CALLS, row -> row.getString(1), tenant.value(), List.of(number), List.of(number)));
    }
    return calls;
  }

  /** That he has, or had. */
  private static Set<String> names(Connection connection, Customer customer) throws SQLException {
    Set<String> names = new LinkedHashSet<>(Set.of(customer.details().name()));
    names.addAll(Sql.list(connection, """
        select split_part(details ->> 'name', ' → ', 1) from customer_change where customer = ? and what = 'changed' and details ->> 'name' is not null""",
        row -> row.getString(1), customer.id()));
    return names.stream().filter(name -> name.length() > 1).collect(Collectors.toSet());
  }

  private void record(Connection connection, Customer was, String by) throws SQLException {
    long nowMs = clock.nowMs();
    long id = was.id();
    Sql.update(connection, "set local switchboard.anonymising = 'on'");
    Sql.update(connection, "update customer_change set details = '{}' where customer = ?", id);
    Sql.update(connection, "update customer_case set title = '', body = '' where customer = ?", id);
    Sql.update(connection, "update customer_follow_up set title = '', note = '' where customer = ?", id);
    Sql.update(connection, "delete from customer_number where customer = ?", id);
    Sql.update(connection, """
        update customer set version = version + 1, name = '', company = '', notes = '', preferences = '{}', consent = '{}', search = '',
          pieces = '{}', changed_at_ms = ?, anonymised_at_ms = ? where id = ?""", nowMs, nowMs, id);
    CustomerRows.log(connection, was.tenant(), id, was.version() + 1, by, "anonymised", Set.of(), Map.of(), nowMs);
  }

  /** Files that are gone already are no trouble: it may have broken off after them. */
  private int removed(List<String> files) {
    int removed = 0;
    for (String file : files) {
      Path path = data.resolve(file).normalize();
      try {
        removed += path.startsWith(data.resolve("recordings")) && Files.deleteIfExists(path) ? 1 : 0;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + path + ", so nothing was changed: " + e.getMessage(), e);
      }
    }
    return removed;
  }
}
