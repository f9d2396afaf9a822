package io.switchboard.desktop.adapter.prometheus;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.ending.DialResult;
import io.switchboard.core.ending.Ending;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.adapter.prometheus.Family.Labelled;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is counted of a tenant as a whole. */
final class TenantMetrics {
  private final List<Snapshot.Tenant> tenants;

  private TenantMetrics(List<Snapshot.Tenant> tenants) {
    this.tenants = tenants;
  }

  static List<MetricSnapshot> of(List<Snapshot.Tenant> tenants) {
    TenantMetrics metrics = new TenantMetrics(tenants);
    return List.of(metrics.calls(), metrics.agents(), metrics.arrived(), metrics.ended(), metrics.dialled(), definitions(tenants));
  }

  private MetricSnapshot calls() {
    return each("switchboard_calls",
        "Calls on the line now, by stage: in_flow (menu or announcement), waiting (in a queue, also while a phone rings), talking, transferred (with a number outside).",
        tenant -> Stream.of(
            tenant.with("stage", "in_flow", tenant.subject().callsInFlow()),
            tenant.with("stage", "waiting", tenant.subject().callsWaiting()),
            tenant.with("stage", "talking", tenant.subject().callsTalking()),
            tenant.with("stage", "transferred", tenant.subject().callsTransferred()))).gauge(Long::doubleValue);
  }

  private MetricSnapshot agents() {
    return each("switchboard_agents", "Agents now, by state.",
        tenant -> tenant.each("state", AgentState.class, tenant.subject().agentsByState()))
        .gauge(Long::doubleValue);
  }

  private MetricSnapshot arrived() {
    return each("switchboard_calls_arrived",
        "Calls that arrived today, by entry point and flow: unknown numbers and calls beyond the limit show here.",
        tenant -> tenant.subject().arrived().stream()
            .map(came -> tenant.with("entry_point", came.entryPoint(), came).with("flow", came.flow(), came.calls())))
        .counter(Long::doubleValue);
  }

  private MetricSnapshot ended() {
    return each("switchboard_calls_ended", "Calls that ended today, by their one ending.",
        tenant -> tenant.each("ending", Ending.class, tenant.subject().endings())).counter(Long::doubleValue);
  }

  private MetricSnapshot dialled() {
    return each("switchboard_dials", "Numbers that agents dialled today, by what came of it; an attempt counts when it is over or answered.",
        tenant -> tenant.each("result", DialResult.class, tenant.subject().dials())).counter(Long::doubleValue);
  }

  private Family<Long> each(String name, String help, Function<Labelled<Snapshot.Tenant>, Stream<Labelled<Long>>> points) {
    return new Family<>(name, help,
        tenants.stream().map(tenant -> new Labelled<>(Labels.of("tenant", tenant.tenant().value()), tenant)).flatMap(points));
  }

  private static MetricSnapshot definitions(List<Snapshot.Tenant> tenants) {
    InfoSnapshot.Builder info = InfoSnapshot.builder().name("switchboard_definitions")
        .help("How a tenant's numbers are made: the service level, its T, and below which wait a hang-up is a short abandon.");
    for (Snapshot.Tenant tenant : tenants) {
      Definitions made = tenant.definitions();
      info.dataPoint(InfoDataPointSnapshot.builder().labels(Labels.of(
          "tenant", tenant.tenant().value(), "service_level", made.formula(), "within_seconds", text(made.withinMs()),
          "short_abandon_seconds", text(made.shortAbandonMs()))).build());
    }
    return info.build();
  }

  private static String text(long ms) {
    return Double.toString(Family.seconds(ms));
  }
}
