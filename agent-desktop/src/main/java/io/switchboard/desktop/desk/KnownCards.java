package io.switchboard.desktop.desk;

import io.switchboard.core.customer.Contact;
import io.switchboard.core.customer.CustomerCards;
import io.switchboard.core.customer.TimelineKind;
import io.switchboard.core.id.TenantId;
import io.switchboard.desktop.protocol.CustomerCard;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Customers' cards as a desk shows them. */
public record KnownCards(CustomerCards cards) implements CardSource {
  @Override
  public CompletionStage<Found> find(TenantId tenant, String number) {
    return cards.lookup(tenant, number).thenApply(KnownCards::shown);
  }

  @Override
  public CompletionStage<Found> of(TenantId tenant, long customer) {
    return cards.of(tenant, customer).thenApply(KnownCards::shown);
  }

  private static Found shown(CustomerCards.Found found) {
    return new Found(found.state() == CustomerCards.State.FAILED, found.cards().stream().map(KnownCards::shown).toList());
  }

  private static CustomerCard shown(io.switchboard.core.customer.CustomerCard card) {
    return new CustomerCard(
        card.id(), card.name(), card.number(), card.valueClass(), card.language(), card.company(), card.doNotCall(), card.preferences(),
        card.consent(), card.notes(),
        card.openCases().stream().map(each -> new CustomerCard.OpenCase(
            each.id(), low(each.kind()), each.title(), low(each.state()), each.owner(), each.dueAtMs())).toList(),
        card.openTasks().stream().map(each -> new CustomerCard.OpenTask(each.id(), each.kind(), each.title(), each.owner(), each.dueAtMs())).toList(),
        card.lastContacts().stream().map(KnownCards::shown).toList(), card.link());
  }

  private static CustomerCard.Contact shown(Contact contact) {
    return new CustomerCard.Contact(
        contact.atMs(), TimelineKind.valueOf(contact.kind().name()), low(contact.direction()), contact.call() == null ? null : contact.call().value(), contact.queue(),
        contact.agent(), contact.outcome());
  }

  private static String low(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
