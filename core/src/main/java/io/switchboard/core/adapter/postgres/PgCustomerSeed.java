package io.switchboard.core.adapter.postgres;

import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.SampleCustomers;
import io.switchboard.core.customer.SampleCustomers.Sample;
import io.switchboard.core.customer.SearchText;
import io.switchboard.core.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts sample customers into the database, many at a time. */
public final class PgCustomerSeed {
  private static final int BATCH = 10_000;
  /** From here on an index is made sooner anew than kept up to date. */
  private static final long MANY = 20_000;
  private static final String CUSTOMERS = """
      copy customer (id, tenant, name, company, language, value_class, do_not_call, created_at_ms, changed_at_ms, search, pieces) from stdin""";
  private static final String NUMBERS = "copy customer_number (tenant, number, customer, place) from stdin";

  private static final String INDEX = "create index if not exists customer_pieces on customer using gin (pieces) with (fastupdate = off)";

  private final Database database;

  public PgCustomerSeed(Database database) {
    this.database = database;
  }

  /**
   * The samples from this place on, each batch whole or not at all; who is there already is put in again. Of many the index of the search is made
   * anew at the end: until then searches take long.
   *
   * @param progress told how many are in after each batch
   */
  public void put(TenantId tenant, long from, long count, long nowMs, LongConsumer progress) {
    if (count >= MANY) {
      run("drop index if exists customer_pieces");
    }
    for (long done = 0; done < count; done += BATCH) {
      long first = from + done;
      int size = (int) Math.min(BATCH, count - done);
      Sql.writing(database.pool(), "put sample customers", connection -> {
        batch(connection, tenant, first, size, nowMs);
        return true;
      });
      progress.accept(done + size);
    }
    run(INDEX);
    run("analyze customer, customer_number");
  }

  /** It may take minutes: over a connection of its own, which waits. */
  private void run(String statement) {
    Sql.reading(database.unhurried(), "make the index of customers", connection -> {
      Sql.update(connection, "set maintenance_work_mem = '512MB'");
      return Sql.update(connection, statement);
    });
  }

  private static void batch(Connection connection, TenantId tenant, long first, int size, long nowMs) throws SQLException {
    long id = Sql.one(connection, """
        select setval(pg_get_serial_sequence('customer', 'id'), nextval(pg_get_serial_sequence('customer', 'id')) + ?) - ?""",
        row -> row.getLong(1), size, size).orElseThrow();
    StringBuilder customers = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < size; i++) {
      Sample sample = SampleCustomers.at(first + i);
      customer(customers, tenant, id + i, sample, nowMs);
      List<String> his = sample.numbers();
      for (int place = 0; place < his.size(); place++) {
        line(numbers, tenant.value(), his.get(place), Long.toString(id + i), Integer.toString(place));
      }
    }
    copy(connection, CUSTOMERS, customers);
    copy(connection, NUMBERS, numbers);
  }

  private static void customer(StringBuilder lines, TenantId tenant, long id, Sample sample, long nowMs) {
    Details details = sample.details();
    String search = SearchText.of(details.name(), details.company(), sample.numbers());
    String pieces = SearchText.pieces(tenant, search).toString().replace('[', '{').replace(']', '}').replace(" ", "");
    String now = Long.toString(nowMs);
    line(lines, Long.toString(id), tenant.value(), details.name(), details.company(), details.language(), details.valueClass(),
        details.doNotCall() ? "t" : "f", now, now, search.replace("\n", "\\n"), pieces);
  }

  private static void line(StringBuilder lines, String... values) {
    lines.append(String.join("\t", values)).append('\n');
  }

  private static void copy(Connection connection, String statement, StringBuilder lines) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
