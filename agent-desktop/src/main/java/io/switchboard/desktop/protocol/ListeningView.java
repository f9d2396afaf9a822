package io.switchboard.desktop.protocol;

import io.switchboard.core.agent.ListenMode;
import io.switchboard.core.ending.ListenEnding;
import org.jspecify.annotations.Nullable;

/**
 * The talk that a supervisor hears, or heard last.
 *
 * @param agentName as people read it
 * @param sinceMs of this state, milliseconds since the epoch
 * @param ending why it is over; null: it is not
 */
public record ListeningView(
    String call, String agent, String agentName, ListenMode mode, ListeningState state, long sinceMs, @Nullable ListenEnding ending) {
  public enum ListeningState { RINGING, JOINED, OVER }
}
