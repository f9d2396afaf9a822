package io.switchboard.acd.replay;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.queue.QueueSettings;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.line.Phone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is there otherwise than in the record.
 *
 * @param away who was there and now is not
 * @param extra who was not there and now is
 */
public record Staffing(List<Away> away, List<Extra> extra) {
  /** As it was. */
  public static final Staffing RECORDED = new Staffing(List.of(), List.of());

  /** He signs out at {@code fromMs}, after his call if he talks, and comes back as he was recorded at {@code untilMs}; epoch milliseconds. */
  public record Away(AgentId agent, long fromMs, long untilMs) {}

  /**
   * Agents like those of this queue: for this queue only, able to take each of its calls, ready all the time.
   *
   * @param count 1 or more
   */
  public record Extra(QueueId queue, int count, long fromMs, long untilMs) {}

  /** One who was not there. */
  record Newcomer(AgentSettings settings, long fromMs, long untilMs) {}

  public Staffing {
    away = List.copyOf(away);
    extra = List.copyOf(extra);
  }

  boolean isAway(AgentId agent, long atMs) {
    return away.stream().anyMatch(each -> each.agent().equals(agent) && each.fromMs() <= atMs && atMs < each.untilMs());
  }

  /** @param settings in which each queue of {@link #extra} must be */
  List<Newcomer> newcomers(FloorSettings settings) {
    Set<AgentId> taken = new HashSet<>(settings.agents().stream().map(AgentSettings::id).toList());
    List<Newcomer> newcomers = new ArrayList<>();
    for (Extra each : extra) {
      Map<String, Integer> skills = everything(settings, each.queue());
      for (int i = 0; i < each.count(); i++) {
        AgentId id = free(each.queue(), taken);
        newcomers.add(new Newcomer(
            new AgentSettings(id, id.name(), new Phone.Endpoint(id.name()), skills, Set.of(each.queue()), 100, 1),
            each.fromMs(), each.untilMs()));
      }
    }
    return newcomers;
  }

  private static AgentId free(QueueId queue, Set<AgentId> taken) {
    int number = 1;
    while (!taken.add(new AgentId(queue.tenant(), "extra-" + number))) {
      number++;
    }
    return new AgentId(queue.tenant(), "extra-" + number);
  }

  private static Map<String, Integer> everything(FloorSettings settings, QueueId queue) {
    Map<String, Integer> skills = new HashMap<>();
    settings.queues().stream().filter(each -> each.id().equals(queue)).map(QueueSettings::skills).map(Map::keySet)
        .flatMap(Collection::stream).forEach(skill -> skills.put(skill, 10));
    FloorSettings.Names names = settings.tenants().get(queue.tenant());
    if (names != null) {
      names.skills().forEach(skill -> skills.put(skill, 10));
    }
    settings.agents().forEach(agent -> agent.skills().keySet().forEach(skill -> skills.put(skill, 10)));
    return skills;
  }
}
