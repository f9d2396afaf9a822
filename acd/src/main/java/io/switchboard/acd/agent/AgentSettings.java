package io.switchboard.acd.agent;

import io.switchboard.acd.skill.Skills;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.Phone;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One agent.
 *
 * @param name as people read it
 * @param phone where he is rung
 * @param skills skill → level, 1 to 10
 * @param queues that he answers; of his own tenant
 * @param strikes after so many offers in a row that he let pass, of those that their queue counts, he is made not ready, 1 to 100
 * @param weight his share of the calls of a queue whose policy is weighted, 1 to 100
 * @param autoAnswer his phone is asked to pick up by itself, whatever the queue
 * @param breaks of every day, at most 10
 */
public record AgentSettings(
    AgentId id, String name, Phone phone, Map<String, Integer> skills, Set<QueueId> queues, int strikes, int weight, boolean autoAnswer,
    List<BreakPlan> breaks) {
  /** Who answers himself and plans no breaks. */
  public AgentSettings(
      AgentId id, String name, Phone phone, Map<String, Integer> skills, Set<QueueId> queues, int strikes, int weight) {
    this(id, name, phone, skills, queues, strikes, weight, false, List.of());
  }

  public AgentSettings {
    Skills.check(skills, 1);
    within(id, "strikes", strikes);
    within(id, "weight", weight);
    for (QueueId queue : queues) {
      if (!queue.tenant().equals(id.tenant())) {
        throw new IllegalArgumentException("agent " + id + " answers queues of his own tenant only, not " + queue);
      }
    }
    skills = Map.copyOf(skills);
    queues = Set.copyOf(queues);
    breaks = List.copyOf(breaks);
    if (breaks.size() > 10) {
      throw new IllegalArgumentException("agent " + id + " has at most 10 breaks, not " + breaks.size());
    }
  }

  private static void within(AgentId id, String what, int value) {
    if (value < 1 || value > 100) {
      throw new IllegalArgumentException("agent " + id + ": " + what + " is from 1 to 100, not " + value);
    }
  }
}
