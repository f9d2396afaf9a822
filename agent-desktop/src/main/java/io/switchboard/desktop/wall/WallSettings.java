package io.switchboard.desktop.wall;

import io.switchboard.core.id.QueueId;
import java.util.Map;

/** What is configured of queues, as far as a wallboard shows it. A queue that is missing has none of it. */
public record WallSettings(Map<QueueId, Plan> queues) {
  private static final Plan PLAIN = new Plan(Thresholds.NONE, "");

  public WallSettings {
    queues = Map.copyOf(queues);
  }

  /** {@code message}: the prompt that callers hear for the time being, or empty. */
  public record Plan(Thresholds alarms, String message) {}

  Plan plan(QueueId queue) {
    return queues.getOrDefault(queue, PLAIN);
  }
}
