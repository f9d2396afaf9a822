package io.switchboard.core.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer's matter, from his first word of it to its end.
 *
 * @param version counts the changes to it, from 1
 * @param owner name of the user who sees to it, or empty
 * @param dueAtMs by when, milliseconds since the epoch, or null
 */
public record CustomerCase(
    long id, long customer, int version, Kind kind, String title, String text, State state, String owner, @Nullable Long dueAtMs,
    String openedBy, long openedAtMs, long changedAtMs) {

  public enum Kind {
    ENQUIRY,
    ORDER,
    COMPLAINT,
    FAULT
  }

  public enum State {
    OPEN,
    IN_PROGRESS,
    /** For the customer, or somebody outside. */
    WAITING,
    DONE
  }

  /** {@code dueAtMs} null: without a deadline. */
  public record Opening(Kind kind, String title, String text, String owner, @Nullable Long dueAtMs) {}

  /** A change; null leaves a field as it is. {@code dueAtMs} 0: no deadline any more. */
  public record Move(
      @Nullable Kind kind, @Nullable String title, @Nullable String text, @Nullable State state, @Nullable String owner, @Nullable Long dueAtMs) {}
}
