package io.switchboard.desktop.adapter.http;

import io.switchboard.core.adapter.csv.CsvBook;
import io.switchboard.core.customer.Anonymising;
import io.switchboard.core.customer.Customer;
import io.switchboard.core.customer.CustomerHistory;
import io.switchboard.core.customer.Customers;
import io.switchboard.core.customer.Details;
import io.switchboard.core.customer.Edit;
import io.switchboard.core.customer.Numbering;
import io.switchboard.core.customer.TimelineEntry;
import io.switchboard.core.customer.TimelineKind;
import io.switchboard.core.customer.TimelineWhat;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.NumberPlan;
import io.switchboard.desktop.api.Clientele;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Customers in memory; the first one is Ada of the tenant demo. */
final class KnownCustomers implements Customers {
  static final Numbering GERMAN = new Numbering(Map.of(ApiOnTheWire.DEMO, new NumberPlan("DE", "")));

  private final Map<Long, Customer> all = new TreeMap<>();
  private long nowMs = 1_000;
  volatile Anonymising.Outcome anonymised = new Anonymising.Outcome.Done(3, 1, List.of());

  KnownCustomers() {
    create(ApiOnTheWire.DEMO, Details.named("Ada Lovelace"), List.of("+491701234567"), "anna");
  }

  Clientele clientele() {
    Function<TenantId, Set<String>> classes = tenant -> Set.of("vip", "a");
    CustomerHistory history = (tenant, id, beforeMs, limit) -> find(tenant, id).map(found -> List.of(
        new TimelineEntry(
            5_000, TimelineKind.TALK, new CallId("1.1"), "sales", "anna", TimelineWhat.ENDED, Map.of("talk_ms", "700")),
        coded("sales", "sold"), coded("sales", "given_up_since")));
    return new Clientele(
        this, new KnownWork(this), history, new CsvBook(this, GERMAN, classes),
        (tenant, id, by) -> find(tenant, id).isEmpty() ? new Anonymising.Outcome.Unknown() : anonymised, GERMAN, classes);
  }

  private static TimelineEntry coded(String queue, String code) {
    return new TimelineEntry(5_001, TimelineKind.TALK, new CallId("1.1"), queue, "anna", TimelineWhat.CODED, Map.of("code", code));
  }

  @Override
  public synchronized List<Hit> search(TenantId tenant, String typed) {
    return of(tenant).stream().filter(each -> typed.length() > 1 && each.details().name().contains(typed))
        .map(each -> new Hit(each.id(), each.details().name(), "", each.numbers().getFirst(), "", "", false)).toList();
  }

  private List<Customer> of(TenantId tenant) {
    return all.values().stream().filter(each -> each.tenant().equals(tenant)).toList();
  }

  @Override
  public synchronized Optional<Customer> find(TenantId tenant, long id) {
    return Optional.ofNullable(all.get(id)).filter(each -> each.tenant().equals(tenant));
  }

  @Override
  public synchronized List<Customer> byNumber(TenantId tenant, String e164) {
    return of(tenant).stream().filter(each -> each.numbers().contains(e164)).toList();
  }

  @Override
  public synchronized Customer create(TenantId tenant, Details details, List<String> numbers, String by) {
    long id = all.size() + 1;
    all.put(id, new Customer(id, tenant, 1, details, numbers, nowMs, nowMs++, null));
    return all.get(id);
  }

  @Override
  public synchronized Written<Customer> change(TenantId tenant, long id, int version, Edit edit, String by) {
    Optional<Customer> was = find(tenant, id);
    if (was.isEmpty()) {
      return new Written.Unknown<>();
    }
    return version != 0 && version != was.get().version()
        ? new Written.Overtaken<>(was.get(), Edit.differing(was.get().details(), edit.of(was.get().details())))
        : put(was.get(), edit.of(was.get().details()), was.get().numbers());
  }

  private Written<Customer> put(Customer was, Details details, List<String> numbers) {
    all.put(was.id(), new Customer(was.id(), was.tenant(), was.version() + 1, details, numbers, was.createdAtMs(), nowMs++, null));
    return new Written.Done<>(all.get(was.id()));
  }

  @Override
  public synchronized Written<Customer> addNumber(TenantId tenant, long id, String e164, String by) {
    return find(tenant, id).map(was -> {
      List<String> numbers = new ArrayList<>(was.numbers());
      numbers.add(e164);
      return put(was, was.details(), numbers);
    }).orElseGet(Written.Unknown::new);
  }

  @Override
  public synchronized Written<Customer> removeNumber(TenantId tenant, long id, String e164, String by) {
    return find(tenant, id).map(was -> put(was, was.details(), was.numbers().stream().filter(each -> !each.equals(e164)).toList()))
        .orElseGet(Written.Unknown::new);
  }

  @Override
  public synchronized void each(TenantId tenant, Consumer<Customer> taker) {
    of(tenant).forEach(taker);
  }

  @Override
  public synchronized boolean doNotCall(TenantId tenant, String e164) {
    return byNumber(tenant, e164).stream().anyMatch(each -> each.details().doNotCall());
  }
}
