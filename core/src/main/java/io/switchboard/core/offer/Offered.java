package io.switchboard.core.offer;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.signal.Signal;

/**
 * acd → desk: this call is offered to an agent. Sent as it is decided, before its facts are durable and his phone is dialled, so that he sees
 * who calls before it rings: nothing but a screen may follow from it.
 *
 * @param visit how the caller waits
 */
public record Offered(Fact.OfferMade offer, Fact.QueueEntered visit) implements Signal {
  public AgentId agent() {
    return offer.agent();
  }
}
