package io.switchboard.desktop.desk;

import io.switchboard.core.agent.AgentState;
import io.switchboard.desktop.desk.DeskSettings.QueuePlan;
import io.switchboard.desktop.protocol.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server would accept of an agent now, for his call. The page's buttons are made of this and of nothing else: a verb stands here if
 * and only if its endpoint would take it.
 */
final class Verbs {
  private Verbs() {}

  /** In the order of {@link Verb}. */
  static List<Verb> of(AgentAtDesk agent, QueuePlan queue) {
    List<Verb> can = new ArrayList<>();
    switch (agent.state()) {
      case TALKING, HELD -> can.add(Verb.WRAP_UP);
      case WRAP_UP -> {
        if (extendable(agent, queue)) {
          can.add(Verb.EXTEND_WRAP_UP);
        }
        can.add(Verb.WRAP_UP);
      }
      case RESERVED, RINGING, READY, NOT_READY, SIGNED_OUT -> { }
    }
    return List.copyOf(can);
  }

  /** As {@code POST /api/me/extend-wrap-up} sees it. */
  static boolean extendable(AgentAtDesk agent, QueuePlan queue) {
    return agent.state() == AgentState.WRAP_UP && agent.terms().untilMs() > 0
        && agent.terms().extensions() < queue.extensions();
  }
}
