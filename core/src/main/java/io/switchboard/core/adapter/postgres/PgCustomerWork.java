package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.CustomerCase.Move;
import io.switchboard.core.customer.CustomerCase.Opening;
import io.switchboard.core.customer.CustomerWork;
import io.switchboard.core.customer.FollowUp;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Clock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notes, cases and follow-ups in tables of their own; each change of them stands in the customer's log. */
public final class PgCustomerWork implements CustomerWork {
  private static final String WHAT = "read or write what is done for customers";

  private final Database database;
  private final Clock clock;

  public PgCustomerWork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean note(TenantId tenant, long customer, String text, String call, String by) {
    return Sql.writing(database.pool(), WHAT, connection -> {
      Optional<Customer> of = CustomerRows.locked(connection, tenant, customer);
      if (of.isPresent()) {
        log(connection, of.get(), by, "note", call.isEmpty() ? Map.of("text", text) : Map.of("text", text, "call", call));
      }
      return of.isPresent();
    });
  }

  private void log(Connection connection, Customer of, String by, String what, Map<String, String> details) throws SQLException {
    CustomerRows.log(connection, of.tenant(), of.id(), of.version(), by, what, Set.of(), details, clock.nowMs());
  }

  @Override
  public List<CustomerCase> cases(TenantId tenant, long customer) {
    return Sql.reading(database.pool(), WHAT, connection -> WorkRows.cases(connection, tenant, customer, false, MOST));
  }

  @Override
  public Optional<CustomerCase> open(TenantId tenant, long customer, Opening opening, String by) {
    return Sql.writing(database.pool(), WHAT, connection -> {
      Optional<Customer> of = CustomerRows.locked(connection, tenant, customer);
      if (of.isEmpty()) {
        return Optional.empty();
      }
      long nowMs = clock.nowMs();
      long id = Sql.one(connection, """
          insert into customer_case (tenant, customer, kind, title, body, owner, due_at_ms, opened_by, opened_at_ms, changed_at_ms)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""", row -> row.getLong(1), tenant.value(), customer, opening.kind().name(),
          opening.title(), opening.text(), opening.owner(), opening.dueAtMs(), by, nowMs, nowMs).orElseThrow();
      log(connection, of.get(), by, "case_opened",
          Map.of("case", Long.toString(id), "kind", WorkRows.low(opening.kind()), "title", opening.title()));
      return WorkRows.oneCase(connection, tenant, id, false);
    });
  }

  @Override
  public Written<CustomerCase> move(TenantId tenant, long id, int version, Move move, String by) {
    return Sql.writing(database.pool(), WHAT, connection -> {
      Optional<CustomerCase> found = WorkRows.oneCase(connection, tenant, id, true);
      Optional<Customer> of = found.isEmpty() ? Optional.empty() : CustomerRows.locked(connection, tenant, found.get().customer());
      if (found.isEmpty() || of.isEmpty()) {
        return new Written.Unknown<>();
      }
      CustomerCase was = found.get();
      CustomerCase now = moved(was, move, clock.nowMs());
      Map<String, String> changes = changes(was, now);
      if (changes.isEmpty()) {
        return new Written.Done<>(was);
      }
      if (version != 0 && version != was.version()) {
        return new Written.Overtaken<>(was, new TreeSet<>(changes.keySet()));
      }
      WorkRows.update(connection, now);
      changes.put("case", Long.toString(id));
      log(connection, of.get(), by, "case_changed", changes);
      return new Written.Done<>(WorkRows.oneCase(connection, tenant, id, false).orElseThrow());
    });
  }

  private static CustomerCase moved(CustomerCase was, Move move, long nowMs) {
    Long dueAtMs = move.dueAtMs() == null ? was.dueAtMs() : move.dueAtMs() == 0 ? null : move.dueAtMs();
    return new CustomerCase(
        was.id(), was.customer(), was.version() + 1, or(move.kind(), was.kind()), or(move.title(), was.title()), or(move.text(), was.text()),
        or(move.state(), was.state()), or(move.owner(), was.owner()), dueAtMs, was.openedBy(), was.openedAtMs(), nowMs);
  }

  private static <T> T or(@Nullable T fresh, T old) {
    return fresh == null ? old : fresh;
  }

  private static Map<String, String> changes(CustomerCase was, CustomerCase now) {
    Map<String, String> changes = new LinkedHashMap<>();
    change(changes, "kind", WorkRows.low(was.kind()), WorkRows.low(now.kind()));
    change(changes, "title", was.title(), now.title());
    change(changes, "text", was.text(), now.text());
    change(changes, "state", WorkRows.low(was.state()), WorkRows.low(now.state()));
    change(changes, "owner", was.owner(), now.owner());
    change(changes, "due_at_ms", String.valueOf(was.dueAtMs()), String.valueOf(now.dueAtMs()));
    return changes;
  }

  private static void change(Map<String, String> changes, String field, String before, String after) {
    if (!before.equals(after)) {
      changes.put(field, before + " → " + after);
    }
  }

  @Override
  public List<FollowUp> followUps(TenantId tenant, long customer) {
    return Sql.reading(database.pool(), WHAT, connection -> WorkRows.followUps(connection, tenant, customer, false, MOST));
  }

  @Override
  public Optional<FollowUp> promise(TenantId tenant, long customer, String title, String owner, @Nullable Long dueAtMs, String by) {
    return Sql.writing(database.pool(), WHAT, connection -> {
      Optional<Customer> of = CustomerRows.locked(connection, tenant, customer);
      if (of.isEmpty()) {
        return Optional.empty();
      }
      long id = Sql.one(connection, """
          insert into customer_follow_up (tenant, customer, title, owner, due_at_ms, made_by, made_at_ms) values (?, ?, ?, ?, ?, ?, ?) returning id""",
          row -> row.getLong(1), tenant.value(), customer, title, owner, dueAtMs, by, clock.nowMs()).orElseThrow();
      log(connection, of.get(), by, "task_made", Map.of("task", Long.toString(id), "title", title));
      return WorkRows.followUp(connection, tenant, id);
    });
  }

  @Override
  public Optional<FollowUp> done(TenantId tenant, long followUp, String note, String by) {
    return Sql.writing(database.pool(), WHAT, connection -> {
      Optional<FollowUp> found = WorkRows.followUp(connection, tenant, followUp);
      Optional<Customer> of = found.isEmpty() ? Optional.empty() : CustomerRows.locked(connection, tenant, found.get().customer());
      if (of.isEmpty()) {
        return Optional.empty();
      }
      int done = Sql.update(connection, "update customer_follow_up set done_by = ?, done_at_ms = ?, note = ? where id = ? and done_by is null",
          by, clock.nowMs(), note, followUp);
      if (done == 1) {
        log(connection, of.get(), by, "task_done", Map.of("task", Long.toString(followUp), "text", note));
      }
      return WorkRows.followUp(connection, tenant, followUp);
    });
  }
}
