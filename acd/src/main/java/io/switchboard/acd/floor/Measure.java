package io.switchboard.acd.floor;

import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.journal.Fact;
import java.util.Map;

/** What each policy compares, of one agent for one call; the least is best. The definitions stand at {@link AgentPolicy}. */
public final class Measure {
  private static final long MILLION = 1_000_000;

  private Measure() {}

  public static long of(AgentPolicy policy, Agent agent, Visit visit, long nowMs) {
    return switch (policy) {
      case LONGEST_IDLE -> agent.sinceMs();
      case ROUND_ROBIN -> agent.work().offeredMs();
      case LEAST_OCCUPIED -> occupancy(agent.workAt(nowMs));
      case FEWEST_CALLS -> agent.work().calls();
      case MOST_SKILLED -> -levels(agent, visit);
      case WEIGHTED -> (agent.work().calls() + 1L) * MILLION / (agent.settings() == null ? 1 : agent.settings().weight());
    };
  }

  private static long occupancy(Fact.Workload work) {
    return work.staffedMs() == 0 ? 0 : work.busyMs() * MILLION / work.staffedMs();
  }

  /** His levels of what the call asked for when it came, summed; a level that he lacks counts 0. */
  private static long levels(Agent agent, Visit visit) {
    QueueSettings queue = visit.queue().settings();
    Map<String, Integer> asked = queue == null ? visit.entered().skills() : Skills.both(queue.skills(), visit.entered().skills());
    Map<String, Integer> has = agent.skills();
    long sum = 0;
    for (String skill : asked.keySet()) {
      sum += has.getOrDefault(skill, 0);
    }
    return sum;
  }
}
