package io.switchboard.core.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCard;
import io.switchboard.core.customer.CustomerCard.OpenCase;
import io.switchboard.core.customer.CustomerCard.OpenTask;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.id.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cards from PostgreSQL, over connections of their own, so that nobody who reads for longer stands before a phone that is to ring. */
public final class PgCustomerCards implements CustomerCards, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PgCustomerCards.class);
  private static final int CONNECTIONS = 3;
  /** That wait or are read; who comes then is answered at once that it failed. */
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_OPEN = 10;
  private static final int CONTACTS = 5;

  private final HikariDataSource pool;
  private final long limitMs;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /** {@code limitMs}: within which an answer comes, milliseconds. */
  public PgCustomerCards(Database database, long limitMs) {
    this.pool = database.lane("cards", CONNECTIONS, limitMs);
    this.limitMs = limitMs;
  }

  @Override
  public CompletionStage<Found> lookup(TenantId tenant, String number) {
    return number.isEmpty() ? CompletableFuture.completedFuture(Found.NOBODY) : inTime(() -> read(tenant, number));
  }

  @Override
  public CompletionStage<Found> of(TenantId tenant, long customer) {
    return inTime(() -> read(tenant, customer));
  }

  private interface Reading {
    Found read() throws SQLException;
  }

  private CompletionStage<Found> inTime(Reading reading) {
    if (!places.tryAcquire()) {
      return CompletableFuture.completedFuture(Found.FAILED);
    }
    CompletableFuture<Found> found = new CompletableFuture<>();
    Thread.ofVirtual().name("card").start(() -> {
      try {
        found.complete(reading.read());
      } catch (SQLException | RuntimeException e) {
        LOG.warn("who calls is not known: {}", e.getMessage());
        found.complete(Found.FAILED);
      } finally {
        places.release();
      }
    });
    return found.completeOnTimeout(Found.FAILED, limitMs, TimeUnit.MILLISECONDS);
  }

  private Found read(TenantId tenant, String number) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<CustomerCard> cards = new ArrayList<>();
      for (Customer customer : CustomerRows.byNumber(connection, tenant, number, MOST)) {
        cards.add(card(connection, customer, number));
      }
      return new Found(State.DONE, cards);
    }
  }

  private Found read(TenantId tenant, long customer) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      List<CustomerCard> cards = new ArrayList<>();
      for (Customer one : CustomerRows.one(connection, tenant, customer).stream().toList()) {
        cards.add(card(connection, one, one.numbers().isEmpty() ? "" : one.numbers().getFirst()));
      }
      return new Found(State.DONE, cards);
    }
  }

  private static CustomerCard card(Connection connection, Customer customer, String number) throws SQLException {
    List<OpenCase> cases = WorkRows.cases(connection, customer.tenant(), customer.id(), true, MOST_OPEN).stream()
        .map(each -> new OpenCase(each.id(), each.kind(), each.title(), each.state(), each.owner(), each.dueAtMs())).toList();
    List<OpenTask> tasks = new ArrayList<>();
    WorkRows.followUps(connection, customer.tenant(), customer.id(), true, MOST_OPEN).forEach(each ->
        tasks.add(new OpenTask(Long.toString(each.id()), "follow_up", each.title(), each.owner(), each.dueAtMs())));
    tasks.addAll(CustomerCalls.openTasks(connection, customer.tenant(), customer.numbers(), MOST_OPEN));
    var details = customer.details();
    return new CustomerCard(
        customer.id(), details.name(), number, details.valueClass(), details.language(), details.company(), details.doNotCall(),
        details.preferences(), details.consent(), details.notes(), cases, tasks.stream().limit(MOST_OPEN).toList(),
        PgCustomerHistory.lastContacts(connection, customer, CONTACTS), "");
  }

  @Override
  public void close() {
    pool.close();
  }
}
