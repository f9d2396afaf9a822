package io.switchboard.app;

import io.switchboard.app.configuration.Configuration;
import io.switchboard.app.configuration.Tenant;
import io.switchboard.core.adapter.crm.CrmSettings;
import io.switchboard.core.adapter.crm.HttpCards;
import io.switchboard.core.adapter.csv.CsvBook;
import io.switchboard.core.adapter.postgres.Database;
import io.switchboard.core.adapter.postgres.PgAnonymising;
import io.switchboard.core.adapter.postgres.PgCustomerCards;
import io.switchboard.core.adapter.postgres.PgCustomerHistory;
import io.switchboard.core.adapter.postgres.PgCustomerWork;
import io.switchboard.core.adapter.postgres.PgCustomers;
import io.switchboard.core.call.EntryPoint;
import io.switchboard.core.customer.BothCards;
import io.switchboard.core.customer.CustomerBook;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.core.time.Clock;
import io.switchboard.desktop.api.Clientele;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Customers of a configuration's tenants. */
public final class CustomerPorts {
  private static final Clock CLOCK = System::currentTimeMillis;

  private CustomerPorts() {}

  /** {@code drained}: whether no facts wait on our own disk. */
  static Clientele of(Configuration configuration, Database database, BooleanSupplier drained) {
    return new Clientele(
        new PgCustomers(database, CLOCK), new PgCustomerWork(database, CLOCK), new PgCustomerHistory(database), book(configuration, database),
        new PgAnonymising(database, configuration.installation().data(), drained, CLOCK), numbering(configuration), classes(configuration));
  }

  /** Customers as files. */
  public static CustomerBook book(Configuration configuration, Database database) {
    return new CsvBook(new PgCustomers(database, CLOCK), numbering(configuration), classes(configuration));
  }

  /** Who calls, for the screens of agents; to be closed. */
  public record Cards(CustomerCards cards, List<AutoCloseable> parts) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      for (AutoCloseable part : parts) {
        part.close();
      }
    }
  }

  /** Our own customers, and those of the tenants' own CRMs where they have one; {@code limitMs}: of our own. */
  public static Cards cards(Configuration configuration, Database database, long limitMs) {
    PgCustomerCards ours = new PgCustomerCards(database, limitMs);
    Map<TenantId, CrmSettings> crms = configuration.tenants().stream().filter(tenant -> tenant.crm().isPresent())
        .collect(Collectors.toMap(Tenant::id, tenant -> tenant.crm().orElseThrow()));
    if (crms.isEmpty()) {
      return new Cards(ours, List.of(ours));
    }
    HttpCards theirs = new HttpCards(crms);
    return new Cards(new BothCards(ours, theirs), List.of(ours, theirs));
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
