package io.switchboard.app;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.app.configuration.QueuePlan;
import java.util.List;

/** Queues and agents as the ACD reads them. */
final class Floor {
  private Floor() {}

  static List<QueueSettings> queues(List<QueuePlan> queues) {
    return queues.stream().map(Floor::queue).toList();
  }

  private static QueueSettings queue(QueuePlan plan) {
    List<Relaxation> relaxations = plan.relaxations().stream().map(r -> new Relaxation(r.afterMs(), r.skills())).toList();
    return new QueueSettings(plan.id(), plan.skills(), relaxations, plan.priority(), plan.ringMs(), plan.wrapUpMs(),
        plan.announcePositionEveryMs(), plan.announcePositionOnEntry(), plan.music(), plan.maxWaiting(), plan.hours(),
        plan.waitWithoutAgents());
  }

  static List<AgentSettings> agents(List<AgentPlan> agents) {
    return agents.stream()
        .map(a -> new AgentSettings(a.id(), a.displayName(), a.phone().phone(), a.skills(), a.queues(), a.strikes()))
        .toList();
  }
}
