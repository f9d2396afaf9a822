package io.switchboard.acd.estimate;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.QueueExit;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of every queue, as a fold of facts in their order. Only calls and engagements that it saw begin are counted, so it may begin
 * at any moment.
 */
public final class Observed {
  /** How far back it looks, milliseconds. */
  public static final long WINDOW_MS = Observations.WINDOW_MS;

  private static final class Engagement {
    final QueueId queue;
    final long sinceMs;
    boolean talked;

    Engagement(QueueId queue, long sinceMs) {
      this.queue = queue;
      this.sinceMs = sinceMs;
    }
  }

  private final Map<QueueId, Observations> queues = new HashMap<>();
  private final Map<AgentId, Engagement> engaged = new HashMap<>();
  private final Map<CallId, QueueId> waiting = new HashMap<>();
  /** Customers who are to be called back: they do not wait on the line, and cannot give up. */
  private final Set<CallId> absent = new HashSet<>();

  /** The pace of this queue. */
  public Pace pace(QueueId queue, long nowMs) {
    Observations seen = queues.get(queue);
    return seen == null ? Pace.NONE : seen.pace(nowMs);
  }

  /** @return whether it says anything of a pace */
  public boolean apply(Fact fact) {
    switch (fact) {
      case Fact.CallbackBooked f -> absent.add(f.call());
      case Fact.CallbackReached f -> {
        if (absent.remove(f.call())) {
          waits(f.call(), f.queue(), f.atMs());
        }
      }
      case Fact.QueueEntered f -> {
        if (!absent.contains(f.call())) {
          waits(f.call(), f.queue(), f.atMs());
        }
      }
      case Fact.QueueLeft f -> {
        absent.remove(f.call());
        waitsNoMore(f.call(), f.atMs(), f.exit() == QueueExit.ABANDONED || f.exit() == QueueExit.KEY);
      }
      case Fact.OfferMade f -> {
        Engagement before = engaged.put(f.agent(), new Engagement(f.queue(), f.atMs()));
        free(before, f.atMs());
        of(f.queue(), f.atMs()).engages(f.atMs());
      }
      case Fact.Connected f -> connected(f);
      case Fact.AgentStateChanged f -> changed(f);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void waits(CallId call, QueueId queue, long atMs) {
    waiting.put(call, queue);
    of(queue, atMs).waits(atMs);
  }

  private void connected(Fact.Connected fact) {
    waitsNoMore(fact.call(), fact.atMs(), false);
    Engagement engagement = engaged.get(fact.agent());
    if (engagement != null) {
      engagement.talked = true;
      of(engagement.queue, fact.atMs()).answered(fact.atMs(), fact.ringingMs());
    }
  }

  private void changed(Fact.AgentStateChanged fact) {
    boolean idle = fact.to() == AgentState.READY || fact.to() == AgentState.NOT_READY || fact.to() == AgentState.SIGNED_OUT;
    if (idle) {
      free(engaged.remove(fact.agent()), fact.atMs());
    }
  }

  private void free(@Nullable Engagement over, long atMs) {
    if (over != null) {
      of(over.queue, atMs).free(atMs, atMs - over.sinceMs, over.talked);
    }
  }

  private void waitsNoMore(CallId call, long atMs, boolean abandoned) {
    QueueId queue = waiting.remove(call);
    if (queue != null) {
      of(queue, atMs).waitsNoMore(atMs, abandoned);
    }
  }

  private Observations of(QueueId queue, long atMs) {
    return queues.computeIfAbsent(queue, each -> new Observations(atMs));
  }
}
