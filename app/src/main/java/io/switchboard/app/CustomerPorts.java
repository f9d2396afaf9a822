package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.adapter.csv.CsvBook;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgAnonymising;
import io.switchboard.core.adapter.postgres.PgCustomerHistory;
import io.switchboard.core.adapter.postgres.PgCustomerWork;
import io.switchboard.core.adapter.postgres.PgCustomers;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.api.Clientele;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Customers of a configuration's tenants. */
public final class CustomerPorts {
  private static final Clock CLOCK = System::currentTimeMillis;

  private CustomerPorts() {}

  static Clientele of(Configuration configuration, Database database) {
    Customers customers = new PgCustomers(database, CLOCK);
    Numbering numbering = numbering(configuration);
    Function<TenantId, Set<String>> classes = classes(configuration);
    return new Clientele(
        customers, new PgCustomerWork(database, CLOCK), new PgCustomerHistory(database), new CsvBook(customers, numbering, classes),
        new PgAnonymising(database, configuration.installation().data(), CLOCK), numbering, classes);
  }

  /** Each tenant's people write numbers as one does where its first entry point is. */
  public static Numbering numbering(Configuration configuration) {
    return new Numbering(configuration.entryPoints().stream().filter(entry -> !entry.number().isEmpty())
        .collect(Collectors.toMap(EntryPoint::tenant, entry -> NumberPlan.at(entry.number()), (first, other) -> first)));
  }

  /** The names of each tenant's value classes. */
  public static Function<TenantId, Set<String>> classes(Configuration configuration) {
    Map<TenantId, Set<String>> classes = configuration.tenants().stream().collect(Collectors.toMap(Tenant::id, tenant -> tenant.valueClasses().keySet()));
    return tenant -> classes.getOrDefault(tenant, Set.of());
  }
}
