package io.switchboard.core.ending;

/** Why a queue did not take a call. The flow branches on it. */
public enum QueueRefusal {
  CLOSED,
  EMERGENCY,
  NO_AGENTS,
  FULL,
  UNKNOWN_QUEUE,
  /** He is for one agent alone, who is not ready. */
  AGENT_BUSY
}
