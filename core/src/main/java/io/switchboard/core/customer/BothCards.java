package io.switchboard.core.customer;

import io.switchboard.core.id.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Our own cards, and what the tenant's own CRM adds to them. Both are asked at once; one that fails or is late leaves the other's. Whom we know
 * ourselves keeps what we wrote, and gets from there what is empty; whom only the CRM knows is shown as it knows him.
 */
public record BothCards(CustomerCards ours, CustomerCards theirs) implements CustomerCards {
  @Override
  public CompletionStage<Found> lookup(TenantId tenant, String number) {
    return ours.lookup(tenant, number).thenCombine(theirs.lookup(tenant, number), BothCards::both);
  }

  @Override
  public CompletionStage<Found> of(TenantId tenant, long customer) {
    return ours.of(tenant, customer);
  }

  private static Found both(Found ours, Found theirs) {
    if (ours.cards().isEmpty()) {
      return theirs.cards().isEmpty() && (ours.state() == State.FAILED || theirs.state() == State.FAILED) ? Found.FAILED : theirs;
    }
    if (ours.cards().size() > 1 || theirs.cards().size() != 1) {
      return ours;
    }
    List<CustomerCard> cards = new ArrayList<>();
    cards.add(filled(ours.cards().getFirst(), theirs.cards().getFirst()));
    return new Found(State.DONE, cards);
  }

  private static CustomerCard filled(CustomerCard ours, CustomerCard theirs) {
    return new CustomerCard(
        ours.id(), ours.name(), ours.number(), or(ours.valueClass(), theirs.valueClass()), or(ours.language(), theirs.language()),
        or(ours.company(), theirs.company()), ours.doNotCall() || theirs.doNotCall(), ours.preferences(), ours.consent(),
        or(ours.notes(), theirs.notes()), ours.openCases(), ours.openTasks(), ours.lastContacts(), theirs.link());
  }

  private static String or(String ours, String theirs) {
    return ours.isEmpty() ? theirs : ours;
  }
}
