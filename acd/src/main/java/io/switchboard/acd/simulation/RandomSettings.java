package io.switchboard.acd.simulation;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.agent.BreakPlan;
import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.AgentPolicy;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.policy.Reserve;
import io.switchboard.acd.queue.Choice;
import io.switchboard.acd.queue.Comfort;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.Overflow;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Returns;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.queue.Work;
import io.switchboard.acd.queue.WrapUp;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.ending.OfferEnding;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.line.Phone;
import io.switchboard.core.time.Hours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What an administrator might set up, at random: every policy, relaxation, reserve and door comes up in some schedule. */
final class RandomSettings {
  static final TenantId DEMO = new TenantId("demo");
  static final List<QueueId> QUEUES = List.of(QueueId.of("demo", "q0"), QueueId.of("demo", "q1"), QueueId.of("demo", "q2"));
  static final int AGENTS = 6;

  private RandomSettings() {}

  /** Three queues and up to six agents, of whom the last two can take anything, so that every queue can drain. */
  static FloorSettings of(Random dice) {
    List<QueueSettings> queues = QUEUES.stream().map(id -> new QueueSettings(
        id, dice.nextInt(3) == 0 ? Map.of("s0", 3) : Map.of(),
        dice.nextBoolean() ? List.of() : List.of(
            new Relaxation(5_000, Map.of("s0", 1, "s1", 2)), new Relaxation(12_000, Map.of("s0", 0, "s1", 0))),
        new CallOrder(dice.nextInt(2), 10_000L * dice.nextInt(3)), choice(dice), 10_000, work(dice),
        new Waiting(dice.nextInt(2) * 7_000L, dice.nextBoolean(), "default", true, new Comfort(List.of("goodbye"), 9_000)),
        new Doors(dice.nextInt(4) == 0 ? 12 : 0, dice.nextInt(3) == 0 ? 20_000 : 0, Hours.always(), dice.nextBoolean(),
            overflows(dice)), returns(dice))).toList();
    List<AgentSettings> agents = new ArrayList<>();
    for (int a = 0; a < AGENTS; a++) {
      boolean expert = a >= AGENTS - 2;
      Map<String, Integer> skills = expert ? Map.of("s0", 9, "s1", 9) : dice.nextBoolean() ? Map.of("s0", 1 + dice.nextInt(5)) : Map.of();
      Set<QueueId> answers = expert ? Set.copyOf(QUEUES) : Set.of(QUEUES.get(dice.nextInt(3)));
      agents.add(new AgentSettings(AgentId.of("demo", "a" + a), "a" + a, new Phone.Endpoint("a" + a), skills, answers,
          1 + dice.nextInt(3), 1 + dice.nextInt(3), dice.nextBoolean(), breaks(dice)));
    }
    if (dice.nextInt(4) == 0) {
      agents.removeFirst();
    }
    FloorSettings.Names names = new FloorSettings.Names(Set.of("s0", "s1"), Map.of("vip", 3), reasons(dice));
    return new FloorSettings(queues, agents, Map.of(DEMO, names), 6_000, 30_000, FloorSettings.RING_GRACE_MS);
  }

  private static Work work(Random dice) {
    WrapUp wrapUp = switch (dice.nextInt(4)) {
      case 0 -> WrapUp.NONE;
      case 1 -> WrapUp.fixed(4_000);
      case 2 -> new WrapUp(4_000, 3_000, 2);
      default -> WrapUp.endless();
    };
    return new Work(wrapUp, dice.nextBoolean() ? Work.ALL_STRIKES : Set.of(OfferEnding.UNANSWERED), dice.nextBoolean());
  }

  /** One that comes in the first ten minutes. */
  private static List<BreakPlan> breaks(Random dice) {
    LocalTime soon = LocalTime.ofInstant(Instant.ofEpochMilli(World.START_MS + dice.nextInt(600_000)), ZoneOffset.UTC);
    return dice.nextInt(3) > 0 ? List.of() : List.of(new BreakPlan("r1", soon, ZoneOffset.UTC, 60_000, dice.nextInt(2) * 20_000L));
  }

  private static Map<String, NotReadyReason> reasons(Random dice) {
    return dice.nextBoolean() ? Map.of() : Map.of(
        "r0", NotReadyReason.FREE, "r1", new NotReadyReason(6_000, false), "r2", new NotReadyReason(8_000, true));
  }

  private static Choice choice(Random dice) {
    AgentPolicy policy = AgentPolicy.values()[dice.nextInt(AgentPolicy.values().length)];
    return new Choice(
        policy, dice.nextInt(4) == 0 ? new Reserve(1, 2) : Reserve.NONE, dice.nextInt(3) == 0 ? 8_000 : 0,
        dice.nextInt(2) * 60_000L, 1 + dice.nextInt(3));
  }

  private static List<Overflow> overflows(Random dice) {
    return switch (dice.nextInt(4)) {
      case 0 -> List.of(new Overflow("crowded", 0, 0, 6, 0), new Overflow("late", 9_000, 3_000, 2, 0));
      case 1 -> List.of(new Overflow("few", 4_000, 0, 0, 2));
      default -> List.of();
    };
  }

  private static Returns returns(Random dice) {
    return new Returns(dice.nextInt(2) * 30_000L, dice.nextInt(3) == 0
        ? null : new Returns.Callback("+4930", List.of("trunk"), List.of("+49"), 10_000, 1 + dice.nextInt(3), 10_000, 90_000, 20));
  }
}
