package io.switchboard.app.demo;

import io.switchboard.acd.agent.NotReadyReason;
import io.switchboard.app.configuration.AgentPlan;
import io.switchboard.core.agent.AgentState;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.metric.LiveBoard;
import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.adapter.client.ApiRefusal;
import io.switchboard.desktop.adapter.client.HeadlessAgent;
import io.switchboard.servers.ServerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Simulated agents: they sign in over the API, and press "ready" when their notes are written, unless somebody asked something else of them. */
public final class DemoAgents implements AutoCloseable {
  private static final long NOTES_MS = 4_000;
  private static final Set<String> MISSED = Set.of(NotReadyReason.NO_ANSWER, NotReadyReason.BUSY, NotReadyReason.DECLINED);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<AgentId, HeadlessAgent> agents = new LinkedHashMap<>();

  public DemoAgents(URI api, List<AgentPlan> plans, LogIns logIns) {
    for (AgentPlan plan : plans.stream().filter(each -> !atThePage(each)).toList()) {
      String tenant = plan.id().tenant().value();
      agents.put(plan.id(), new HeadlessAgent(http, api, tenant, plan.id().name(), logIns.password(tenant, plan.id().name())));
    }
  }

  /** Whether somebody who sits at the page is this agent. */
  static boolean atThePage(AgentPlan plan) {
    return plan.phone() instanceof AgentPlan.PhonePlan.Browser;
  }

  /** Everyone comes to work. */
  public void signIn() {
    each("sign in", agent -> {
      agent.signIn();
      agent.ready();
    });
  }

  /** Everyone goes home. */
  public void signOut() {
    each("sign out", HeadlessAgent::signOut);
  }

  /** Whoever wrote his notes takes the next call; whoever missed one is back at his desk. */
  public void work(LiveBoard board) {
    Snapshot now = board.snapshot();
    for (Snapshot.Tenant tenant : now.tenants()) {
      for (Snapshot.Agent agent : tenant.agents()) {
        HeadlessAgent headless = agents.get(agent.agent());
        if (headless != null && byHimself(agent) && now.atMs() - agent.sinceMs() >= NOTES_MS) {
          ready(headless);
        }
      }
    }
  }

  /** His wrap-up or his missed call keeps him, and nothing that a person asked for. */
  private static boolean byHimself(Snapshot.Agent agent) {
    boolean wrapsUp = agent.state() == AgentState.WRAP_UP && (agent.pending().isEmpty() || agent.pending().equals("ready"));
    boolean missed = agent.state() == AgentState.NOT_READY && MISSED.contains(agent.reason());
    return agent.by().isEmpty() && (wrapsUp || missed);
  }

  private static void ready(HeadlessAgent agent) {
    try {
      agent.ready();
    } catch (ApiRefusal timerWasFaster) {
      return; // the wrap-up ended by itself in between
    } catch (IOException e) {
      throw new ServerException("an agent cannot reach the API: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Click {
    void on(HeadlessAgent agent) throws IOException, InterruptedException, ApiRefusal;
  }

  private void each(String what, Click click) {
    agents.forEach((id, agent) -> {
      try {
        click.on(agent);
      } catch (IOException | ApiRefusal e) {
        throw new ServerException("agent " + id + " cannot " + what + ": " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ServerException("interrupted while agents " + what, e);
      }
    });
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
