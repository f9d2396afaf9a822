package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Contact;
import io.switchboard.core.customer.Contacts;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerHistory;
import io.switchboard.core.customer.TimelineEntries;
import io.switchboard.core.customer.TimelineEntry;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One timeline of the journal's interactions with a customer's numbers and of what people wrote of him. */
public final class PgCustomerHistory implements CustomerHistory {
  private static final String CHANGES =
      "select at_ms, by_user, what, details from customer_change where customer = ? and at_ms < ? order by seq desc limit ?";
  private static final String NOTES =
      "select at_ms, by_user, what, details from customer_change where customer = ? and what = 'note' and at_ms < ? order by seq desc limit ?";

  private final Database database;

  public PgCustomerHistory(Database database) {
    this.database = database;
  }

  @Override
  public Optional<List<TimelineEntry>> timeline(TenantId tenant, long customer, long beforeMs, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit is 1 to " + MOST + ", not " + limit);
    }
    return Sql.reading(database.pool(), "read a customer's timeline", connection -> {
      Optional<Customer> found = CustomerRows.one(connection, tenant, customer);
      return found.isEmpty() ? Optional.empty() : Optional.of(timeline(connection, found.get(), beforeMs, limit));
    });
  }

  /** What begins in the newest {@code limit} interactions and changes; so a page ends where the next one begins. */
  private static List<TimelineEntry> timeline(Connection connection, Customer customer, long beforeMs, int limit) throws SQLException {
    List<List<TimelineEntry>> groups = new ArrayList<>();
    for (TimelineEntry change : changes(connection, CHANGES, customer.id(), beforeMs, limit)) {
      groups.add(List.of(change));
    }
    List<CallId> calls = CustomerCalls.newest(connection, customer, beforeMs, limit);
    for (List<Fact> facts : CustomerCalls.facts(connection, customer.tenant(), calls, List.of()).values()) {
      List<TimelineEntry> entries = TimelineEntries.of(facts);
      if (!entries.isEmpty()) {
        groups.add(entries.reversed());
      }
    }
    return groups.stream().sorted(Comparator.comparingLong((List<TimelineEntry> group) -> group.getLast().atMs()).reversed()).limit(limit)
        .flatMap(List::stream).toList();
  }

  private static List<TimelineEntry> changes(Connection connection, String query, long customer, long beforeMs, int limit) throws SQLException {
    return Sql.list(connection, query, PgCustomerHistory::change, customer, beforeMs, limit);
  }

  private static TimelineEntry change(ResultSet row) throws SQLException {
    Map<String, String> details = new HashMap<>(Sql.texts(row.getString(4)));
    String call = details.remove("call");
    return TimelineEntry.change(row.getLong(1), call == null ? null : new CallId(call), row.getString(2), row.getString(3), details);
  }

  /** Over all channels, the newest first. */
  static List<Contact> lastContacts(Connection connection, Customer customer, int most) throws SQLException {
    List<Contact> contacts = new ArrayList<>();
    List<CallId> calls = CustomerCalls.newest(connection, customer, Long.MAX_VALUE, most);
    CustomerCalls.facts(connection, customer.tenant(), calls, Contacts.KINDS).forEach((call, facts) -> contacts.addAll(Contacts.of(call, facts)));
    for (TimelineEntry note : changes(connection, NOTES, customer.id(), Long.MAX_VALUE, most)) {
      contacts.add(new Contact(
          note.atMs(), Contact.Kind.NOTE, Contact.Direction.IN, note.call(), "", note.by(), note.details().getOrDefault("text", "")));
    }
    return contacts.stream().sorted(Comparator.comparingLong(Contact::atMs).reversed()).limit(most).toList();
  }
}
