package io.switchboard.desktop.board;

import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.api.Health;
import java.util.List;

/** Writes a snapshot and how the parts are for a monitoring system. Safe from any thread. */
public interface Exposition {
  String text(Snapshot snapshot, List<Health.Part> parts);
}
