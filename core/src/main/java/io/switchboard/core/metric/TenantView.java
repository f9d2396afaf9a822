package io.switchboard.core.metric;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.metric.Snapshot.LiveCall;
import io.switchboard.core.metric.Snapshot.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a tenant's snapshot: the counts of the day, and what one pass over its calls tells. */
final class TenantView {
  private final TenantNow tenant;
  private final long nowMs;
  private final Map<QueueId, List<CallNow>> waiting = new HashMap<>();
  private final Map<QueueId, List<CallNow>> placed = new HashMap<>();
  private final Map<QueueId, Long> talking = new HashMap<>();
  private final Map<QueueId, Long> callbacks = new HashMap<>();

  private TenantView(TenantNow tenant, long nowMs) {
    this.tenant = tenant;
    this.nowMs = nowMs;
    for (CallNow call : tenant.calls.values()) {
      QueueId queue = call.queue();
      if (queue != null && call.placed(nowMs)) {
        placed.computeIfAbsent(queue, each -> new ArrayList<>()).add(call);
      }
      if (queue != null && call.waiting()) {
        waiting.computeIfAbsent(queue, each -> new ArrayList<>()).add(call);
      } else if (queue != null && call.is(Stage.TALKING)) {
        talking.merge(queue, 1L, Long::sum);
      } else if (queue != null && call.absent()) {
        callbacks.merge(queue, 1L, Long::sum);
      }
    }
    placed.values().forEach(calls -> calls.sort(CallNow.PLACE));
  }

  static Snapshot.Tenant of(TenantNow tenant, long nowMs) {
    tenant.roll(nowMs);
    return new TenantView(tenant, nowMs).snapshot();
  }

  private Snapshot.Tenant snapshot() {
    return new Snapshot.Tenant(
        tenant.id, tenant.reporting.definitions(), tenant.dayMs, tenant.closures.ofAll(),
        tenant.calls.values().stream().filter(call -> call.is(Stage.IN_FLOW)).count(),
        tenant.calls.values().stream().filter(CallNow::waiting).count(),
        tenant.calls.values().stream().filter(call -> call.is(Stage.TALKING)).count(),
        tenant.arrived.counts(),
        tenant.endings.counts(),
        tenant.dials.counts(),
        tenant.queues.values().stream().map(this::queue).toList(),
        tenant.agents.values().stream().map(agent -> agent.snapshot(nowMs)).toList(),
        calls(),
        atHand(),
        tenant.feedback.surveys(),
        tenant.feedback.warnings());
  }

  private Map<AgentId, Snapshot.AtHand> atHand() {
    Map<AgentId, Snapshot.AtHand> all = new HashMap<>();
    for (AgentNow agent : tenant.agents.values()) {
      CallNow call = agent.call() == null ? null : tenant.calls.get(agent.call());
      if (call != null) {
        all.put(agent.id(), call.atHand(agent.id()));
      }
    }
    return Map.copyOf(all);
  }

  private Snapshot.Queue queue(QueueId id) {
    List<CallNow> here = waiting.getOrDefault(id, List.of());
    long longestMs = here.stream().mapToLong(call -> nowMs - call.sinceMs()).max().orElse(0);
    QueueDay day = tenant.days.getOrDefault(id, new QueueDay(tenant.reporting.definitions()));
    return day.snapshot(
        id, tenant.closures.of(id), here.size(), Math.max(0, longestMs), talking.getOrDefault(id, 0L),
        callbacks.getOrDefault(id, 0L), signedIn(id));
  }

  private Map<AgentState, Long> signedIn(QueueId queue) {
    Tally<AgentState> states = new Tally<>(AgentState.class);
    for (AgentId agent : tenant.servedBy.getOrDefault(queue, Set.of())) {
      AgentState state = tenant.agent(agent).state();
      if (state != AgentState.SIGNED_OUT) {
        states.add(state);
      }
    }
    return states.counts();
  }

  private List<LiveCall> calls() {
    Map<CallNow, Integer> positions = new HashMap<>();
    for (List<CallNow> calls : placed.values()) {
      for (int i = 0; i < calls.size(); i++) {
        if (calls.get(i).waiting()) {
          positions.put(calls.get(i), i + 1);
        }
      }
    }
    return tenant.calls.values().stream().filter(CallNow::onTheLine).map(call -> call.snapshot(positions.getOrDefault(call, 0))).toList();
  }
}
