package io.switchboard.desktop.adapter.http;

import io.switchboard.core.customer.CustomerCase;
import io.switchboard.core.customer.CustomerWork;
import io.switchboard.core.customer.FollowUp;
import io.switchboard.core.customer.Written;
import io.switchboard.core.id.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case and one follow-up of each customer; what is written is answered and not kept. */
record KnownWork(KnownCustomers customers) implements CustomerWork {
  static final CustomerCase ORDER = new CustomerCase(
      7, 1, 2, CustomerCase.Kind.ORDER, "Two chairs", "", CustomerCase.State.OPEN, "anna", 90_000L, "anna", 1_000, 1_000);

  private boolean there(TenantId tenant, long customer) {
    return customers.find(tenant, customer).isPresent();
  }

  @Override
  public boolean note(TenantId tenant, long customer, String text, String call, String by) {
    return there(tenant, customer);
  }

  @Override
  public List<CustomerCase> cases(TenantId tenant, long customer) {
    return there(tenant, customer) ? List.of(ORDER) : List.of();
  }

  @Override
  public Optional<CustomerCase> open(TenantId tenant, long customer, CustomerCase.Opening opening, String by) {
    return Optional.of(new CustomerCase(
        8, customer, 1, opening.kind(), opening.title(), opening.text(), CustomerCase.State.OPEN, opening.owner(), opening.dueAtMs(), by, 5, 5))
        .filter(made -> there(tenant, customer));
  }

  @Override
  public Written<CustomerCase> move(TenantId tenant, long id, int version, CustomerCase.Move move, String by) {
    if (id != ORDER.id() || !tenant.equals(ApiOnTheWire.DEMO)) {
      return new Written.Unknown<>();
    }
    return version == ORDER.version() ? new Written.Done<>(new CustomerCase(
        7, 1, 3, ORDER.kind(), ORDER.title(), "", move.state() == null ? ORDER.state() : move.state(), ORDER.owner(), null, "anna", 1_000, 2_000))
        : new Written.Overtaken<>(ORDER, Set.of("state"));
  }

  @Override
  public List<FollowUp> followUps(TenantId tenant, long customer) {
    return there(tenant, customer) ? List.of(new FollowUp(3, customer, "Send the leaflet", "", null, "anna", 1_000, null, null, "")) : List.of();
  }

  @Override
  public Optional<FollowUp> promise(TenantId tenant, long customer, String title, String owner, @Nullable Long dueAtMs, String by) {
    return Optional.of(new FollowUp(4, customer, title, owner, dueAtMs, by, 5, null, null, "")).filter(made -> there(tenant, customer));
  }

  @Override
  public Optional<FollowUp> done(TenantId tenant, long followUp, String note, String by) {
    return followUp == 3 && tenant.equals(ApiOnTheWire.DEMO) ? Optional.of(new FollowUp(3, 1, "Send the leaflet", "", null, "anna", 1_000, by, 9L, note)) : Optional.empty();
  }
}
