package io.switchboard.core.agent;

/** How a supervisor takes part in an agent's talk. */
public enum ListenMode {
  /** He hears both, and nobody hears him. */
  LISTEN,
  /** The agent hears him, the caller does not. */
  WHISPER,
  /** Both hear him. */
  BARGE
}
