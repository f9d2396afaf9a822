package io.switchboard.desktop.desk;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.journal.Fact;
import io.switchboard.desktop.protocol.ListeningView.ListeningState;
import io.switchboard.desktop.protocol.ListeningView;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fold of facts into what each supervisor hears, or heard last. */
final class ListeningBook {
  private record Entry(Fact.Listening.ListenBegun begun, ListeningView view) {}

  private final Map<AgentId, Entry> bySupervisor = new HashMap<>();
  private final Function<AgentId, String> names;

  ListeningBook(Function<AgentId, String> names) {
    this.names = names;
  }

  void apply(Fact.Listening fact) {
    switch (fact) {
      case Fact.Listening.ListenBegun f -> bySupervisor.put(f.by(), new Entry(f, new ListeningView(
          f.call().value(), f.agent().name(), names.apply(f.agent()), f.mode(), ListeningState.RINGING, f.atMs(), null)));
      case Fact.Listening.ListenJoined f -> becomes(f.by(), f.leg(), old -> new ListeningView(
          old.call(), old.agent(), old.agentName(), f.mode(), ListeningState.JOINED, f.atMs(), null));
      case Fact.Listening.ListenChanged f -> becomes(f.by(), f.leg(), old -> new ListeningView(
          old.call(), old.agent(), old.agentName(), f.mode(), old.state(), old.sinceMs(), null));
      case Fact.Listening.ListenEnded f -> becomes(f.by(), f.leg(), old -> new ListeningView(
          old.call(), old.agent(), old.agentName(), old.mode(), ListeningState.OVER, f.atMs(), f.ending()));
    }
  }

  private void becomes(AgentId by, OfferId leg, Function<ListeningView, ListeningView> next) {
    bySupervisor.computeIfPresent(by, (who, entry) ->
        entry.begun().leg().equals(leg) ? new Entry(entry.begun(), next.apply(entry.view())) : entry);
  }

  /** Null: he heard none since this run began. */
  @Nullable ListeningView of(AgentId supervisor) {
    Entry entry = bySupervisor.get(supervisor);
    return entry == null ? null : entry.view();
  }

  /** Who hears this agent's talk now, by his name; null: nobody. */
  @Nullable String listenedBy(AgentId agent) {
    return bySupervisor.values().stream()
        .filter(entry -> entry.begun().agent().equals(agent) && entry.view().state() == ListeningState.JOINED)
        .map(entry -> names.apply(entry.begun().by())).findFirst().orElse(null);
  }
}
