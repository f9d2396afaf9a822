package io.switchboard.ivr.run;

import io.switchboard.core.id.TenantId;
import io.switchboard.core.time.Hours;
import java.util.Map;

/** The kernel: what becomes of a caller in a flow. Pure; the same arguments give the same decision. */
public final class FlowRun {
  private final Map<TenantId, Map<String, Hours>> hours;
  private final Outward outward;

  /** {@code hours}: of each tenant, all that a flow may name. */
  public FlowRun(Map<TenantId, Map<String, Hours>> hours, Outward outward) {
    this.hours = Map.copyOf(hours);
    this.outward = outward;
  }

  public Map<TenantId, Map<String, Hours>> hours() {
    return hours;
  }

  /**
   * @throws IllegalStateException for what cannot happen unless there is a bug, or a flow that the checker did not see
   */
  public Decision decide(Run run, RunEvent event, long nowMs) {
    Walk walk = new Walk(run, hours, outward, nowMs);
    switch (event) {
      case RunEvent.Started started -> {
        if (walk.move(RunTrigger.STARTED)) {
          walk.go(run.flow().first());
        }
      }
      case RunEvent.Resumed resumed -> walk.resumed(resumed.errand());
      case RunEvent.KeyPressed pressed -> walk.key(pressed.key());
      case RunEvent.PlayEnded ended -> walk.playEnded(ended.play());
      case RunEvent.TimedOut out -> walk.timedOut(out.timer());
      case RunEvent.Refused refused -> walk.inquiries().refused(refused.queue(), refused.reason());
      case RunEvent.LeftQueue left -> walk.inquiries().left(left.queue(), left.exit(), left.key(), left.rule());
      case RunEvent.Connected connected -> walk.talks(connected.talk());
      case RunEvent.TalkOver over -> walk.inquiries().talkOver();
      case RunEvent.QueueTold told -> walk.inquiries().told(told.queue());
      case RunEvent.LookedUp looked -> walk.inquiries().found(looked.number(), looked.found());
      case RunEvent.CallbackAnswered answered -> walk.inquiries().promised(answered.booked());
      case RunEvent.TransferTalks talks -> walk.errands().talks(talks.errand());
      case RunEvent.TransferOver over -> walk.errands().transferOver(over.errand(), over.ending(), over.talkMs());
      case RunEvent.Recorded recorded -> walk.errands().recorded(recorded.errand());
      case RunEvent.RecordingKept kept -> walk.errands().kept(kept.errand(), kept.kept());
      case RunEvent.CallerGone gone -> walk.gone();
    }
    return walk.decision();
  }
}
