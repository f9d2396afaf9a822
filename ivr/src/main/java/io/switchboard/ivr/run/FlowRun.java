package io.switchboard.ivr.run;

import io.switchboard.core.time.Hours;
import java.util.Map;

/** The kernel: what becomes of a caller in a flow. Pure; the same arguments give the same decision. */
public final class FlowRun {
  private final Map<String, Hours> hours;

  /** {@code hours}: every opening hours that a flow may name. */
  public FlowRun(Map<String, Hours> hours) {
    this.hours = Map.copyOf(hours);
  }

  public Map<String, Hours> hours() {
    return hours;
  }

  /**
   * @throws IllegalStateException for what cannot happen unless there is a bug, or a flow that the checker did not see
   */
  public Decision decide(Run run, RunEvent event, long nowMs) {
    Steps steps = new Steps(run, hours, nowMs);
    switch (event) {
      case RunEvent.Started started -> {
        if (steps.move(RunTrigger.STARTED)) {
          steps.go(run.flow().first());
        }
      }
      case RunEvent.Resumed resumed -> {
        if (steps.move(RunTrigger.RESUMED)) {
          steps.go(run.step().isEmpty() ? run.flow().first() : run.step());
        }
      }
      case RunEvent.KeyPressed pressed -> steps.key(pressed.key());
      case RunEvent.PlayEnded ended -> steps.playEnded(ended.play());
      case RunEvent.TimedOut out -> steps.timedOut(out.timer());
      case RunEvent.Refused refused -> steps.refused(refused.queue(), refused.reason());
      case RunEvent.LeftQueue left -> steps.left(left.queue(), left.exit(), left.key(), left.rule());
      case RunEvent.Connected connected -> {
        if (steps.move(RunTrigger.TALKS)) {
          steps.forgetKeys();
        }
      }
      case RunEvent.CallerGone gone -> steps.move(RunTrigger.CALLER_GONE);
    }
    return steps.decision();
  }
}
