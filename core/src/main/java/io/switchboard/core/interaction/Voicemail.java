package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * A message that a caller left.
 *
 * @param message its number within the call
 * @param caller his number, or empty
 * @param atMs when it ended, milliseconds since the epoch
 * @param ms how long it is
 * @param file below the data directory
 * @param heard who listened to it last, or null
 * @param done who has dealt with it, or null
 */
public record Voicemail(
    CallId call, int message, QueueId queue, String caller, long atMs, long ms, String file, @Nullable Mark heard, @Nullable Mark done) {

  /** {@code by}: a user of the tenant. */
  public record Mark(String by, long atMs) {}

  /** {@code call-message}. */
  public String id() {
    return id(call, message);
  }

  public static String id(CallId call, int message) {
    return call.value() + "-" + message;
  }
}
