package io.switchboard.acd.simulation;

import io.switchboard.acd.floor.Floor;
import io.switchboard.acd.floor.FloorSettings;
import io.switchboard.acd.floor.Snapshot;
import io.switchboard.acd.routing.Acd;
import io.switchboard.core.journal.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A floor that is told nothing but what the journal keeps, as it comes: after each step it is the floor that lives. */
final class Shadow {
  private @Nullable Acd acd;
  private @Nullable FloorSettings settings;
  private int applied;

  /** @param facts the whole journal; what was applied before is not applied again, unless other settings hold now */
  List<String> differs(Floor live, FloorSettings current, List<Fact> facts) {
    Acd mine = acd;
    if (mine == null || settings != current) {
      mine = new Acd(current);
      acd = mine;
      settings = current;
      applied = 0;
    }
    facts.subList(applied, facts.size()).forEach(mine::restore);
    applied = facts.size();
    Snapshot then = Snapshot.of(mine.floor());
    Snapshot now = Snapshot.of(live);
    return then.equals(now) ? List.of() : List.of("journal: " + then + "\n  is not " + now);
  }
}
