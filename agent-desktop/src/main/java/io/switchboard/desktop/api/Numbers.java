package io.switchboard.desktop.api;

import io.switchboard.core.id.AgentId;
import io.switchboard.core.metric.Snapshot;
import java.util.List;

/** Where all numbers come from, and what the board that counts them does not know of an agent. Safe from any thread, at once. */
public interface Numbers {
  Snapshot snapshot();

  /** How people call him. */
  String displayName(AgentId agent);

  /** Whether his phone can be rung. */
  boolean reachable(AgentId agent);

  /** Prometheus text, version 0.0.4, of a snapshot or a part of it. */
  String prometheus(Snapshot snapshot, List<Health.Part> parts);
}
