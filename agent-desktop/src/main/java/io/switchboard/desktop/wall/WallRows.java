package io.switchboard.desktop.wall;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.core.metric.Snapshot.LiveCall;
import io.switchboard.core.metric.Snapshot.Stage;
import io.switchboard.desktop.protocol.WallView;
import io.switchboard.desktop.protocol.WallView.AgentRow;
import io.switchboard.desktop.protocol.WallView.QueueRow;
import io.switchboard.desktop.protocol.WallView.WaitingCall;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the rows of a wallboard of what was counted. */
final class WallRows {
  private static final Comparator<WaitingCall> IN_ORDER =
      Comparator.comparing((WaitingCall call) -> call.position() == 0).thenComparingInt(WaitingCall::position)
          .thenComparingLong(WaitingCall::sinceMs).thenComparing(WaitingCall::call);

  private final Snapshot.Tenant counted;
  private final WallSettings settings;
  private final Surroundings around;

  WallRows(Snapshot.Tenant counted, WallSettings settings, Surroundings around) {
    this.counted = counted;
    this.settings = settings;
    this.around = around;
  }

  Map<String, QueueRow> queues() {
    Map<QueueId, Long> longest = new HashMap<>();
    for (LiveCall call : counted.calls()) {
      if (call.queue() != null && (call.stage() == Stage.WAITING || call.stage() == Stage.RINGING)) {
        longest.merge(call.queue(), waitsSince(call), Math::min);
      }
    }
    Map<String, QueueRow> rows = new LinkedHashMap<>();
    for (Snapshot.Queue queue : counted.queues()) {
      String message = settings.plan(queue.queue()).message();
      rows.put(queue.queue().name(), new QueueRow(
          queue.waiting(), longest.get(queue.queue()), queue.serviceLevel(), around.expectedWaitMs(queue.queue()), queue.agents(), queue.answered(),
          queue.abandoned(), queue.closed(), message.isEmpty() ? null : message));
    }
    return rows;
  }

  Map<String, AgentRow> agents() {
    Map<String, AgentRow> rows = new LinkedHashMap<>();
    for (Snapshot.Agent agent : counted.agents()) {
      Snapshot.AtHand call = counted.atHand().get(agent.agent());
      rows.put(agent.agent().name(), new AgentRow(
          around.displayName(agent.agent()), agent.state(), agent.reason(), agent.sinceMs(), call == null ? null : call.call().value(),
          call == null || call.queue() == null ? null : call.queue().name(), call == null ? "" : call.caller(),
          call == null ? "" : valueClass(call.call()), around.reachable(agent.agent()),
          around.listenedBy(agent.agent())));
    }
    return rows;
  }

  List<WaitingCall> waiting() {
    return counted.calls().stream()
        .filter(call -> call.queue() != null && (call.stage() == Stage.WAITING || call.stage() == Stage.RINGING || call.stage() == Stage.CALLBACK))
        .map(this::waiting).sorted(IN_ORDER).limit(WallView.MOST_WAITING).toList();
  }

  private WaitingCall waiting(LiveCall call) {
    Fact.QueueEntered visit = around.visit(call.call());
    QueueId queue = call.queue();
    return new WaitingCall(
        call.call().value(), queue == null ? "" : queue.name(), call.stage(), waitsSince(call), call.position(), call.caller(),
        visit == null ? "" : visit.valueClass(), visit == null ? 0 : visit.priority());
  }

  /** A call that was moved, or is due earlier now, waits no shorter for that; who came back from a talk waits anew. */
  private long waitsSince(LiveCall call) {
    Fact.QueueEntered visit = around.visit(call.call());
    return visit == null || visit.sinceMs() < call.arrivedMs() ? call.sinceMs() : Math.min(visit.sinceMs(), call.sinceMs());
  }

  private String valueClass(CallId call) {
    Fact.@Nullable QueueEntered visit = around.visit(call);
    return visit == null ? "" : visit.valueClass();
  }
}
