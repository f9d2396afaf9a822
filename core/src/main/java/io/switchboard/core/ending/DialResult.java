package io.switchboard.core.ending;

/** What came of one attempt to reach a number. */
public enum DialResult {
  /** He answered and talks. */
  ANSWERED,
  /** 486 and 600, Q.850 cause 17. */
  BUSY,
  /** It rang for as long as it may, or nobody is there (480). */
  NO_ANSWER,
  /** He, or his telephone company, does not take the call. */
  REJECTED,
  /** There is no such number. */
  INVALID,
  /** The network or the trunk has no room now. */
  CONGESTION,
  /** No trunk took it, for any other reason. */
  FAILED,
  /** The agent hung up before. */
  CANCELLED,
  /** The agent's own phone was not picked up or could not be reached; the number was not dialled. */
  AGENT_MISSED,
  /** Its end was not seen: the platform or its link was down. */
  UNSEEN
}
