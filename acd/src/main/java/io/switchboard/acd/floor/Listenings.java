package io.switchboard.acd.floor;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Supervisors in talks: each in one at a time, and in each talk one. */
public final class Listenings {
  private final Map<AgentId, Listening> bySupervisor = new LinkedHashMap<>();

  public List<Listening> all() {
    return List.copyOf(bySupervisor.values());
  }

  /** His, or null. */
  public @Nullable Listening of(AgentId supervisor) {
    return bySupervisor.get(supervisor);
  }

  /** Whose leg this is, or null. */
  public @Nullable Listening leg(OfferId leg) {
    return bySupervisor.values().stream().filter(each -> each.leg().equals(leg)).findFirst().orElse(null);
  }

  /** Who is in this talk, or null. */
  public @Nullable Listening in(OfferId talk) {
    return bySupervisor.values().stream().filter(each -> each.talk().equals(talk)).findFirst().orElse(null);
  }

  public boolean isEmpty() {
    return bySupervisor.isEmpty();
  }

  void apply(Fact.Listening fact) {
    Listening known = leg(fact.leg());
    switch (fact) {
      case Fact.Listening.ListenBegun f -> bySupervisor.put(f.by(), new Listening(f));
      case Fact.Listening.ListenJoined f when known != null -> known.joinedMs = f.atMs();
      case Fact.Listening.ListenChanged f when known != null -> {
        known.mode = f.mode();
        known.takesOver = f.takesOver();
      }
      case Fact.Listening.ListenEnded f when known != null -> bySupervisor.remove(known.by());
      case Fact.Listening f -> {} // of one that is over
    }
  }
}
