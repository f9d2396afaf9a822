package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent dials a number by hand. That it may be called has been checked; accepted is the id of the call.
 *
 * @param number E.164; of an emergency its digits
 * @param queue of which it is reported and wrapped up; null: the first of his own
 * @param customer whom he calls by the id of his record; 0: whoever has the number
 * @param language code of the language in which prompts would speak to him
 * @param trunks over which it is dialled, in this order
 * @param shown whose number is shown, E.164 or empty, unless the queue has one of its own
 */
public record DialRequest(
    AgentId agent, String number, boolean emergency, @Nullable QueueId queue, long customer, String language, List<String> trunks,
    String shown) implements Request<Reply> {
  public DialRequest {
    trunks = List.copyOf(trunks);
  }

  /** The same over these trunks. */
  public DialRequest over(List<String> others) {
    return new DialRequest(agent, number, emergency, queue, customer, language, others, shown);
  }
}
