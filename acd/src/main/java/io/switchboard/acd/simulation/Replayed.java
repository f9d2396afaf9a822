package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Snapshot;
import io.switchboard.acd.routing.Acd;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in the journal, applied anew, is the floor that lives. */
final class Replayed {
  private Replayed() {}

  /** A replay, of everything and of what is live only, gives the floor that is. */
  static List<String> differs(Floor live, FloorSettings settings, List<Fact> facts) {
    List<String> broken = new ArrayList<>();
    Snapshot now = Snapshot.of(live);
    compare(now, settings, facts, "all", broken);
    compare(now, settings, liveOnly(facts), "live facts", broken);
    return broken;
  }

  private static void compare(Snapshot now, FloorSettings settings, List<Fact> facts, String what, List<String> broken) {
    Acd replayed = new Acd(settings);
    facts.forEach(replayed::restore);
    Snapshot then = Snapshot.of(replayed.floor());
    if (!now.equals(then)) {
      broken.add("replay of " + what + ": " + then + "\n  is not " + now);
    }
  }

  /** As a journal gives it back: open interactions, the last fact of each agent and of each closure. */
  static List<Fact> liveOnly(List<Fact> facts) {
    Set<CallId> closed = new HashSet<>();
    Map<AgentId, Fact> lastOfAgent = new HashMap<>();
    Map<AgentId, Fact> lastSkills = new HashMap<>();
    Map<@Nullable QueueId, Fact> lastClosure = new HashMap<>();
    for (Fact fact : facts) {
      switch (fact) {
        case Fact.InteractionClosed f -> closed.add(f.call());
        case Fact.AgentStateChanged f -> lastOfAgent.put(f.agent(), f);
        case Fact.AgentSkillsSet f -> lastSkills.put(f.agent(), f);
        case Fact.ClosureSwitched f -> lastClosure.put(f.queue(), f);
        default -> {}
      }
    }
    return facts.stream().filter(fact -> switch (fact) {
      case Fact.AgentStateChanged f -> lastOfAgent.get(f.agent()) == f;
      case Fact.AgentSkillsSet f -> lastSkills.get(f.agent()) == f;
      case Fact.ClosureSwitched f -> lastClosure.get(f.queue()) == f;
      default -> fact.call() != null && !closed.contains(fact.call());
    }).toList();
  }
}
