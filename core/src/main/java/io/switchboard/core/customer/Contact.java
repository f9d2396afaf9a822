package io.switchboard.core.customer;

import io.switchboard.core.id.CallId;
import org.jspecify.annotations.Nullable;

/**
 * One contact in a line.
 *
 * @param atMs when it began, milliseconds since the epoch
 * @param call its interaction; null: none, e.g. of a note
 * @param queue the last one that he was in, or empty
 * @param agent name of him with whom he talked last, or of who wrote the note; or empty
 * @param outcome of a call how it ended (lower case, {@code live} while it goes on), of a survey its score, of a note its text
 */
public record Contact(long atMs, Kind kind, Direction direction, @Nullable CallId call, String queue, String agent, String outcome) {

  public enum Kind {
    CALL,
    CALLBACK,
    VOICEMAIL,
    TRANSFER,
    SURVEY,
    NOTE
  }

  public enum Direction {
    IN,
    OUT
  }
}
