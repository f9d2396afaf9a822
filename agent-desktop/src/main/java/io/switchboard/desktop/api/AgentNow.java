package io.switchboard.desktop.api;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * An agent as he is shown: what the board counts, how people call him, and whether his phone can be rung.
 *
 * @param untilMs when his wrap-up or his time for being not ready is over; null: nothing ends it by time
 * @param endless a wrap-up that only he ends
 */
record AgentNow(
    AgentId agent, String displayName, AgentState state, long sinceMs, long idleSinceMs, String reason, String pending, String by,
    @Nullable Long untilMs, boolean endless, boolean overLimit, boolean reachable, @Nullable CallId call, long callsAnswered,
    long offersUnanswered, long handled, @Nullable Double ahtMs, long holdMs, @Nullable Double occupancy) {

  static AgentNow of(Snapshot.Agent agent, Numbers numbers) {
    return new AgentNow(
        agent.agent(), numbers.displayName(agent.agent()), agent.state(), agent.sinceMs(), agent.idleSinceMs(), agent.reason(),
        agent.pending(), agent.by(), agent.untilMs() > 0 ? agent.untilMs() : null, agent.untilMs() == Fact.Terms.ENDLESS, agent.overLimit(),
        numbers.reachable(agent.agent()), agent.call(), agent.callsAnswered(), agent.offersUnanswered(), agent.handled(), agent.ahtMs(),
        agent.holdMs(), agent.occupancy());
  }
}
