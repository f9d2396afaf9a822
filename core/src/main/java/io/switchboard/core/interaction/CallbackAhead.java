package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * A callback that is to be made, or that is under way. Times are milliseconds since the epoch.
 *
 * @param callback an interaction of its own
 * @param from the one in which the customer asked for it, or gave up
 * @param number E.164
 * @param sinceMs from when his wait counts
 * @param by a user, or {@code caller}
 * @param tries how often he was dialled in vain
 * @param dueMs not dialled before; null: he is still on the line on which he asked
 */
public record CallbackAhead(
    CallId callback, CallId from, QueueId queue, String number, String name, long sinceMs, long bookedAtMs, String by, int tries,
    @Nullable Long dueMs, State state) {

  /** How far it is. */
  public enum State {
    /** For its time, or for its turn. */
    WAITING,
    /** An agent is reserved and the customer's phone is dialled. */
    DIALLING,
    /** The customer answered: his agent's phone rings, or they talk. */
    TALKING
  }
}
