package io.switchboard.core.why;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a call waits.
 *
 * @param atMs when this was so, milliseconds since the epoch
 * @param asksFor skill → least level, now: after what has been relaxed
 * @param preferred the agent whom it waits for alone, until {@code preferredUntilMs}; null: for anybody
 * @param candidates every agent of the queue, by name
 * @param order the queue's first calls, at most {@value #MOST_CALLS}, and this one
 */
public record WhyWaiting(
    CallId call, QueueId queue, long atMs, Place place, Map<String, Integer> asksFor, @Nullable AgentId preferred, long preferredUntilMs,
    List<Candidate> candidates, List<Place> order) {
  public static final int MOST_CALLS = 100;
}
