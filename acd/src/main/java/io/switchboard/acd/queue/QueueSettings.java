package io.switchboard.acd.queue;

import io.switchboard.acd.skill.Relaxation;
import io.switchboard.acd.skill.Skills;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.time.Hours;
import java.util.List;
import java.util.Map;

/**
 * One queue. Durations are milliseconds.
 *
 * @param skills required of every agent who answers: skill → least level, 1 to 10
 * @param relaxations what is enough after a while; in the order of their times, at most 10
 * @param priority added to each call's own, 0 to 10
 * @param ringMs how long one agent's phone rings before the next agent's does, 1,000 to 600,000
 * @param wrapUpMs after-call work; 0: none
 * @param announceEveryMs how often a waiting caller hears his position; 0: never
 * @param announceOnEntry whether he also hears it when he enters and nobody is free
 * @param musicClass what he hears meanwhile, as the telephone server names it
 * @param maxWaiting refuses calls while so many wait or ring; 0: no limit
 * @param waitWithoutAgents whether calls may wait while no agent of this queue is signed in
 */
public record QueueSettings(
    QueueId id, Map<String, Integer> skills, List<Relaxation> relaxations, int priority, long ringMs, long wrapUpMs, long announceEveryMs,
    boolean announceOnEntry, String musicClass, int maxWaiting, Hours hours, boolean waitWithoutAgents) {

  public QueueSettings {
    Skills.check(skills, 1);
    within("priority", priority, 0, 10);
    within("ringMs", ringMs, 1_000, 600_000);
    within("wrapUpMs", wrapUpMs, 0, 24 * 3_600_000L);
    within("announceEveryMs", announceEveryMs, 0, 3_600_000);
    within("maxWaiting", maxWaiting, 0, 1_000_000);
    within("number of relaxations", relaxations.size(), 0, 10);
    for (int i = 1; i < relaxations.size(); i++) {
      if (relaxations.get(i).afterMs() <= relaxations.get(i - 1).afterMs()) {
        throw new IllegalArgumentException("queue " + id
            + ": relaxations stand in the order of their times, each later than the one before");
      }
    }
    skills = Map.copyOf(skills);
    relaxations = List.copyOf(relaxations);
  }

  /**
   * A queue with what most queues have: rings 20 s, no wrap-up, position every 30 s, open day and night, waits only for signed-in agents.
   */
  public static QueueSettings of(QueueId id) {
    return new QueueSettings(id, Map.of(), List.of(), 0, 20_000, 0, 30_000, false, "default", 0, Hours.always(), false);
  }

  private static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value);
    }
  }
}
