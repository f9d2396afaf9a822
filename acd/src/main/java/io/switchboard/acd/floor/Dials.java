package io.switchboard.acd.floor;

import io.switchboard.core.dial.DialLimits;
import io.switchboard.core.dial.DialRules.Carried;
import io.switchboard.core.dial.DialRules.Dialled;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many calls agents have placed today, emergencies left out. Each is counted once, however often its fact is taken. */
public final class Dials {
  /** Forgotten when another day begins. */
  private static final class Day {
    private final long midnightMs;
    private final Map<AgentId, Set<CallId>> byAgent = new HashMap<>();
    private final Map<String, Integer> byTrunk = new HashMap<>();
    private int calls;

    private Day(long midnightMs) {
      this.midnightMs = midnightMs;
    }
  }

  private final Map<TenantId, Day> days = new HashMap<>();
  private long lastIdMs;

  /** A time that no call was named by. */
  public long idMs(long nowMs) {
    return Math.max(nowMs, lastIdMs + 1);
  }

  /** {@code visits}: all that there are. */
  public Dialled dialled(AgentId agent, long nowMs, DialLimits limits, Collection<Visit> visits) {
    Day day = days.get(agent.tenant());
    boolean today = day != null && day.midnightMs == limits.midnightMs(nowMs);
    int now = (int) visits.stream().filter(visit -> visit.onDial() && visit.entered().tenant().equals(agent.tenant())).count();
    return day == null || !today
        ? new Dialled(now, 0, 0) : new Dialled(now, day.byAgent.getOrDefault(agent, Set.of()).size(), day.calls);
  }

  /** What this tenant's agents dialled over a trunk; {@code visits}: all that there are. */
  public Carried carried(TenantId tenant, String trunk, long nowMs, DialLimits limits, Collection<Visit> visits) {
    Day day = days.get(tenant);
    int now = (int) visits.stream().filter(visit -> visit.onDial() && visit.entered().tenant().equals(tenant))
        .map(Visit::dial).filter(dial -> dial != null && dial.begun().trunks().contains(trunk)).count();
    return new Carried(now, day == null || day.midnightMs != limits.midnightMs(nowMs) ? 0 : day.byTrunk.getOrDefault(trunk, 0));
  }

  void begun(Fact.Dial.DialBegun fact, DialLimits limits) {
    lastIdMs = Math.max(lastIdMs, fact.atMs());
    long midnightMs = limits.midnightMs(fact.atMs());
    Day day = days.get(fact.tenant());
    if (day == null || day.midnightMs < midnightMs) {
      day = new Day(midnightMs);
      days.put(fact.tenant(), day);
    }
    if (!fact.emergency() && day.midnightMs == midnightMs
        && day.byAgent.computeIfAbsent(fact.agent(), each -> new HashSet<>()).add(fact.call())) {
      day.calls++;
      for (String trunk : fact.trunks()) {
        day.byTrunk.merge(trunk, 1, Integer::sum);
      }
    }
  }
}
