package io.switchboard.desktop.protocol;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.metric.Snapshot;
import java.util.Map;

/** What an agent did today, as the board counted it. */
public final class Today {
  private Today() {}

  public static TodayView of(Snapshot.Agent agent) {
    Map<AgentState, Long> ms = agent.spent().ms();
    return new TodayView(
        agent.spent().untilMs(), agent.callsAnswered(), ms.getOrDefault(AgentState.TALKING, 0L), ms.getOrDefault(AgentState.HELD, 0L),
        ms.getOrDefault(AgentState.WRAP_UP, 0L), ms.getOrDefault(AgentState.READY, 0L), ms.getOrDefault(AgentState.NOT_READY, 0L),
        agent.offersUnanswered(), agent.dialled());
  }
}
