package io.switchboard.app.configuration;

import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.desktop.protocol.MeView.WrapUpCode;
import io.switchboard.desktop.wall.Thresholds;
import java.util.List;

/** What desks and wallboards show of a queue, as it is configured. {@code codes}: of its wrap-up, in their order; {@code recording}: of its talks. */
public record QueueDesk(Thresholds alarms, List<WrapUpCode> codes, RecordingPlan recording) {
  static final QueueDesk PLAIN = new QueueDesk(Thresholds.NONE, List.of(), RecordingPlan.NONE);
}
