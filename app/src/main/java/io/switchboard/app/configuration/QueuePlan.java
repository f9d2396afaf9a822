package io.switchboard.app.configuration;

import io.switchboard.core.id.QueueId;
import io.switchboard.core.time.Hours;
import java.util.List;
import java.util.Map;

/**
 * A queue as it is configured. Durations in milliseconds.
 *
 * @param skills required skill → least level, 1 to 10
 * @param relaxations in order of time
 * @param priority 0 (none) to 10 (highest)
 * @param announcePositionOnEntry whether who must wait hears his position at once
 * @param announcePositionEveryMs 0 for never
 * @param music a music class of Asterisk
 * @param maxWaiting more are refused
 * @param waitWithoutAgents whether callers wait though nobody is signed in
 */
public record QueuePlan(
    QueueId id, Map<String, Integer> skills, List<Relaxation> relaxations, int priority, long ringMs, long wrapUpMs,
    boolean announcePositionOnEntry, long announcePositionEveryMs, String music, int maxWaiting, Hours hours, boolean waitWithoutAgents) {

  /** From {@code afterMs} of waiting on, these levels are enough; 0 for anyone. Skills that are not named stay as they were. */
  public record Relaxation(long afterMs, Map<String, Integer> skills) {}
}
