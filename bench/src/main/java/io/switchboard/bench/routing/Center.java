package io.switchboard.bench.routing;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.policy.CallOrder;
import io.switchboard.acd.queue.Doors;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.acd.queue.Waiting;
import io.switchboard.acd.skill.Relaxation;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.Phone;
import io.switchboard.core.time.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A contact center to measure. Every second queue requires a skill that relaxes after 30 s and again after 120 s, every second has 30 s of
 * wrap-up and tells positions each minute. Agents answer three queues and speak up to two languages; ten on average are alike.
 *
 * @param waiting calls that the traffic keeps waiting; 0: traffic for half of the agents, so that many are ready
 */
record Center(int agents, int queues, int waiting) {
  private static final int LANGUAGES = 6;

  static String language(Random dice) {
    return "language" + dice.nextInt(LANGUAGES);
  }

  QueueId queue(int number) {
    return QueueId.of("bench", "q" + number);
  }

  AgentId agent(int number) {
    return AgentId.of("bench", "a" + number);
  }

  FloorSettings settings() {
    Random dice = new Random(1);
    List<QueueSettings> all = new ArrayList<>();
    for (int q = 0; q < queues; q++) {
      boolean expert = q % 2 == 0;
      all.add(QueueSettings.of(queue(q))
          .withSkills(
              expert ? Map.of("product" + q % 10, 5) : Map.of(), List.of(relaxed(30_000, q % 10, 2), relaxed(120_000, q % 10, 0)))
          .withOrder(new CallOrder(q % 7 == 0 ? 1 : 0, 20_000))
          .withWork(20_000, q % 4 < 2 ? 30_000 : 0)
          .withWaiting(new Waiting(q % 2 == 1 ? 60_000 : 0, q % 2 == 1, "default"))
          .withDoors(new Doors(0, 0, Hours.always(), true)));
    }
    List<AgentSettings> people = new ArrayList<>();
    List<Set<QueueId>> answers = new ArrayList<>();
    List<Map<String, Integer>> skills = new ArrayList<>();
    for (int profile = 0; profile < Math.max(1, agents / 10); profile++) {
      Set<QueueId> some = new HashSet<>(Set.of(queue(profile % queues)));
      while (some.size() < Math.min(3, queues)) {
        some.add(queue(dice.nextInt(queues)));
      }
      answers.add(some);
      skills.add(skills(dice));
    }
    for (int a = 0; a < agents; a++) {
      int profile = a % answers.size();
      people.add(new AgentSettings(agent(a), "Agent " + a, new Phone.Endpoint("phone" + a), skills.get(profile), answers.get(profile), 1, 1));
    }
    return FloorSettings.of(all, people);
  }

  private static Relaxation relaxed(long afterMs, int product, int level) {
    Map<String, Integer> enough = new HashMap<>(Map.of("product" + product, level));
    for (int i = 0; i < LANGUAGES; i++) {
      enough.put("language" + i, level == 0 ? 0 : 1);
    }
    return new Relaxation(afterMs, enough);
  }

  private static Map<String, Integer> skills(Random dice) {
    Map<String, Integer> skills = new HashMap<>();
    for (int i = 0; i < 4; i++) {
      skills.put("product" + dice.nextInt(10), 1 + dice.nextInt(10));
    }
    skills.put(language(dice), 1 + dice.nextInt(10));
    skills.put(language(dice), 1 + dice.nextInt(10));
    return skills;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d/%,d/%,d", agents, queues, waiting);
  }
}
