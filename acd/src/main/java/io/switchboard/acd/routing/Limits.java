package io.switchboard.acd.routing;

import io.switchboard.acd.agent.AgentTrigger;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.Agent;
import io.switchboard.core.agent.Notice;
import io.switchboard.core.signal.Words;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reasons for being not ready, and how long each may last. */
final class Limits {
  private Limits() {}

  /** When this reason's time is over if it begins now, or 0. */
  static long untilMs(Turn turn, Agent agent, String reason) {
    long limitMs = of(turn, agent, reason).limitMs();
    return limitMs == 0 ? 0 : turn.nowMs + limitMs;
  }

  /** What the tenant knows, for a refusal; null: this reason may be asked for. */
  static @Nullable Words instead(Turn turn, Agent agent, String reason) {
    Map<String, NotReadyReason> known = turn.floor.settings().reasons(agent.id().tenant());
    if (!NotReadyReason.RESERVED.contains(reason) && (known.isEmpty() || known.containsKey(reason))) {
      return null;
    }
    String names = String.join(", ", new TreeSet<>(known.isEmpty() ? NotReadyReason.RESERVED : known.keySet()));
    return known.isEmpty() ? new Words("any but " + names, "除 " + names + " 以外") : Words.of(names);
  }

  /** His time for being not ready is over. */
  static void passed(Turn turn, Agent agent) {
    if (of(turn, agent, agent.reason()).thenReady()) {
      Agents.ready(turn, agent, AgentTrigger.LIMIT_PASSED_READY, "");
    } else {
      Becoming.same(turn, agent).overLimit().on(AgentTrigger.LIMIT_PASSED);
      turn.tell(agent, Notice.OVER_LIMIT, agent.reason(), "");
    }
  }

  private static NotReadyReason of(Turn turn, Agent agent, String reason) {
    return turn.floor.settings().reasons(agent.id().tenant()).getOrDefault(reason, NotReadyReason.FREE);
  }
}
