package io.switchboard.desktop.wall;

import io.switchboard.core.metric.Snapshot;
import io.switchboard.desktop.protocol.WallView.AlarmKind;
import io.switchboard.desktop.protocol.WallView.AlarmView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alarms of one tenant: what is beyond its threshold now, and since when. Kept while it stays beyond. */
final class AlarmWatch {
  private record Key(String queue, AlarmKind kind) {}

  private Map<Key, AlarmView> standing = Map.of();

  /** The oldest first. The value is that of when the alarm was raised, so that one that stands is not told anew. */
  List<AlarmView> look(List<Snapshot.Queue> queues, WallSettings settings, long nowMs) {
    Map<Key, AlarmView> now = new HashMap<>();
    for (Snapshot.Queue queue : queues) {
      Thresholds limits = settings.plan(queue.queue()).alarms();
      String name = queue.queue().name();
      if (limits.waiting() > 0 && queue.waiting() >= limits.waiting()) {
        raise(now, new Key(name, AlarmKind.WAITING), queue.waiting(), limits.waiting(), nowMs);
      }
      if (limits.longestWaitMs() > 0 && queue.longestWaitMs() > limits.longestWaitMs()) {
        raise(now, new Key(name, AlarmKind.LONGEST_WAIT), queue.longestWaitMs(), limits.longestWaitMs(), nowMs);
      }
      Double level = queue.serviceLevel();
      if (level != null && queue.offered() >= Thresholds.LEAST_OFFERED && level < limits.serviceLevel()) {
        raise(now, new Key(name, AlarmKind.SERVICE_LEVEL), level, limits.serviceLevel(), nowMs);
      }
    }
    standing = now;
    List<AlarmView> all = new ArrayList<>(now.values());
    all.sort(Comparator.comparingLong(AlarmView::sinceMs).thenComparing(AlarmView::queue).thenComparing(AlarmView::kind));
    return List.copyOf(all);
  }

  private void raise(Map<Key, AlarmView> now, Key key, double value, double limit, long nowMs) {
    AlarmView before = standing.get(key);
    now.put(key, before != null && before.limit() == limit ? before : new AlarmView(key.queue(), key.kind(), value, limit, nowMs));
  }
}
