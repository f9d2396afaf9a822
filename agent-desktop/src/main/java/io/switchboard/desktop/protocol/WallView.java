package io.switchboard.desktop.protocol;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.metric.Snapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wallboard: queues and agents by their names. A change carries the rows that changed, each whole, null for one that is no more; waiting
 * calls and alarms come as whole lists.
 *
 * @param waiting who waits, the earliest due first, at most {@value #MOST_WAITING}
 */
public record WallView(Map<String, QueueRow> queues, Map<String, AgentRow> agents, List<WaitingCall> waiting, List<AlarmView> alarms) {
  public static final int MOST_WAITING = 200;

  /**
   * Counts are of today.
   *
   * @param longestSinceMs since when the one waits who waits longest; null: nobody does
   * @param serviceLevel 0 to 1; null: of nothing
   * @param expectedWaitMs of a caller who came now; null: not known
   * @param agents who serve it and are signed in, by state
   * @param message what callers are told for the time being, or null
   */
  public record QueueRow(
      long waiting, @Nullable Long longestSinceMs, @Nullable Double serviceLevel, @Nullable Long expectedWaitMs, Map<AgentState, Long> agents,
      long answered, long abandoned, boolean closed, @Nullable String message) {}

  /** {@code call} and {@code queue}: what he is rung for, talks with or wraps up; null: nothing. {@code listenedBy}: the supervisor in his talk, or null. */
  public record AgentRow(
      String displayName, AgentState state, String reason, long sinceMs, @Nullable String call, @Nullable String queue, String number,
      String valueClass, boolean phoneReachable, @Nullable String listenedBy) {}

  /** {@code stage}: waiting, ringing or callback. {@code priority}: points, 0 to 10. */
  public record WaitingCall(
      String call, String queue, Snapshot.Stage stage, long sinceMs, int position, String number, String valueClass, int priority) {}

  /** {@code value} is beyond {@code limit}: calls, milliseconds, or a share of 0 to 1. */
  public record AlarmView(String queue, AlarmKind kind, double value, double limit, long sinceMs) {}

  public enum AlarmKind { WAITING, LONGEST_WAIT, SERVICE_LEVEL }
}
