package io.switchboard.core.interaction;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import org.jspecify.annotations.Nullable;

/**
 * A caller who gave up waiting, and what came of it.
 *
 * @param caller his number, or empty where he withheld it: then nobody can call him back
 * @param leftAtMs when he hung up, milliseconds since the epoch
 * @param waitMs in that queue
 * @param sinceMs from when his wait counted, milliseconds since the epoch
 * @param language the last one of his call
 * @param by who asked for the callback that his state tells of, a user or {@code caller}; null where it tells of none
 * @param byAtMs when he asked for it, milliseconds since the epoch
 */
public record GaveUp(
    CallId call, QueueId queue, String caller, String callerName, long leftAtMs, long waitMs, long sinceMs, String language, State state,
    @Nullable String by, @Nullable Long byAtMs) {

  /** What came of it. His number is what tells him from others, in whatever queue of the tenant he calls or is called. */
  public enum State {
    /** Nothing yet; a callback that was called off leaves it so. */
    OPEN,
    /** A callback is to be made, or is being made. */
    BOOKED,
    /** He was called back and talked with an agent. */
    REACHED,
    /** He was called back in vain. */
    UNREACHED,
    /** He called again himself and talked with an agent, or waits now. */
    CALLED_AGAIN
  }
}
