package io.switchboard.acd.queue;

import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
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
 * @param order which call comes first
 * @param choice which agent gets it
 * @param ringMs how long one agent's phone rings before the next agent's does, 1,000 to 600,000
 * @param work after-call work, and what else its calls ask of the agents
 * @param waiting what callers hear
 * @param doors who may come in, for how long, and who is sent on
 * @param returns how callers who are off the line keep their place
 */
public record QueueSettings(
    QueueId id, Map<String, Integer> skills, List<Relaxation> relaxations, CallOrder order, Choice choice, long ringMs, Work work,
    Waiting waiting, Doors doors, Returns returns) {

  public QueueSettings {
    Skills.check(skills, 1);
    within("ringMs", ringMs, 1_000, 600_000);
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
   * A queue with what most queues have: a goal of 20 s, longest idle, rings 20 s, no wrap-up, position every 30 s, open day and night, waits
   * only for signed-in agents.
   */
  public static QueueSettings of(QueueId id) {
    return new QueueSettings(
        id, Map.of(), List.of(), new CallOrder(0, 20_000), new Choice(AgentPolicy.LONGEST_IDLE, Reserve.NONE, 0), 20_000,
        Work.of(WrapUp.NONE),
        new Waiting(30_000, false, "default"), new Doors(0, 0, Hours.always(), false), Returns.NONE);
  }

  /** Whether it tells waits, or sends calls on by how long they would wait. */
  public boolean expectsWaits() {
    return waiting.tellsWaits() || doors.overflows().stream().anyMatch(rule -> rule.expectedWaitMs() > 0);
  }

  /** The same queue, asking for these skills. */
  public QueueSettings withSkills(Map<String, Integer> required, List<Relaxation> relaxing) {
    return new QueueSettings(id, required, relaxing, order, choice, ringMs, work, waiting, doors, returns);
  }

  public QueueSettings withOrder(CallOrder other) {
    return new QueueSettings(id, skills, relaxations, other, choice, ringMs, work, waiting, doors, returns);
  }

  public QueueSettings withChoice(Choice other) {
    return new QueueSettings(id, skills, relaxations, order, other, ringMs, work, waiting, doors, returns);
  }

  /** The same queue with these times of ringing and wrap-up. */
  public QueueSettings withWork(long ringingMs, long wrappingUpMs) {
    return withWork(ringingMs, new Work(WrapUp.fixed(wrappingUpMs), work.strikes(), work.autoAnswer(), work.codes()));
  }

  public QueueSettings withWork(Work other) {
    return withWork(ringMs, other);
  }

  private QueueSettings withWork(long ringingMs, Work other) {
    return new QueueSettings(id, skills, relaxations, order, choice, ringingMs, other, waiting, doors, returns);
  }

  public QueueSettings withWaiting(Waiting other) {
    return new QueueSettings(id, skills, relaxations, order, choice, ringMs, work, other, doors, returns);
  }

  public QueueSettings withDoors(Doors other) {
    return new QueueSettings(id, skills, relaxations, order, choice, ringMs, work, waiting, other, returns);
  }

  public QueueSettings withReturns(Returns other) {
    return new QueueSettings(id, skills, relaxations, order, choice, ringMs, work, waiting, doors, other);
  }

  static void within(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(what + " is from " + least + " to " + most + ", not " + value);
    }
  }
}
