package io.switchboard.core.call;

/** What can happen to a call. */
public enum CallTrigger {
  /** A queue took it. */
  QUEUED,
  /** It left the queue unconnected. */
  LEFT_QUEUE,
  /** The same, while an agent wraps up an earlier talk. */
  LEFT_QUEUE_AT_WORK,
  /** An agent answered. */
  CONNECTED,
  /** It is none that arrived, but one that we are to place. */
  CALLBACK_BEGUN,
  /** The caller's leg is gone. */
  CALLER_GONE,
  /** The same, while an agent wraps up an earlier talk. */
  CALLER_GONE_AT_WORK,
  /** The agent's leg is gone and wrap-up begins, or another goes on. */
  TALK_ENDED,
  /** The agent's leg is gone and there is no wrap-up. */
  TALK_ENDED_DONE,
  /** The agent ended the talk, with or without a wrap-up, and the flow goes on after it. */
  TALK_ENDED_GOES_ON,
  /** The agent handed him on to somebody with whom he talks. */
  HANDED_ON,
  /** The agent handed him on to a queue, or was lost: he waits again. */
  HANDED_BACK,
  /** The agent finished wrap-up, and no other goes on. */
  WRAPPED_UP,
  /** The flow dials a number outside. */
  TRANSFER_STARTED,
  /** The called party answered. */
  TRANSFER_TALKS,
  /** The transfer is over and the caller is still there. */
  TRANSFER_OVER,
  /** The flow came to its end. */
  FLOW_ENDED
}
