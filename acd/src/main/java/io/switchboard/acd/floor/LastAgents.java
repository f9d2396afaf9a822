package io.switchboard.acd.floor;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.journal.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who talked with each number last. Bounded: the number that was heard of least recently is forgotten first. A memory only: what it made a
 * call prefer stands in that call's own fact.
 */
public final class LastAgents {
  /** Numbers that are remembered, some 30 MB. */
  public static final int MOST = 200_000;

  private record Number(TenantId tenant, String caller) {}

  private record Talk(AgentId agent, long atMs) {}

  private final Map<Number, Talk> talks = new LinkedHashMap<>();

  void connected(Fact.Connected talk) {
    if (!talk.caller().isEmpty()) {
      Number number = new Number(talk.tenant(), talk.caller());
      talks.remove(number);
      talks.put(number, new Talk(talk.agent(), talk.atMs()));
      if (talks.size() > MOST) {
        talks.remove(talks.keySet().iterator().next());
      }
    }
  }

  /** One that an earlier run of the platform saw: a later talk of the same number goes before it. */
  public void remember(Fact.Connected older) {
    if (!older.caller().isEmpty() && talks.size() < MOST) {
      talks.putIfAbsent(new Number(older.tenant(), older.caller()), new Talk(older.agent(), older.atMs()));
    }
  }

  /** Who talked with this number last, if that was not before {@code sinceMs}; else null. A withheld number has talked with nobody. */
  public @Nullable AgentId agent(TenantId tenant, String caller, long sinceMs) {
    Talk talk = talks.get(new Number(tenant, caller));
    return talk == null || talk.atMs() < sinceMs ? null : talk.agent();
  }
}
