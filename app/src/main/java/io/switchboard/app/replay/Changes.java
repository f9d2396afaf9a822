package io.switchboard.app.replay;

import io.switchboard.acd.agent.AgentSettings;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.replay.Recorded;
import io.switchboard.acd.replay.Staffing;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is to be there otherwise.
 *
 * @param add agents more, each at one queue
 * @param leave so many of those who were there
 * @param without these, by name
 */
public record Changes(List<Change> add, List<Change> leave, List<Change> without) {
  public Changes {
    add = List.copyOf(add);
    leave = List.copyOf(leave);
    without = List.copyOf(without);
  }

  public boolean none() {
    return add.isEmpty() && leave.isEmpty() && without.isEmpty();
  }

  /** A name that these rules do not have, and what it was given to; empty: none. */
  public Optional<String> unknown(TenantId tenant, FloorSettings rules) {
    for (Change change : add) {
      if (!knowsQueue(rules, new QueueId(tenant, change.name()))) {
        return Optional.of("--add: there is no queue " + tenant.value() + "/" + change.name());
      }
    }
    for (Change change : leave) {
      if (!change.name().isEmpty() && !knowsQueue(rules, new QueueId(tenant, change.name()))) {
        return Optional.of("--leave: there is no queue " + tenant.value() + "/" + change.name());
      }
    }
    return without.stream().filter(change -> rules.agents().stream().noneMatch(each -> each.id().equals(new AgentId(tenant, change.name()))))
        .findFirst().map(change -> "--without: there is no agent " + tenant.value() + "/" + change.name());
  }

  private static boolean knowsQueue(FloorSettings rules, QueueId queue) {
    return rules.queues().stream().anyMatch(each -> each.id().equals(queue));
  }

  /**
   * Of those who leave by number, those who signed in first go: their day is over first.
   *
   * @throws IllegalArgumentException when fewer were there than are to leave
   */
  public Staffing staffing(TenantId tenant, Period period, Recorded recorded, FloorSettings rules) {
    List<Staffing.Away> away = new ArrayList<>();
    for (Change change : without) {
      away.add(new Staffing.Away(new AgentId(tenant, change.name()), change.fromMs(period), change.untilMs(period)));
    }
    for (Change change : leave) {
      long fromMs = change.fromMs(period);
      List<AgentId> there = recorded.signedInAt(fromMs).stream()
          .filter(agent -> change.name().isEmpty() || serves(rules, agent, new QueueId(tenant, change.name())))
          .filter(agent -> away.stream().noneMatch(gone -> gone.agent().equals(agent) && gone.fromMs() <= fromMs && fromMs < gone.untilMs()))
          .toList();
      if (there.size() < change.count()) {
        throw new IllegalArgumentException("--leave: at " + change.from() + " only " + there.size() + " were signed in"
            + (change.name().isEmpty() ? "" : " who serve " + change.name()) + ", not " + change.count());
      }
      there.subList(0, change.count()).forEach(agent -> away.add(new Staffing.Away(agent, fromMs, change.untilMs(period))));
    }
    return new Staffing(away, add.stream().map(change -> new Staffing.Extra(
        new QueueId(tenant, change.name()), change.count(), change.fromMs(period), change.untilMs(period))).toList());
  }

  private static boolean serves(FloorSettings rules, AgentId id, QueueId queue) {
    return rules.agents().stream().filter(agent -> agent.id().equals(id)).map(AgentSettings::queues).anyMatch(queues -> queues.contains(queue));
  }
}
