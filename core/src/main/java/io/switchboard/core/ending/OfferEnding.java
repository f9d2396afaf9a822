package io.switchboard.core.ending;

/** Why an offer that was not answered ended. */
public enum OfferEnding {
  /** The ring time passed. */
  UNANSWERED,
  /** The phone was busy (486). */
  BUSY,
  /** The agent pressed decline (603). */
  DECLINED,
  /** The phone could not be reached: not registered, no route, no reply. */
  UNREACHABLE,
  /** The caller hung up while it rang. */
  CALLER_GONE,
  /** The platform took it back: the agent signed out, or the call left the queue by a key, or its callback was called off. */
  WITHDRAWN,
  /** The agent was reserved for a callback, and the customer was not reached. */
  CUSTOMER_MISSED,
  /** It rang at several phones, and another was answered first. */
  ANSWERED_ELSEWHERE,
  /** It was no longer there when the platform came back. */
  LOST,
  /** Asterisk refused it. */
  FAILED;

  /** Whether the agent, not the caller or the platform, let it pass. */
  public boolean agentLetItPass() {
    return this == UNANSWERED || this == BUSY || this == DECLINED;
  }
}
