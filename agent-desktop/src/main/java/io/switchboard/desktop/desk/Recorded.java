package io.switchboard.desktop.desk;

import io.switchboard.core.agent.Notice;
import io.switchboard.core.id.AgentId;
import io.switchboard.core.id.CallId;
import io.switchboard.core.id.QueueId;
import io.switchboard.core.journal.Fact;
import io.switchboard.core.recording.Recording;
import io.switchboard.core.recording.RecordingPlan;
import io.switchboard.core.talk.Talk;
import io.switchboard.desktop.protocol.CallView.RecordingState;
import io.switchboard.desktop.protocol.CallView.RecordingView;
import io.switchboard.desktop.words.Noticed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is recorded of the calls at hand, as their facts say. */
final class Recorded {
  private static final RecordingView OFF = new RecordingView(RecordingState.OFF, false, false);

  private final Map<CallId, Recording> calls = new HashMap<>();
  private final Function<QueueId, RecordingPlan> plans;

  Recorded(Function<QueueId, RecordingPlan> plans) {
    this.plans = plans;
  }

  void apply(Fact fact) {
    CallId call = fact.call();
    if (fact instanceof Fact.InteractionClosed closed) {
      calls.remove(closed.call());
    } else if (call != null) {
      calls.computeIfAbsent(call, each -> new Recording(each, fact.tenant(), plans)).apply(fact);
    }
  }

  /** As this agent sees it: buttons are for the one whose caller it is. */
  RecordingView view(CallId call, AgentId agent) {
    Recording recording = calls.get(call);
    if (recording == null) {
      return OFF;
    }
    boolean his = his(recording, agent);
    return new RecordingView(
        switch (recording.state()) {
          case ON -> RecordingState.ON;
          case PAUSED -> RecordingState.PAUSED;
          case OFF, ASKED, OVER -> RecordingState.OFF;
        },
        his && recording.canStart(), his && recording.canPause());
  }

  /** That his talk is not recorded, and why; null: it is, or nobody wanted it to be. */
  @Nullable Noticed noticed(@Nullable CallId call, AgentId agent) {
    Recording recording = call == null ? null : calls.get(call);
    return recording == null || recording.refused().isEmpty() || !his(recording, agent)
        ? null : new Noticed(Notice.NOT_RECORDED, recording.refused(), "");
  }

  private static boolean his(Recording recording, AgentId agent) {
    Talk talk = recording.talk();
    return talk != null && talk.agent().equals(agent);
  }
}
