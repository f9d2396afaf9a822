package io.switchboard.core.recording;

/**
 * What a queue says of the recording of its talks.
 *
 * @param mayStart agents may begin it
 * @param mayPause agents may pause it and take it up again
 * @param announcement a prompt by which a caller hears that he is recorded, before he is; empty: he knows already
 * @param keepMs for how long a recording is kept; 0: for good
 */
public record RecordingPlan(Mode mode, boolean mayStart, boolean mayPause, String announcement, long keepMs) {
  /** Nothing is recorded. */
  public static final RecordingPlan NONE = new RecordingPlan(Mode.OFF, false, false, "", 0);

  /** When talks are recorded. */
  public enum Mode {
    OFF,
    /** When the agent begins it. */
    ON_DEMAND,
    /** From their beginning. */
    ALWAYS
  }
}
