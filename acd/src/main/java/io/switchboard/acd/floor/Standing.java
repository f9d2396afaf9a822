package io.switchboard.acd.floor;

import io.switchboard.acd.estimate.Pace;
import io.switchboard.acd.estimate.WaitForecast;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.CallSignal;
import java.util.HashMap;
import java.util.Map;

/**
 * How a queue stands, for a caller who is not in it yet: as if he came last, and all its agents worked for it alone. Looks at each agent,
 * for flows and wallboards only.
 */
public final class Standing {
  private Standing() {}

  /** A queue that there is not has nobody, and no expectation. */
  public static CallSignal.QueueStands of(Floor floor, CallSignal.AskQueue asked, long nowMs) {
    CallQueue queue = floor.queues().queue(asked.queue());
    return queue == null
        ? new CallSignal.QueueStands(asked.call(), asked.queue(), 0, 0, 0, -1)
        : of(floor, queue, asked, nowMs);
  }

  /** Of each queue of a tenant for which there is one, in milliseconds. */
  public static Map<QueueId, Long> expected(Floor floor, TenantId tenant, long nowMs) {
    Map<QueueId, Long> expected = new HashMap<>();
    for (CallQueue queue : floor.queues().all()) {
      if (queue.id().tenant().equals(tenant) && queue.settings() != null) {
        int agents = new Crew(floor.staff()).of(queue);
        long ms = expectedMs(queue.inQueue(), agents, queue.ready(), floor.observed().pace(queue.id(), nowMs));
        if (ms >= 0) {
          expected.put(queue.id(), ms);
        }
      }
    }
    return Map.copyOf(expected);
  }

  private static CallSignal.QueueStands of(Floor floor, CallQueue queue, CallSignal.AskQueue asked, long nowMs) {
    int agents = new Crew(floor.staff()).of(queue);
    int ready = queue.ready();
    int waiting = queue.inQueue();
    return new CallSignal.QueueStands(
        asked.call(), asked.queue(), waiting, agents, ready, expectedMs(waiting, agents, ready, floor.observed().pace(queue.id(), nowMs)));
  }

  private static long expectedMs(int waiting, int agents, int ready, Pace pace) {
    if (ready > waiting) {
      return 0;
    }
    return WaitForecast.of(waiting, agents, pace).map(forecast -> Math.round(forecast.meanMs())).orElse(-1L);
  }
}
