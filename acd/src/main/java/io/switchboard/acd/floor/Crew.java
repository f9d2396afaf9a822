package io.switchboard.acd.floor;

import io.switchboard.core.agent.AgentState;
import java.util.HashMap;
import java.util.Map;

/** Agents at work, counted by pool: signed in, not on a break nor about to be, with a phone that can be reached. */
final class Crew {
  private static final String THEN_READY = "ready";

  private final Map<Pool, Integer> working = new HashMap<>();

  Crew(Staff staff) {
    for (Agent agent : staff.all()) {
      if (agent.pool != null && works(agent)) {
        working.merge(agent.pool, 1, Integer::sum);
      }
    }
  }

  private static boolean works(Agent agent) {
    boolean present = agent.state() != AgentState.SIGNED_OUT && agent.state() != AgentState.NOT_READY;
    boolean stays = agent.pending().isEmpty() || agent.pending().equals(THEN_READY);
    return present && stays && agent.handset != null && agent.handset.reachable() && agent.handset.fit();
  }

  /** Pool → how many of it are at work, one or more. */
  Map<Pool, Integer> working() {
    return working;
  }

  /** Those who may take what a call of this queue asks for. */
  int able(CallQueue queue, Requirement asked) {
    int able = 0;
    for (Map.Entry<Pool, Integer> each : working.entrySet()) {
      able += each.getKey().serves(queue) && each.getKey().enoughFor(asked) ? each.getValue() : 0;
    }
    return able;
  }

  int of(CallQueue queue) {
    int here = 0;
    for (Map.Entry<Pool, Integer> each : working.entrySet()) {
      here += each.getKey().serves(queue) ? each.getValue() : 0;
    }
    return here;
  }
}
