package io.switchboard.desktop.adapter.http;

import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.metric.Board;
import io.switchboard.core.metric.Definitions;
import io.switchboard.core.metric.Reporting;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.adapter.prometheus.PrometheusText;
import io.switchboard.desktop.api.Health;
import io.switchboard.desktop.api.Numbers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The real board after a small day, the same in each tenant: anna is not ready, one call waits after a bad score, one talks. */
final class SmallDay implements Numbers {
  private final Board board;
  private volatile Snapshot snapshot;

  SmallDay() {
    Reporting reporting = new Reporting(ZoneOffset.UTC, Definitions.standard());
    board = new Board(Map.of(ApiOnTheWire.DEMO, reporting, ApiOnTheWire.OTHER, reporting), Map.of(), List.of());
    List.of(ApiOnTheWire.DEMO, ApiOnTheWire.OTHER).forEach(tenant -> facts(tenant).forEach(board::apply));
    snapshot = board.snapshot(100_000);
  }

  /** He talks with somebody from now on. */
  void talks(AgentId agent, CallId call) {
    TenantId tenant = agent.tenant();
    QueueId sales = new QueueId(tenant, "sales");
    OfferId offer = new OfferId(call, 1);
    List.of(
        arrived(tenant, call, 80_000), new Fact.QueueEntered(80_100, tenant, call, 1, sales, 0, Map.of(), "", ""),
        new Fact.Connected(80_200, tenant, call, offer, sales, agent, 100, 50),
        new Fact.AgentStateChanged(80_200, tenant, agent, AgentState.READY, AgentState.TALKING, "", offer, 80_200, "")).forEach(board::apply);
    snapshot = board.snapshot(100_000);
  }

  private static List<Fact> facts(TenantId tenant) {
    QueueId sales = new QueueId(tenant, "sales");
    AgentId anna = new AgentId(tenant, "anna");
    CallId talks = new CallId(tenant + "-talks");
    CallId waits = new CallId(tenant + "-waits");
    return List.of(
        arrived(tenant, talks, 39_000),
        new Fact.QueueEntered(40_000, tenant, talks, 1, sales, 0, Map.of(), "", ""),
        new Fact.Connected(50_000, tenant, talks, new OfferId(talks, 1), sales, new AgentId(tenant, "ben"), 10_000, 3_000),
        new Fact.AgentStateChanged(60_000, tenant, anna, AgentState.SIGNED_OUT, AgentState.NOT_READY, "lunch", null, 60_000, ""),
        arrived(tenant, waits, 69_000),
        new Fact.Learned.Scored(69_500, tenant, waits, "rate", "csat", 2, true, sales, anna, 1, 5),
        new Fact.Task.TaskMade(69_500, tenant, waits, waits + "-s1", sales, "", "", "en", "csat", 2, anna, 90_000),
        new Fact.QueueEntered(70_000, tenant, waits, 1, sales, 0, Map.of(), "", ""));
  }

  private static Fact arrived(TenantId tenant, CallId call, long atMs) {
    return new Fact.CallArrived(atMs, tenant, call, "+4930123450", "", "", "carrier", "main", "main", "en");
  }

  @Override
  public Snapshot snapshot() {
    return snapshot;
  }

  @Override
  public String displayName(AgentId agent) {
    return agent.name().equals("anna") ? "Anna Schmidt" : agent.name();
  }

  @Override
  public boolean reachable(AgentId agent) {
    return true;
  }

  @Override
  public String prometheus(Snapshot shown, List<Health.Part> parts) {
    return new PrometheusText().text(shown, parts);
  }
}
