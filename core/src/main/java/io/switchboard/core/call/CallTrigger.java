package io.switchboard.core.call;

/** What can happen to a call. */
public enum CallTrigger {
  /** A queue took it. */
  QUEUED,
  /** It left the queue unconnected. */
  LEFT_QUEUE,
  /** An agent answered. */
  CONNECTED,
  /** It is none that arrived, but one that we are to place. */
  CALLBACK_BEGUN,
  /** The caller's leg is gone. */
  CALLER_GONE,
  /** The agent's leg is gone and wrap-up begins. */
  TALK_ENDED,
  /** The agent's leg is gone and there is no wrap-up. */
  TALK_ENDED_DONE,
  /** The agent finished wrap-up. */
  WRAPPED_UP,
  /** The flow came to its end. */
  FLOW_ENDED
}
