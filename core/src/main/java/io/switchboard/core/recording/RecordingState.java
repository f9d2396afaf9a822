package io.switchboard.core.recording;

/** How far the recording of a call is. */
public enum RecordingState {
  OFF,
  /** Decided; the caller hears so, or waits for his agent. */
  ASKED,
  ON,
  /** What is said now is not in it. */
  PAUSED,
  /** Over, and not yet where it is kept. */
  OVER;

  /** It goes on, or will. */
  public boolean lives() {
    return this == ASKED || this == ON || this == PAUSED;
  }
}
