package io.switchboard.core.signal;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import org.jspecify.annotations.Nullable;

/** What people ask of callbacks. */
public sealed interface CallbackRequest extends Request<Reply> {

  /**
   * Calls somebody back who gave up, or whom somebody promised it.
   *
   * @param from the interaction that it belongs to
   * @param number E.164
   * @param sinceMs from when his wait counts, milliseconds since the epoch
   * @param preferred who wants to talk with him, as long as the queue lets calls wait for one agent; null: anybody
   * @param by the user who asks
   * @param notBeforeMs when he is called at the earliest, milliseconds since the epoch; 0: as soon as it is his turn
   */
  record Book(
      CallId from, QueueId queue, String number, String callerName, String language, long sinceMs, @Nullable AgentId preferred, String by,
      long notBeforeMs) implements CallbackRequest {
    /** As soon as it is his turn. */
    public Book(
        CallId from, QueueId queue, String number, String callerName, String language, long sinceMs, @Nullable AgentId preferred, String by) {
      this(from, queue, number, callerName, language, sinceMs, preferred, by, 0);
    }
  }

  /** Calls a callback off that has not reached its customer. */
  record Cancel(CallId callback, QueueId queue, String by) implements CallbackRequest {}
}
