package io.switchboard.app.company;

import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.CustomerWork;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.id.TenantId;
import io.switchboard.ivr.adapter.sql.SqlSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The demo company's customers as its agents see them: those of its database, each once. */
public final class CompanyCustomers {
  private static final String ALL = """
      select c.id, c.name, c.language, c.value_class, t.number, (select o.number from company.orders o where o.customer = c.id limit 1)
      from company.customer c join company.telephone t on t.customer = c.id order by c.id""";
  private static final String BY = "demo";
  private static final int EVERY_HAS_CASE = 3;

  private final Customers customers;
  private final CustomerWork work;
  private final Clock clock;

  public CompanyCustomers(Customers customers, CustomerWork work, Clock clock) {
    this.customers = customers;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Puts in who is not there by his number.
   *
   * @return how many
   * @throws SQLException when the company's database is away
   */
  public int put(TenantId tenant, SqlSettings company) throws SQLException {
    int put = 0;
    try (Connection connection = DriverManager.getConnection(company.url(), company.user(), company.password());
        Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        if (customers.byNumber(tenant, row.getString(5)).isEmpty()) {
          one(tenant, row);
          put++;
        }
      }
    }
    return put;
  }

  private void one(TenantId tenant, ResultSet row) throws SQLException {
    int place = row.getInt(1);
    boolean chinese = row.getString(3).equals("zh");
    Details details = new Details(
        row.getString(2), "", row.getString(3), row.getString(4), place % 10 != 0 ? "" : chinese ? "喜欢上午接听电话。" : "Prefers to be called in the morning.",
        Map.of("channel", place % 5 == 0 ? "email" : "phone"), Map.of("recording", "given"), place % 40 == 7);
    Customer made = customers.create(tenant, details, List.of(row.getString(5)), BY);
    if (place % EVERY_HAS_CASE == 0) {
      CustomerCase.Kind kind = CustomerCase.Kind.values()[place / EVERY_HAS_CASE % CustomerCase.Kind.values().length];
      String title = chinese ? "订单 " + row.getString(6) : "Order " + row.getString(6);
      work.open(tenant, made.id(), new CustomerCase.Opening(kind, title, "", "", clock.millis() + Duration.ofDays(1 + place % 5).toMillis()), BY);
    }
  }
}
